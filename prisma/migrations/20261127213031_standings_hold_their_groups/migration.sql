-- AlterTable
ALTER TABLE "CustomerSegment" ADD COLUMN     "age" INTEGER,
ADD COLUMN     "cameAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "channels" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "city" TEXT,
ADD COLUMN     "language" TEXT,
ADD COLUMN     "tier" TEXT;

-- CreateTable
CREATE TABLE "LeaverYear" (
    "stepId" UUID NOT NULL,
    "product" TEXT NOT NULL,
    "customerId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "nextAt" TIMESTAMPTZ(3),
    "from" TEXT,
    "tier" TEXT,
    "cents" BIGINT NOT NULL,
    "back" BOOLEAN NOT NULL,

    CONSTRAINT "LeaverYear_pkey" PRIMARY KEY ("stepId","product")
);

-- CreateIndex
CREATE INDEX "LeaverYear_at_idx" ON "LeaverYear"("at");

-- CreateIndex
CREATE INDEX "LeaverYear_customerId_idx" ON "LeaverYear"("customerId");

-- AddForeignKey
ALTER TABLE "LeaverYear" ADD CONSTRAINT "LeaverYear_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who is not shown stands nowhere, the others where they are today.
DELETE FROM "CustomerSegment" k USING "Customer" c WHERE c."id" = k."customerId" AND (c."erasedAt" IS NOT NULL OR c."mergedIntoId" IS NOT NULL);
UPDATE "CustomerSegment" k
   SET "tier" = c."tier", "city" = c."city", "language" = c."language", "cameAt" = c."createdAt",
       "age" = CASE WHEN c."birthday" IS NOT NULL THEN least(70, greatest(10, extract(year FROM age(CURRENT_DATE, c."birthday"))::int / 10 * 10)) END,
       "channels" = coalesce((SELECT string_agg(DISTINCT i."channel", ',' ORDER BY i."channel") FROM "Identity" i WHERE i."customerId" = c."id"), '')
  FROM "Customer" c WHERE c."id" = k."customerId";

-- Counted once more within a minute, with what those who left had bought.
DELETE FROM "Setting" WHERE "key" = 'relationMonths';
