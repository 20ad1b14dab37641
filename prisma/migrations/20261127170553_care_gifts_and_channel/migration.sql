-- AlterTable
ALTER TABLE "CareRule" ADD COLUMN     "channel" TEXT,
ADD COLUMN     "gift" TEXT;
