-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "ratedTeamId" UUID;

-- What was sent so far: the team of today is all that is known.
UPDATE "Invitation" i SET "ratedTeamId" = s."teamId" FROM "Staff" s WHERE s.id::text = i.rated;

-- Why nobody was asked is counted by the index alone.
CREATE INDEX "Invitation_withheld_idx" ON "Invitation"("surveyId", "decidedAt", "reason") WHERE "decidedAt" IS NOT NULL;

-- The days of surveys are counted anew, by team as well.
DELETE FROM "Setting" WHERE key = 'surveyDays';
