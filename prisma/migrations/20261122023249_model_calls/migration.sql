-- CreateTable
CREATE TABLE "ModelCall" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "purpose" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "conversationId" UUID,
    "productId" UUID,
    "inputTokens" INTEGER NOT NULL,
    "outputTokens" INTEGER NOT NULL,
    "cachedTokens" INTEGER NOT NULL DEFAULT 0,
    "costMicros" BIGINT NOT NULL,
    "ms" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "ModelCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleVector" (
    "articleId" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "vector" BYTEA NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ArticleVector_pkey" PRIMARY KEY ("articleId","model")
);

-- CreateIndex
CREATE INDEX "ModelCall_at_idx" ON "ModelCall"("at");

-- CreateIndex
CREATE INDEX "ModelCall_conversationId_at_idx" ON "ModelCall"("conversationId", "at");

-- CreateIndex
CREATE INDEX "ModelCall_productId_at_idx" ON "ModelCall"("productId", "at");
