-- CreateEnum
CREATE TYPE "ServiceClockState" AS ENUM ('running', 'paused', 'done', 'cancelled');

-- AlterTable
ALTER TABLE "Calendar" ADD COLUMN     "removedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ServiceClock" (
    "id" UUID NOT NULL,
    "metric" TEXT NOT NULL,
    "conversationId" UUID,
    "taskId" UUID,
    "complaintId" UUID,
    "round" INTEGER NOT NULL DEFAULT 1,
    "priority" "TaskPriority" NOT NULL,
    "tier" TEXT,
    "state" "ServiceClockState" NOT NULL DEFAULT 'running',
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "targetSeconds" DOUBLE PRECISION,
    "aroundTheClock" BOOLEAN NOT NULL DEFAULT false,
    "calendarId" UUID NOT NULL,
    "calendarVersion" INTEGER NOT NULL,
    "wallSeconds" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "businessSeconds" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "countedFrom" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "breachedAt" TIMESTAMPTZ(3),
    "pausedAt" TIMESTAMPTZ(3),
    "pausedUntil" TIMESTAMPTZ(3),
    "pauseReason" TEXT,
    "pauseNote" TEXT,
    "warned" INTEGER NOT NULL DEFAULT 0,
    "lookAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "fulfilledById" UUID,
    "met" BOOLEAN,
    "sequence" INTEGER,
    "answerSequence" INTEGER,

    CONSTRAINT "ServiceClock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceClockEvent" (
    "id" UUID NOT NULL,
    "clockId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "calendarId" UUID NOT NULL,
    "calendarVersion" INTEGER NOT NULL,
    "aroundTheClock" BOOLEAN NOT NULL,
    "targetSeconds" DOUBLE PRECISION,
    "dueAt" TIMESTAMPTZ(3),
    "wallSeconds" DOUBLE PRECISION NOT NULL,
    "businessSeconds" DOUBLE PRECISION NOT NULL,
    "percent" INTEGER,
    "until" TIMESTAMPTZ(3),
    "reason" TEXT,
    "note" TEXT,
    "staffId" UUID,

    CONSTRAINT "ServiceClockEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ServiceClock_lookAt_idx" ON "ServiceClock"("lookAt");

-- CreateIndex
CREATE INDEX "ServiceClock_state_dueAt_idx" ON "ServiceClock"("state", "dueAt");

-- CreateIndex
CREATE INDEX "ServiceClock_startedAt_idx" ON "ServiceClock"("startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceClock_conversationId_metric_round_key" ON "ServiceClock"("conversationId", "metric", "round");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceClock_taskId_metric_round_key" ON "ServiceClock"("taskId", "metric", "round");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceClock_complaintId_metric_round_key" ON "ServiceClock"("complaintId", "metric", "round");

-- CreateIndex
CREATE INDEX "ServiceClockEvent_clockId_at_idx" ON "ServiceClockEvent"("clockId", "at");

-- AddForeignKey
ALTER TABLE "ServiceClock" ADD CONSTRAINT "ServiceClock_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceClock" ADD CONSTRAINT "ServiceClock_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceClock" ADD CONSTRAINT "ServiceClock_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceClock" ADD CONSTRAINT "ServiceClock_fulfilledById_fkey" FOREIGN KEY ("fulfilledById") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceClockEvent" ADD CONSTRAINT "ServiceClockEvent_clockId_fkey" FOREIGN KEY ("clockId") REFERENCES "ServiceClock"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceClockEvent" ADD CONSTRAINT "ServiceClockEvent_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;
