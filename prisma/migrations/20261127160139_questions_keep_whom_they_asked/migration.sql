-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "segment" TEXT,
ADD COLUMN     "tier" TEXT;

-- AlterTable
ALTER TABLE "Response" ADD COLUMN     "segment" TEXT;

-- Answers are looked at by segment, too: all days are counted anew (crm/surveys/days).
DELETE FROM "Setting" WHERE "key" = 'surveyDays';
