-- CreateTable
CREATE TABLE "Example" (
    "id" UUID NOT NULL,
    "intent" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "publishedIntent" TEXT,
    "publishedText" TEXT,
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "savedById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Example_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Example_text_key" ON "Example"("text");

-- CreateIndex
CREATE INDEX "Example_updatedAt_idx" ON "Example"("updatedAt");

-- AddForeignKey
ALTER TABLE "Example" ADD CONSTRAINT "Example_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;
