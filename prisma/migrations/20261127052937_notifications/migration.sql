-- CreateEnum
CREATE TYPE "NotificationDeliveryState" AS ENUM ('waiting', 'sending', 'sent', 'skipped', 'failed');

-- DropIndex
DROP INDEX "Notification_staffId_kind_taskId_key";

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "climbedAt" TIMESTAMPTZ(3),
ADD COLUMN     "complaintId" UUID,
ADD COLUMN     "conversationId" UUID,
ADD COLUMN     "key" TEXT,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "urgent" BOOLEAN NOT NULL DEFAULT false;

-- What was told before has a key too, so that nobody is told again.
UPDATE "Notification" SET "key" = "kind" || ':' || coalesce("taskId"::text, '');
ALTER TABLE "Notification" ALTER COLUMN "key" SET NOT NULL;

-- CreateTable
CREATE TABLE "NotificationPreference" (
    "staffId" UUID NOT NULL,
    "ways" JSONB NOT NULL DEFAULT '{}',
    "mutedKinds" TEXT[],
    "quietFrom" TEXT,
    "quietTo" TEXT,
    "quietDays" INTEGER[],
    "urgentAnyway" BOOLEAN NOT NULL DEFAULT true,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NotificationPreference_pkey" PRIMARY KEY ("staffId")
);

-- CreateTable
CREATE TABLE "StaffAddress" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "reference" JSONB,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StaffAddress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffLinkCode" (
    "codeHash" TEXT NOT NULL,
    "staffId" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StaffLinkCode_pkey" PRIMARY KEY ("codeHash")
);

-- CreateTable
CREATE TABLE "PushSubscription" (
    "id" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "browser" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PushSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotificationTarget" (
    "id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "teamId" UUID,
    "url" TEXT NOT NULL,
    "secret" TEXT,
    "language" TEXT NOT NULL DEFAULT 'zh',
    "urgentOnly" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NotificationTarget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotificationDelivery" (
    "id" UUID NOT NULL,
    "notificationId" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "staffId" UUID,
    "targetId" UUID,
    "subscriptionId" UUID,
    "mentions" UUID[],
    "state" "NotificationDeliveryState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL,
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "NotificationDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotificationLane" (
    "key" TEXT NOT NULL,
    "freeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NotificationLane_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "DoneLink" (
    "id" UUID NOT NULL,
    "taskId" UUID NOT NULL,
    "staffId" UUID NOT NULL,
    "needsSignIn" BOOLEAN NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DoneLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StaffAddress_staffId_way_key" ON "StaffAddress"("staffId", "way");

-- CreateIndex
CREATE UNIQUE INDEX "StaffAddress_way_address_key" ON "StaffAddress"("way", "address");

-- CreateIndex
CREATE UNIQUE INDEX "StaffLinkCode_staffId_way_key" ON "StaffLinkCode"("staffId", "way");

-- CreateIndex
CREATE UNIQUE INDEX "PushSubscription_endpoint_key" ON "PushSubscription"("endpoint");

-- CreateIndex
CREATE INDEX "PushSubscription_staffId_idx" ON "PushSubscription"("staffId");

-- CreateIndex
CREATE INDEX "NotificationTarget_teamId_idx" ON "NotificationTarget"("teamId");

-- CreateIndex
CREATE INDEX "NotificationDelivery_state_nextAttemptAt_idx" ON "NotificationDelivery"("state", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "NotificationDelivery_lane_state_nextAttemptAt_idx" ON "NotificationDelivery"("lane", "state", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "NotificationDelivery_state_settledAt_idx" ON "NotificationDelivery"("state", "settledAt");

-- CreateIndex
CREATE INDEX "NotificationDelivery_notificationId_idx" ON "NotificationDelivery"("notificationId");

-- CreateIndex
CREATE INDEX "NotificationDelivery_staffId_idx" ON "NotificationDelivery"("staffId");

-- CreateIndex
CREATE INDEX "NotificationDelivery_targetId_idx" ON "NotificationDelivery"("targetId");

-- CreateIndex
CREATE INDEX "NotificationDelivery_subscriptionId_idx" ON "NotificationDelivery"("subscriptionId");

-- CreateIndex
CREATE UNIQUE INDEX "NotificationDelivery_lane_key_key" ON "NotificationDelivery"("lane", "key");

-- CreateIndex
CREATE INDEX "DoneLink_staffId_idx" ON "DoneLink"("staffId");

-- CreateIndex
CREATE UNIQUE INDEX "DoneLink_taskId_staffId_needsSignIn_key" ON "DoneLink"("taskId", "staffId", "needsSignIn");

-- CreateIndex
CREATE INDEX "Notification_taskId_idx" ON "Notification"("taskId");

-- CreateIndex
CREATE INDEX "Notification_conversationId_idx" ON "Notification"("conversationId");

-- CreateIndex
CREATE INDEX "Notification_complaintId_idx" ON "Notification"("complaintId");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_staffId_key_key" ON "Notification"("staffId", "key");

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationPreference" ADD CONSTRAINT "NotificationPreference_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffAddress" ADD CONSTRAINT "StaffAddress_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffLinkCode" ADD CONSTRAINT "StaffLinkCode_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationTarget" ADD CONSTRAINT "NotificationTarget_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationDelivery" ADD CONSTRAINT "NotificationDelivery_notificationId_fkey" FOREIGN KEY ("notificationId") REFERENCES "Notification"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationDelivery" ADD CONSTRAINT "NotificationDelivery_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationDelivery" ADD CONSTRAINT "NotificationDelivery_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "NotificationTarget"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationDelivery" ADD CONSTRAINT "NotificationDelivery_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "PushSubscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoneLink" ADD CONSTRAINT "DoneLink_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoneLink" ADD CONSTRAINT "DoneLink_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What may climb: urgent, unread, not climbed yet (crm/notifications/climb.ts).
CREATE INDEX "Notification_climbing_idx" ON "Notification"("createdAt") WHERE "urgent" AND "readAt" IS NULL AND "climbedAt" IS NULL;
