-- CreateTable
CREATE TABLE "RecurringTask" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT,
    "type" TEXT NOT NULL,
    "priority" "TaskPriority" NOT NULL DEFAULT 'normal',
    "teamKey" TEXT,
    "ownerId" UUID,
    "rhythm" JSONB NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "lastTaskId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "RecurringTask_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RecurringTask_active_nextAt_idx" ON "RecurringTask"("active", "nextAt");
