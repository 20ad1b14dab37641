-- AlterTable
ALTER TABLE "Response" ADD COLUMN     "tier" TEXT;

-- CreateTable
CREATE TABLE "SurveyDay" (
    "surveyId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "who" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "value" TEXT NOT NULL DEFAULT '',
    "delivered" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "scores" INTEGER[],

    CONSTRAINT "SurveyDay_pkey" PRIMARY KEY ("surveyId","dimension","day","who","value")
);

-- CreateTable
CREATE TABLE "SurveyTouch" (
    "id" UUID NOT NULL,
    "surveyId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SurveyTouch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WeeklyMail" (
    "staffId" UUID NOT NULL,
    "week" DATE NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "WeeklyMail_pkey" PRIMARY KEY ("staffId","week")
);

-- CreateIndex
CREATE INDEX "SurveyTouch_surveyId_at_idx" ON "SurveyTouch"("surveyId", "at");

-- CreateIndex
CREATE INDEX "Invitation_surveyId_sentAt_idx" ON "Invitation"("surveyId", "sentAt");

-- AddForeignKey
ALTER TABLE "SurveyDay" ADD CONSTRAINT "SurveyDay_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyTouch" ADD CONSTRAINT "SurveyTouch_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WeeklyMail" ADD CONSTRAINT "WeeklyMail_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
