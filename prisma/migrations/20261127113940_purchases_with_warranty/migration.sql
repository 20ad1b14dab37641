-- AlterTable
ALTER TABLE "Purchase" ADD COLUMN     "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "place" TEXT,
ADD COLUMN     "productText" TEXT,
ADD COLUMN     "serialNumber" TEXT,
ADD COLUMN     "source" TEXT NOT NULL DEFAULT 'import',
ADD COLUMN     "warrantyUntil" DATE;

-- CreateTable
CREATE TABLE "PurchasePhoto" (
    "id" UUID NOT NULL,
    "purchaseId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PurchasePhoto_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PurchasePhoto_purchaseId_idx" ON "PurchasePhoto"("purchaseId");

-- CreateIndex
CREATE INDEX "Purchase_serialNumber_idx" ON "Purchase"("serialNumber");

-- CreateIndex
CREATE INDEX "Purchase_purchasedAt_idx" ON "Purchase"("purchasedAt");

-- AddForeignKey
ALTER TABLE "PurchasePhoto" ADD CONSTRAINT "PurchasePhoto_purchaseId_fkey" FOREIGN KEY ("purchaseId") REFERENCES "Purchase"("id") ON DELETE CASCADE ON UPDATE CASCADE;
