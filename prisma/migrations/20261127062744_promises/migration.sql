-- CreateEnum
CREATE TYPE "PromiseState" AS ENUM ('proposed', 'confirmed', 'kept', 'late', 'broken', 'withdrawn');

-- CreateTable
CREATE TABLE "CustomerPromise" (
    "id" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "customerId" UUID,
    "staffId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "state" "PromiseState" NOT NULL DEFAULT 'proposed',
    "taskId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "CustomerPromise_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CustomerPromise_taskId_key" ON "CustomerPromise"("taskId");

-- CreateIndex
CREATE INDEX "CustomerPromise_conversationId_createdAt_idx" ON "CustomerPromise"("conversationId", "createdAt");

-- CreateIndex
CREATE INDEX "CustomerPromise_customerId_createdAt_idx" ON "CustomerPromise"("customerId", "createdAt");

-- CreateIndex
CREATE INDEX "CustomerPromise_state_dueAt_idx" ON "CustomerPromise"("state", "dueAt");

-- CreateIndex
CREATE INDEX "CustomerPromise_settledAt_idx" ON "CustomerPromise"("settledAt");

-- AddForeignKey
ALTER TABLE "CustomerPromise" ADD CONSTRAINT "CustomerPromise_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerPromise" ADD CONSTRAINT "CustomerPromise_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerPromise" ADD CONSTRAINT "CustomerPromise_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerPromise" ADD CONSTRAINT "CustomerPromise_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;
