-- AlterTable
ALTER TABLE "Invitation" DROP COLUMN "mailedAt";
