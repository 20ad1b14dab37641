-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "heldAt" TIMESTAMPTZ(3),
ADD COLUMN     "releasedAt" TIMESTAMPTZ(3),
ADD COLUMN     "teamId" UUID;

-- AlterTable
ALTER TABLE "Staff" ADD COLUMN     "capacity" INTEGER NOT NULL DEFAULT 5;

-- CreateTable
CREATE TABLE "StaffPresence" (
    "staffId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "away" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "StaffPresence_pkey" PRIMARY KEY ("staffId")
);

-- CreateIndex
CREATE INDEX "Conversation_releasedAt_idx" ON "Conversation"("releasedAt");

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffPresence" ADD CONSTRAINT "StaffPresence_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever has a conversation now has it since it was taken or, where that is not known, from now on.
UPDATE "Conversation" SET "heldAt" = coalesce("acceptedAt", now()) WHERE "holder" = 'person';
