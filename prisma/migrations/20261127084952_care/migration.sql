-- CreateEnum
CREATE TYPE "CareState" AS ENUM ('planned', 'sent', 'task', 'control', 'dropped');

-- CreateTable
CREATE TABLE "CareRule" (
    "id" UUID NOT NULL,
    "name" JSONB NOT NULL,
    "occasion" TEXT NOT NULL,
    "days" INTEGER NOT NULL DEFAULT 0,
    "categoryKey" TEXT,
    "tiers" TEXT[],
    "act" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "level" TEXT NOT NULL,
    "orCall" BOOLEAN NOT NULL DEFAULT false,
    "controlPercent" INTEGER NOT NULL DEFAULT 10,
    "active" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CareRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CareMessage" (
    "id" UUID NOT NULL,
    "ruleId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "occasion" TEXT NOT NULL,
    "state" "CareState" NOT NULL DEFAULT 'planned',
    "reason" TEXT,
    "variables" JSONB NOT NULL DEFAULT '{}',
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "conversationId" UUID,

    CONSTRAINT "CareMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CareMessage_state_dueAt_idx" ON "CareMessage"("state", "dueAt");

-- CreateIndex
CREATE INDEX "CareMessage_customerId_decidedAt_idx" ON "CareMessage"("customerId", "decidedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CareMessage_ruleId_customerId_occasion_key" ON "CareMessage"("ruleId", "customerId", "occasion");

-- AddForeignKey
ALTER TABLE "CareMessage" ADD CONSTRAINT "CareMessage_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "CareRule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CareMessage" ADD CONSTRAINT "CareMessage_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
