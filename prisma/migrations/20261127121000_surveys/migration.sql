-- AlterEnum
ALTER TYPE "InvitationState" ADD VALUE 'planned';
ALTER TYPE "InvitationState" ADD VALUE 'withheld';
ALTER TYPE "InvitationState" ADD VALUE 'delivered';
ALTER TYPE "InvitationState" ADD VALUE 'opened';

-- DropIndex
DROP INDEX "Invitation_surveyId_conversationId_key";

-- AlterTable
ALTER TABLE "Survey" ADD COLUMN     "anonymous" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "asking" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "demo" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "touchpoint" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "answeredAt" TIMESTAMPTZ(3),
ADD COLUMN     "cause" TEXT,
ADD COLUMN     "channel" TEXT,
ADD COLUMN     "complaintId" UUID,
ADD COLUMN     "decidedAt" TIMESTAMPTZ(3),
ADD COLUMN     "deliveredAt" TIMESTAMPTZ(3),
ADD COLUMN     "dismissedAt" TIMESTAMPTZ(3),
ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "expiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "followsId" UUID,
ADD COLUMN     "mailedAt" TIMESTAMPTZ(3),
ADD COLUMN     "openedAt" TIMESTAMPTZ(3),
ADD COLUMN     "productId" UUID,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "remindedAt" TIMESTAMPTZ(3),
ADD COLUMN     "taskId" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "way" TEXT,
ALTER COLUMN "sentAt" DROP NOT NULL,
ALTER COLUMN "sentAt" DROP DEFAULT;

-- AlterTable
ALTER TABLE "Response" ADD COLUMN     "changedAt" TIMESTAMPTZ(3),
ADD COLUMN     "channel" TEXT,
ADD COLUMN     "externalId" TEXT,
ADD COLUMN     "language" TEXT,
ADD COLUMN     "linkId" UUID,
ADD COLUMN     "open" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "way" TEXT;

-- CreateTable
CREATE TABLE "SurveyVersion" (
    "id" UUID NOT NULL,
    "surveyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "metric" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "savedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SurveyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyLink" (
    "id" UUID NOT NULL,
    "surveyId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "single" BOOLEAN NOT NULL DEFAULT false,
    "expiresAt" TIMESTAMPTZ(3),
    "usedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SurveyLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResponseChange" (
    "id" UUID NOT NULL,
    "responseId" UUID NOT NULL,
    "score" INTEGER,
    "comment" TEXT,
    "answers" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ResponseChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SurveyVersion_surveyId_version_key" ON "SurveyVersion"("surveyId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "SurveyLink_token_key" ON "SurveyLink"("token");

-- CreateIndex
CREATE INDEX "SurveyLink_surveyId_idx" ON "SurveyLink"("surveyId");

-- CreateIndex
CREATE INDEX "ResponseChange_responseId_at_idx" ON "ResponseChange"("responseId", "at");

-- CreateIndex
CREATE INDEX "Invitation_state_dueAt_idx" ON "Invitation"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Invitation_customerId_sentAt_idx" ON "Invitation"("customerId", "sentAt");

-- CreateIndex
CREATE INDEX "Invitation_conversationId_idx" ON "Invitation"("conversationId");

-- CreateIndex
CREATE INDEX "Invitation_surveyId_state_idx" ON "Invitation"("surveyId", "state");

-- CreateIndex
CREATE INDEX "Invitation_followsId_idx" ON "Invitation"("followsId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_surveyId_cause_key" ON "Invitation"("surveyId", "cause");

-- CreateIndex
CREATE UNIQUE INDEX "Response_surveyId_externalId_key" ON "Response"("surveyId", "externalId");

-- AddForeignKey
ALTER TABLE "SurveyVersion" ADD CONSTRAINT "SurveyVersion_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyLink" ADD CONSTRAINT "SurveyLink_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_followsId_fkey" FOREIGN KEY ("followsId") REFERENCES "Response"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "SurveyLink"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseChange" ADD CONSTRAINT "ResponseChange_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was asked until now was asked in conversations, once in each, and had arrived.
UPDATE "Invitation" SET "cause" = 'conversation:' || "conversationId", "deliveredAt" = "sentAt", "way" = 'chat';
UPDATE "Invitation" i SET "answeredAt" = r."answeredAt" FROM "Response" r WHERE r."invitationId" = i."id";
INSERT INTO "SurveyVersion" ("id", "surveyId", "version", "title", "metric", "definition", "createdAt")
SELECT gen_random_uuid(), "id", 1, "title", "metric", "definition", "createdAt" FROM "Survey";
