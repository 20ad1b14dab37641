-- AlterTable
ALTER TABLE "OutboxEntry" ADD COLUMN     "planned" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "KfAccount" (
    "openKfId" TEXT NOT NULL,
    "cursor" TEXT,
    "token" TEXT,
    "tokenEndsAt" TIMESTAMPTZ(3),
    "woken" INTEGER NOT NULL DEFAULT 0,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "readAt" TIMESTAMPTZ(3),
    "lease" UUID,
    "leaseUntil" TIMESTAMPTZ(3),

    CONSTRAINT "KfAccount_pkey" PRIMARY KEY ("openKfId")
);

-- CreateTable
CREATE TABLE "KfCode" (
    "code" TEXT NOT NULL,
    "conversationId" UUID NOT NULL,
    "occasion" TEXT NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "usedFor" TEXT,

    CONSTRAINT "KfCode_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "AccountProof" (
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "proof" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AccountProof_pkey" PRIMARY KEY ("channel","account","proof")
);

-- CreateIndex
CREATE INDEX "KfCode_conversationId_endsAt_idx" ON "KfCode"("conversationId", "endsAt");

-- CreateIndex
CREATE INDEX "KfCode_endsAt_idx" ON "KfCode"("endsAt");

-- CreateIndex
CREATE INDEX "AccountProof_proof_idx" ON "AccountProof"("proof");
