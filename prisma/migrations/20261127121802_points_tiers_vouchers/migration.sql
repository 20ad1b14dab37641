-- CreateEnum
CREATE TYPE "PointsKind" AS ENUM ('earn', 'spend', 'expire', 'correct');

-- AlterTable
ALTER TABLE "CareRule" ADD COLUMN     "voucher" JSONB;

-- CreateTable
CREATE TABLE "PointsEntry" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "kind" "PointsKind" NOT NULL,
    "points" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "cause" TEXT NOT NULL,
    "note" TEXT,
    "purchaseId" UUID,
    "staffId" UUID,
    "key" TEXT,

    CONSTRAINT "PointsEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PointsTake" (
    "id" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "points" INTEGER NOT NULL,

    CONSTRAINT "PointsTake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TierChange" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "up" BOOLEAN NOT NULL,
    "cause" TEXT NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '{}',
    "staffId" UUID,

    CONSTRAINT "TierChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TierStanding" (
    "customerId" UUID NOT NULL,
    "fallsAt" TIMESTAMPTZ(3),
    "heldUntil" TIMESTAMPTZ(3),

    CONSTRAINT "TierStanding_pkey" PRIMARY KEY ("customerId")
);

-- CreateTable
CREATE TABLE "Voucher" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "customerId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "minCents" INTEGER NOT NULL DEFAULT 0,
    "cause" TEXT NOT NULL,
    "note" TEXT,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "issuedById" UUID,
    "validUntil" TIMESTAMPTZ(3) NOT NULL,
    "redeemedAt" TIMESTAMPTZ(3),
    "redeemedById" UUID,
    "redeemedBy" TEXT,
    "orderNumber" TEXT,
    "cancelledAt" TIMESTAMPTZ(3),
    "key" TEXT,

    CONSTRAINT "Voucher_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PointsEntry_key_key" ON "PointsEntry"("key");

-- CreateIndex
CREATE INDEX "PointsEntry_customerId_at_idx" ON "PointsEntry"("customerId", "at");

-- CreateIndex
CREATE INDEX "PointsEntry_at_idx" ON "PointsEntry"("at");

-- CreateIndex
CREATE INDEX "PointsEntry_purchaseId_idx" ON "PointsEntry"("purchaseId");

-- CreateIndex
CREATE INDEX "PointsEntry_expiresAt_idx" ON "PointsEntry"("expiresAt");

-- CreateIndex
CREATE INDEX "PointsTake_fromId_idx" ON "PointsTake"("fromId");

-- CreateIndex
CREATE INDEX "PointsTake_byId_idx" ON "PointsTake"("byId");

-- CreateIndex
CREATE INDEX "TierChange_customerId_at_idx" ON "TierChange"("customerId", "at");

-- CreateIndex
CREATE INDEX "TierChange_at_idx" ON "TierChange"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Voucher_code_key" ON "Voucher"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Voucher_key_key" ON "Voucher"("key");

-- CreateIndex
CREATE INDEX "Voucher_customerId_issuedAt_idx" ON "Voucher"("customerId", "issuedAt");

-- CreateIndex
CREATE INDEX "Voucher_issuedAt_idx" ON "Voucher"("issuedAt");

-- AddForeignKey
ALTER TABLE "PointsEntry" ADD CONSTRAINT "PointsEntry_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointsEntry" ADD CONSTRAINT "PointsEntry_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointsTake" ADD CONSTRAINT "PointsTake_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "PointsEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointsTake" ADD CONSTRAINT "PointsTake_byId_fkey" FOREIGN KEY ("byId") REFERENCES "PointsEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TierChange" ADD CONSTRAINT "TierChange_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TierChange" ADD CONSTRAINT "TierChange_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TierStanding" ADD CONSTRAINT "TierStanding_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Voucher" ADD CONSTRAINT "Voucher_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
