-- AlterTable
ALTER TABLE "Complaint" ADD COLUMN     "words" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "ComplaintCause" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "words" TEXT[],
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ComplaintCause_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ComplaintCause_code_key" ON "ComplaintCause"("code");

-- CreateIndex
CREATE INDEX "ComplaintCause_position_idx" ON "ComplaintCause"("position");

-- CreateIndex
CREATE INDEX "Complaint_causeCode_createdAt_idx" ON "Complaint"("causeCode", "createdAt");

-- What the shop begins with. The first whose words fit what a customer says is suggested, the more dangerous ones first.
INSERT INTO "ComplaintCause" ("id", "code", "name", "words", "position", "updatedAt") VALUES
  ('019c0000-0000-7000-8000-000000000001', 'overheating', '{"zh": "过热、冒烟、起火", "en": "Overheating, smoke, fire"}', ARRAY['冒烟', '起火', '着火', '烧焦', '焦味', '糊味', '过热', '发烫', '烫手', '融化', 'smok', 'fire', 'burnt', 'burning', 'overheat', 'too hot', 'melt']::TEXT[], 1, CURRENT_TIMESTAMP),
  ('019c0000-0000-7000-8000-000000000002', 'electric', '{"zh": "漏电、短路", "en": "Electric shock, short circuit"}', ARRAY['漏电', '触电', '短路', '跳闸', '火花', '麻手', 'electric shock', 'short circuit', 'spark', 'trip the', 'trips the']::TEXT[], 2, CURRENT_TIMESTAMP),
  ('019c0000-0000-7000-8000-000000000003', 'skinReaction', '{"zh": "皮肤或过敏反应", "en": "Skin or allergic reaction"}', ARRAY['过敏', '红疹', '起疹', '发痒', '刺痛', '红肿', '脱皮', 'allerg', 'rash', 'itch', 'sting', 'swell', 'swollen']::TEXT[], 3, CURRENT_TIMESTAMP),
  ('019c0000-0000-7000-8000-000000000004', 'leak', '{"zh": "漏液、漏水", "en": "Leaking"}', ARRAY['漏', '渗', 'leak', 'drip']::TEXT[], 4, CURRENT_TIMESTAMP),
  ('019c0000-0000-7000-8000-000000000005', 'transit', '{"zh": "运输破损", "en": "Damaged on the way"}', ARRAY['收到*坏', '收到*破', '收到*碎', '收到*裂', '快递', '运输', '包装破', '包装烂', 'arrived broken', 'arrived damaged', 'arrived cracked', 'in transit', 'packag']::TEXT[], 5, CURRENT_TIMESTAMP),
  ('019c0000-0000-7000-8000-000000000006', 'missing', '{"zh": "少件、错发", "en": "Missing or wrong item"}', ARRAY['少发', '少了', '缺', '发错', '错发', '不是我买的', '不是我订的', 'missing', 'wrong item', 'wrong product', 'wrong size', 'wrong colour', 'wrong color']::TEXT[], 6, CURRENT_TIMESTAMP),
  ('019c0000-0000-7000-8000-000000000007', 'broken', '{"zh": "断裂、破损", "en": "Broken part"}', ARRAY['裂', '断', '碎', '破', '掉下来', '脱落', 'crack', 'broke', 'snapp', 'fell off', 'torn']::TEXT[], 7, CURRENT_TIMESTAMP),
  ('019c0000-0000-7000-8000-000000000008', 'notWorking', '{"zh": "不工作、失灵", "en": "Not working"}', ARRAY['不加热', '不热', '不亮', '不转', '不动', '不响', '不出雾', '不出水', '不制冷', '不工作', '不通电', '坏了', '没反应', '失灵', '开不了', '充不', 'not work', 'stopped', 'doesn''t', 'does not', 'won''t', 'dead']::TEXT[], 8, CURRENT_TIMESTAMP),
  ('019c0000-0000-7000-8000-000000000009', 'noise', '{"zh": "噪音、异响", "en": "Noise"}', ARRAY['噪音', '异响', '吵', '响声', '嗡嗡', 'nois', 'loud', 'rattl', 'buzz']::TEXT[], 9, CURRENT_TIMESTAMP),
  ('019c0000-0000-7000-8000-000000000010', 'smell', '{"zh": "异味", "en": "Smell"}', ARRAY['异味', '难闻', '臭', '刺鼻', 'smell', 'odor', 'odour', 'stink']::TEXT[], 10, CURRENT_TIMESTAMP),
  ('019c0000-0000-7000-8000-000000000011', 'service', '{"zh": "服务、送货", "en": "Service, delivery"}', ARRAY['态度', '客服', '送货', '迟到', '没送', '等了', 'rude', 'service', 'deliver', 'late', 'waited']::TEXT[], 11, CURRENT_TIMESTAMP),
  ('019c0000-0000-7000-8000-000000000012', 'other', '{"zh": "其他", "en": "Other"}', ARRAY[]::TEXT[], 12, CURRENT_TIMESTAMP);
