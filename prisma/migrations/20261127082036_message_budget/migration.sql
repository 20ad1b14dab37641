-- AlterEnum
ALTER TYPE "OutboxState" ADD VALUE 'held';

-- AlterTable
ALTER TABLE "InboxEntry" ADD COLUMN     "openUntil" TIMESTAMPTZ(3),
ADD COLUMN     "response" JSONB;

-- AlterTable
ALTER TABLE "OutboxEntry" ADD COLUMN     "form" TEXT,
ADD COLUMN     "rest" JSONB;

-- CreateTable
CREATE TABLE "MessageAllowance" (
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "allowed" INTEGER NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "MessageAllowance_pkey" PRIMARY KEY ("channel","account","trigger")
);

-- CreateTable
CREATE TABLE "UnreachableAccount" (
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UnreachableAccount_pkey" PRIMARY KEY ("channel","account")
);

-- CreateIndex
CREATE INDEX "MessageAllowance_endsAt_idx" ON "MessageAllowance"("endsAt");

-- CreateIndex
CREATE INDEX "Conversation_channel_userId_idx" ON "Conversation"("channel", "userId");
