-- CreateTable
CREATE TABLE "CommentReading" (
    "responseId" UUID NOT NULL,
    "textHash" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "feeling" TEXT,
    "themes" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "CommentReading_pkey" PRIMARY KEY ("responseId")
);

-- AddForeignKey
ALTER TABLE "CommentReading" ADD CONSTRAINT "CommentReading_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE CASCADE ON UPDATE CASCADE;
