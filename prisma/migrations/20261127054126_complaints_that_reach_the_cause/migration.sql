-- CreateEnum
CREATE TYPE "CompensationState" AS ENUM ('requested', 'approved', 'rejected', 'given');

-- CreateEnum
CREATE TYPE "DefectState" AS ENUM ('suspected', 'confirmed', 'rejected', 'fixed');

-- AlterTable
ALTER TABLE "Complaint" ADD COLUMN     "answerBy" TIMESTAMPTZ(3),
ADD COLUMN     "batch" TEXT,
ADD COLUMN     "causeCode" TEXT,
ADD COLUMN     "defectId" UUID,
ADD COLUMN     "fixToldAt" TIMESTAMPTZ(3),
ADD COLUMN     "lateToldFor" TIMESTAMPTZ(3),
ADD COLUMN     "purchasePlace" TEXT,
ADD COLUMN     "purchasedOn" DATE,
ADD COLUMN     "solved" BOOLEAN;

-- AlterTable
ALTER TABLE "ComplaintEvent" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'state';

-- CreateTable
CREATE TABLE "Compensation" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amountCents" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "CompensationState" NOT NULL,
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNote" TEXT,
    "givenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Compensation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "granted" BOOLEAN NOT NULL,
    "wording" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "activityId" UUID,
    "proof" TEXT,
    "complaintId" UUID,
    "recordedById" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Defect" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "productId" UUID,
    "causeCode" TEXT,
    "state" "DefectState" NOT NULL DEFAULT 'suspected',
    "verdict" TEXT,
    "affectedBatches" TEXT[],
    "fix" JSONB,
    "fixedAt" TIMESTAMPTZ(3),
    "labelNote" JSONB,
    "articleId" UUID,
    "ownerId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Defect_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Compensation_complaintId_idx" ON "Compensation"("complaintId");

-- CreateIndex
CREATE INDEX "Compensation_state_requestedAt_idx" ON "Compensation"("state", "requestedAt");

-- CreateIndex
CREATE INDEX "Consent_customerId_purpose_at_idx" ON "Consent"("customerId", "purpose", "at");

-- CreateIndex
CREATE INDEX "Consent_complaintId_purpose_at_idx" ON "Consent"("complaintId", "purpose", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Defect_number_key" ON "Defect"("number");

-- CreateIndex
CREATE INDEX "Defect_productId_idx" ON "Defect"("productId");

-- CreateIndex
CREATE INDEX "Defect_state_createdAt_idx" ON "Defect"("state", "createdAt");

-- AddForeignKey
ALTER TABLE "Compensation" ADD CONSTRAINT "Compensation_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Compensation" ADD CONSTRAINT "Compensation_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Compensation" ADD CONSTRAINT "Compensation_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_defectId_fkey" FOREIGN KEY ("defectId") REFERENCES "Defect"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Defect" ADD CONSTRAINT "Defect_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Defect" ADD CONSTRAINT "Defect_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Defect" ADD CONSTRAINT "Defect_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;
