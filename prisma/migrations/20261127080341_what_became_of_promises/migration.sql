-- AlterTable
ALTER TABLE "CustomerPromise" ADD COLUMN     "activityId" UUID,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'said',
ADD COLUMN     "lateAt" TIMESTAMPTZ(3),
ADD COLUMN     "moves" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "remindedAt" TIMESTAMPTZ(3),
ALTER COLUMN "staffId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "PromiseEvent" (
    "id" UUID NOT NULL,
    "promiseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "staffId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PromiseEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PromiseEvent_promiseId_createdAt_idx" ON "PromiseEvent"("promiseId", "createdAt");

-- CreateIndex
CREATE INDEX "CustomerPromise_staffId_state_dueAt_idx" ON "CustomerPromise"("staffId", "state", "dueAt");

-- AddForeignKey
ALTER TABLE "PromiseEvent" ADD CONSTRAINT "PromiseEvent_promiseId_fkey" FOREIGN KEY ("promiseId") REFERENCES "CustomerPromise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PromiseEvent" ADD CONSTRAINT "PromiseEvent_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;
