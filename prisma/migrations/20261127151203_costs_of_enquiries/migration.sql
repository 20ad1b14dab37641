-- CreateTable
CREATE TABLE "EnquiryPart" (
    "conversationId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "product" TEXT NOT NULL DEFAULT '',
    "part" INTEGER NOT NULL,
    "parts" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "tier" TEXT NOT NULL DEFAULT '',
    "milliEnquiries" BIGINT NOT NULL,
    "staffMs" BIGINT NOT NULL,
    "milliTasks" BIGINT NOT NULL,
    "milliMessages" BIGINT NOT NULL,
    "tokens" BIGINT NOT NULL,
    "modelMicros" BIGINT NOT NULL,

    CONSTRAINT "EnquiryPart_pkey" PRIMARY KEY ("conversationId","day","product")
);

-- CreateTable
CREATE TABLE "EnquiryDay" (
    "day" DATE NOT NULL,
    "product" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "milliEnquiries" BIGINT NOT NULL,
    "staffMs" BIGINT NOT NULL,
    "milliTasks" BIGINT NOT NULL,
    "milliMessages" BIGINT NOT NULL,
    "tokens" BIGINT NOT NULL,
    "modelMicros" BIGINT NOT NULL,

    CONSTRAINT "EnquiryDay_pkey" PRIMARY KEY ("day","product","channel","tier")
);

-- CreateTable
CREATE TABLE "SegmentMonth" (
    "month" DATE NOT NULL,
    "segment" TEXT NOT NULL,
    "customers" INTEGER NOT NULL,
    "came" INTEGER NOT NULL,
    "left" INTEGER NOT NULL,

    CONSTRAINT "SegmentMonth_pkey" PRIMARY KEY ("month","segment")
);

-- CreateTable
CREATE TABLE "CohortMonth" (
    "first" DATE NOT NULL,
    "later" INTEGER NOT NULL,
    "customers" INTEGER NOT NULL,
    "bought" INTEGER NOT NULL,
    "cents" BIGINT NOT NULL,

    CONSTRAINT "CohortMonth_pkey" PRIMARY KEY ("first","later")
);

-- CreateIndex
CREATE INDEX "EnquiryPart_day_product_idx" ON "EnquiryPart"("day", "product");

-- AddForeignKey
ALTER TABLE "EnquiryPart" ADD CONSTRAINT "EnquiryPart_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
