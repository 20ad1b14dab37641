-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "acceptedAt" TIMESTAMPTZ(3),
ADD COLUMN     "queuedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "CannedReply" (
    "id" UUID NOT NULL,
    "shortcut" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CannedReply_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CannedReply_shortcut_key" ON "CannedReply"("shortcut");

-- CreateIndex
CREATE INDEX "Conversation_acceptedAt_idx" ON "Conversation"("acceptedAt");
