-- AlterTable
ALTER TABLE "Preference" ADD COLUMN     "askedAgainAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "CustomerZone" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "conversationId" UUID,
    "staffId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CustomerZone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ErasedMark" (
    "hash" TEXT NOT NULL,
    "erasedAt" TIMESTAMPTZ(3) NOT NULL,
    "backAt" TIMESTAMPTZ(3),

    CONSTRAINT "ErasedMark_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "RecordLink" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "customerId" UUID NOT NULL,
    "conversationId" UUID,
    "staffId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "keyHash" TEXT,

    CONSTRAINT "RecordLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CustomerZone_customerId_at_idx" ON "CustomerZone"("customerId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "RecordLink_tokenHash_key" ON "RecordLink"("tokenHash");

-- CreateIndex
CREATE INDEX "RecordLink_customerId_idx" ON "RecordLink"("customerId");

-- CreateIndex
CREATE INDEX "RecordLink_expiresAt_idx" ON "RecordLink"("expiresAt");

-- AddForeignKey
ALTER TABLE "CustomerZone" ADD CONSTRAINT "CustomerZone_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
