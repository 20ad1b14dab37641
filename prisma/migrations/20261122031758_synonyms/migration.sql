-- CreateTable
CREATE TABLE "SynonymGroup" (
    "id" UUID NOT NULL,
    "words" TEXT[],
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "SynonymGroup_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SynonymGroup_updatedAt_idx" ON "SynonymGroup"("updatedAt");
