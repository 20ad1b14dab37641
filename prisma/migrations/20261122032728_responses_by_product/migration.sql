-- CreateIndex
CREATE INDEX "Response_productId_answeredAt_idx" ON "Response"("productId", "answeredAt");
