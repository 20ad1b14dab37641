-- AlterTable
ALTER TABLE "RecurringTask" ADD COLUMN     "customerId" UUID;

-- CreateIndex
CREATE INDEX "Complaint_productId_causeCode_createdAt_idx" ON "Complaint"("productId", "causeCode", "createdAt");

-- CreateIndex
CREATE INDEX "Complaint_batch_idx" ON "Complaint" USING HASH ("batch");

-- CreateIndex
CREATE INDEX "RecurringTask_customerId_idx" ON "RecurringTask"("customerId");

-- CreateIndex
CREATE INDEX "Task_snoozedUntil_idx" ON "Task"("snoozedUntil");

-- AddForeignKey
ALTER TABLE "RecurringTask" ADD CONSTRAINT "RecurringTask_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Words of complaints are cut from now on. What is longer is read anew.
UPDATE "Complaint" SET words = '{}' WHERE EXISTS (SELECT 1 FROM unnest(words) AS word WHERE length(word) > 60);
