-- AlterTable
ALTER TABLE "ErasedMark" DROP COLUMN "backAt";
