-- CreateIndex
CREATE INDEX "Talk_productId_begunAt_idx" ON "Talk"("productId", "begunAt");
