-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Customer" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3),
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "ownFields" JSONB;

-- CreateTable
CREATE TABLE "Erasure" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "staffId" UUID,
    "conversationId" UUID,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "counts" JSONB,
    "mentions" JSONB,

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DataExport" (
    "tokenHash" TEXT NOT NULL,
    "customerId" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "takenAt" TIMESTAMPTZ(3),

    CONSTRAINT "DataExport_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "CustomerMerge" (
    "id" UUID NOT NULL,
    "keptId" UUID NOT NULL,
    "mergedId" UUID NOT NULL,
    "fields" TEXT[],
    "proof" TEXT NOT NULL,
    "staffId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" UUID,

    CONSTRAINT "CustomerMerge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MovedRecord" (
    "table" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "homeId" UUID NOT NULL,

    CONSTRAINT "MovedRecord_pkey" PRIMARY KEY ("table","recordId")
);

-- CreateTable
CREATE TABLE "DistinctCustomers" (
    "oneId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "staffId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DistinctCustomers_pkey" PRIMARY KEY ("oneId","otherId")
);

-- CreateTable
CREATE TABLE "JoinCode" (
    "codeHash" TEXT NOT NULL,
    "customerId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "JoinCode_pkey" PRIMARY KEY ("codeHash")
);

-- CreateIndex
CREATE INDEX "Erasure_doneAt_requestedAt_idx" ON "Erasure"("doneAt", "requestedAt");

-- CreateIndex
CREATE INDEX "Erasure_customerId_idx" ON "Erasure"("customerId");

-- CreateIndex
CREATE INDEX "DataExport_customerId_idx" ON "DataExport"("customerId");

-- CreateIndex
CREATE INDEX "DataExport_expiresAt_idx" ON "DataExport"("expiresAt");

-- CreateIndex
CREATE INDEX "CustomerMerge_keptId_idx" ON "CustomerMerge"("keptId");

-- CreateIndex
CREATE INDEX "CustomerMerge_mergedId_idx" ON "CustomerMerge"("mergedId");

-- CreateIndex
CREATE INDEX "MovedRecord_homeId_idx" ON "MovedRecord"("homeId");

-- CreateIndex
CREATE INDEX "DistinctCustomers_otherId_idx" ON "DistinctCustomers"("otherId");

-- CreateIndex
CREATE INDEX "JoinCode_customerId_idx" ON "JoinCode"("customerId");

-- CreateIndex
CREATE INDEX "JoinCode_expiresAt_idx" ON "JoinCode"("expiresAt");

-- CreateIndex
CREATE INDEX "Customer_mergedIntoId_idx" ON "Customer"("mergedIntoId");
