-- AlterTable
ALTER TABLE "CareMessage" ADD COLUMN     "staffId" UUID;

-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "reason" TEXT;

-- CreateIndex
CREATE INDEX "CareMessage_staffId_occasion_idx" ON "CareMessage"("staffId", "occasion");
