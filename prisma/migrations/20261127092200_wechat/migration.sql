-- CreateTable
CREATE TABLE "MediaFetch" (
    "uploadId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "mediaId" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MediaFetch_pkey" PRIMARY KEY ("uploadId")
);

-- CreateTable
CREATE TABLE "ChannelFile" (
    "channel" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "mediaId" TEXT NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChannelFile_pkey" PRIMARY KEY ("channel","sha256")
);

-- CreateTable
CREATE TABLE "NoticeGrant" (
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "templateId" TEXT NOT NULL,
    "left" INTEGER NOT NULL,

    CONSTRAINT "NoticeGrant_pkey" PRIMARY KEY ("channel","account","templateId")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "templateId" TEXT NOT NULL,
    "messageId" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MediaFetch_channel_nextAttemptAt_idx" ON "MediaFetch"("channel", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "Notice_channel_account_at_idx" ON "Notice"("channel", "account", "at");

-- CreateIndex
CREATE INDEX "Notice_channel_messageId_idx" ON "Notice"("channel", "messageId");
