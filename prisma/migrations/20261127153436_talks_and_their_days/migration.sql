-- CreateTable
CREATE TABLE "Talk" (
    "id" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "customerId" UUID,
    "first" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,
    "read" INTEGER NOT NULL,
    "begunAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT '',
    "productId" UUID,
    "tier" TEXT NOT NULL DEFAULT '',
    "segment" TEXT NOT NULL DEFAULT '',
    "audience" TEXT NOT NULL DEFAULT '',
    "outcome" TEXT NOT NULL,
    "how" TEXT,
    "involved" BOOLEAN NOT NULL,
    "answers" INTEGER NOT NULL,
    "messages" INTEGER NOT NULL,
    "feeling" DOUBLE PRECISION,
    "bestId" UUID,
    "best" DOUBLE PRECISION,
    "worstId" UUID,
    "worst" DOUBLE PRECISION,

    CONSTRAINT "Talk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TalkDay" (
    "day" DATE NOT NULL,
    "dimension" TEXT NOT NULL,
    "value" TEXT NOT NULL DEFAULT '',
    "talks" INTEGER NOT NULL,
    "involved" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "confirmed" INTEGER NOT NULL,
    "assumed" INTEGER NOT NULL,
    "returned" INTEGER NOT NULL,
    "unresolved" INTEGER NOT NULL,
    "person" INTEGER NOT NULL,
    "felt" INTEGER NOT NULL,
    "feelings" DOUBLE PRECISION NOT NULL,
    "feelingsSquared" DOUBLE PRECISION NOT NULL,
    "negative" INTEGER NOT NULL,
    "positive" INTEGER NOT NULL,

    CONSTRAINT "TalkDay_pkey" PRIMARY KEY ("dimension","day","value")
);

-- CreateIndex
CREATE INDEX "Talk_begunAt_idx" ON "Talk"("begunAt");

-- CreateIndex
CREATE INDEX "Talk_customerId_begunAt_idx" ON "Talk"("customerId", "begunAt");

-- CreateIndex
CREATE INDEX "Talk_outcome_endedAt_idx" ON "Talk"("outcome", "endedAt");

-- CreateIndex
CREATE INDEX "Talk_worst_begunAt_idx" ON "Talk"("worst", "begunAt" DESC);

-- CreateIndex
CREATE INDEX "Talk_best_begunAt_idx" ON "Talk"("best", "begunAt");

-- CreateIndex
CREATE UNIQUE INDEX "Talk_conversationId_first_key" ON "Talk"("conversationId", "first");

-- AddForeignKey
ALTER TABLE "Talk" ADD CONSTRAINT "Talk_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Talk" ADD CONSTRAINT "Talk_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;
