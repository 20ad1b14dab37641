-- DropIndex
DROP INDEX "Purchase_customerId_purchasedAt_idx";

-- DropIndex
DROP INDEX "Purchase_purchasedAt_idx";

-- CreateIndex
CREATE INDEX "Purchase_of_customer_idx" ON "Purchase"("customerId", "purchasedAt", "productId", "amountCents", "quantity");

-- CreateIndex
CREATE INDEX "Purchase_of_time_idx" ON "Purchase"("purchasedAt", "customerId", "productId", "amountCents", "quantity");
