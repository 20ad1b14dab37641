-- DropIndex
DROP INDEX "Response_customerId_idx";

-- DropIndex
DROP INDEX "Task_customerId_idx";

-- CreateIndex
CREATE INDEX "Consent_customerId_at_idx" ON "Consent"("customerId", "at");

-- CreateIndex
CREATE INDEX "Conversation_customerId_createdAt_idx" ON "Conversation"("customerId", "createdAt");

-- CreateIndex
CREATE INDEX "Preference_customerId_createdAt_idx" ON "Preference"("customerId", "createdAt");

-- CreateIndex
CREATE INDEX "Response_customerId_answeredAt_idx" ON "Response"("customerId", "answeredAt");

-- CreateIndex
CREATE INDEX "Task_customerId_createdAt_idx" ON "Task"("customerId", "createdAt");
