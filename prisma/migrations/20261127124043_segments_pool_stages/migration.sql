-- AlterTable
ALTER TABLE "Customer" ADD COLUMN     "ownedSince" TIMESTAMPTZ(3),
ADD COLUMN     "ownerId" UUID,
ADD COLUMN     "stage" TEXT;

-- CreateTable
CREATE TABLE "CustomerSegment" (
    "customerId" UUID NOT NULL,
    "segment" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "gapDays" DOUBLE PRECISION NOT NULL,
    "gapOf" TEXT NOT NULL,
    "lastOn" DATE,
    "orders" INTEGER NOT NULL,
    "spentCents" BIGINT NOT NULL,
    "recency" INTEGER,
    "frequency" INTEGER,
    "monetary" INTEGER,
    "loyalty" INTEGER,
    "lookedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CustomerSegment_pkey" PRIMARY KEY ("customerId")
);

-- CreateTable
CREATE TABLE "CustomerStep" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '{}',
    "note" TEXT,
    "staffId" UUID,

    CONSTRAINT "CustomerStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CustomerSegment_segment_idx" ON "CustomerSegment"("segment");

-- CreateIndex
CREATE INDEX "CustomerStep_customerId_at_idx" ON "CustomerStep"("customerId", "at");

-- CreateIndex
CREATE INDEX "CustomerStep_kind_to_at_idx" ON "CustomerStep"("kind", "to", "at");

-- CreateIndex
CREATE INDEX "Customer_ownerId_idx" ON "Customer"("ownerId");

-- AddForeignKey
ALTER TABLE "Customer" ADD CONSTRAINT "Customer_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerSegment" ADD CONSTRAINT "CustomerSegment_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerStep" ADD CONSTRAINT "CustomerStep_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerStep" ADD CONSTRAINT "CustomerStep_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;
