import { Audit } from '#crm/audit/audit.ts';
import { CostRates } from '#crm/costs/costRates.ts';
import { RelationReports, relationReportNames, relationReports } from '#crm/reports/relation/relationReports.ts';
import type { RelationReport } from '#crm/reports/relation/table.ts';
import { SegmentMonths } from '#crm/segments/segmentMonths.ts';
import { Shop } from '#crm/shop/shop.ts';
import type { Database } from '#prisma/client.ts';

/** Beside the answers: three purchases a customer, their segments' history (one in eight is lost in a year), as many parts of enquiries as answers. */
export async function fillRelation({ client }: Database, parts: number): Promise<void> {
  await client.$executeRaw`
    INSERT INTO "Identity" (id, "customerId", channel, "externalId")
    SELECT gen_random_uuid(), id, (ARRAY['directline', 'wechat'])[1 + abs(hashtext(id::text)) % 2], id::text FROM "Customer"`;
  await client.$executeRaw`
    UPDATE "Customer" SET city = (ARRAY['上海', '北京', '广州', '深圳', '杭州', '成都', '武汉', NULL])[1 + abs(hashtext(id::text || 'c')) % 8],
           language = (ARRAY['zh', 'zh', 'zh', 'en'])[1 + abs(hashtext(id::text || 'l')) % 4],
           birthday = CASE WHEN abs(hashtext(id::text || 'b')) % 3 > 0 THEN date '1950-01-01' + abs(hashtext(id::text || 'd')) % 20000 END`;
  await client.$executeRaw`
    INSERT INTO "Preference" (id, "customerId", key, value, quote, confirmed, "updatedAt")
    SELECT gen_random_uuid(), id, (ARRAY['colour', 'skin', 'scent', 'size'])[n], (ARRAY['a', 'b', 'c'])[1 + abs(hashtext(id::text || 'v' || n)) % 3], '', true, now()
      FROM "Customer" CROSS JOIN generate_series(1, 4) n WHERE abs(hashtext(id::text || n)) % 5 = 0`;
  await client.$executeRaw`
    INSERT INTO "Purchase" (id, "customerId", "productId", "orderNumber", line, quantity, "amountCents", "purchasedAt", place)
    SELECT gen_random_uuid(), c.id, p.ids[1 + floor(random() * 40)::int], 'B' || row_number() OVER (), 1, 1, 1000 + floor(random() * 20000)::int,
           now() - random() * interval '730 days', (ARRAY['A', 'B', 'C'])[1 + n % 3]
      FROM "Customer" c, generate_series(1, 3) n, (SELECT array_agg(id) AS ids FROM "Product") p`;
  await client.$executeRaw`
    INSERT INTO "CustomerSegment" ("customerId", segment, since, "gapDays", "gapOf", "lastOn", orders, "spentCents", recency, frequency, monetary, loyalty, "lookedAt",
      tier, city, language, age, channels, "cameAt")
    SELECT p."customerId", (ARRAY['active', 'silent', 'lost'])[1 + abs(hashtext(p."customerId"::text)) % 3], now(), 60, 'own', max("purchasedAt")::date, count(*),
           sum("amountCents"), 3, 3, 1 + abs(hashtext(p."customerId"::text)) % 5, 50, now(), c.tier, c.city, c.language,
           extract(year FROM age(c.birthday))::int / 10 * 10, (SELECT string_agg(channel, ',') FROM "Identity" i WHERE i."customerId" = c.id), c."createdAt"
      FROM "Purchase" p JOIN "Customer" c ON c.id = p."customerId" GROUP BY p."customerId", c.id`;
  await client.$executeRaw`
    INSERT INTO "CustomerStep" (id, "customerId", kind, "from", "to", at, evidence)
    SELECT gen_random_uuid(), "customerId", 'segment', (ARRAY['prospect', 'active', 'silent'])[n], (ARRAY['active', 'silent', 'lost'])[n],
           "purchasedAt" + n * interval '30 days', jsonb_build_object('lastOn', "purchasedAt"::date)
      FROM "Purchase" p CROSS JOIN generate_series(1, 3) n WHERE abs(hashtext(p.id::text)) % 12 < 5 - n AND "purchasedAt" + n * interval '30 days' < now()`;
  await client.$executeRaw`
    INSERT INTO "Conversation" (id, channel, "externalId", "customerId", "createdAt")
    SELECT gen_random_uuid(), (ARRAY['directline', 'wechat', 'wecom', 'mail'])[1 + n % 4], n::text, u.ids[1 + n % 100000], now() - interval '730 days'
      FROM generate_series(1, ${Math.ceil(parts / 5)}::int) n, (SELECT array_agg(id) AS ids FROM "Customer") u`;
  await client.$executeRaw`
    INSERT INTO "EnquiryPart" ("conversationId", day, product, part, parts, channel, tier, "milliEnquiries", "staffMs", "milliTasks", "milliMessages", tokens, "modelMicros")
    SELECT c.id, current_date - (n * 146 + floor(random() * 146)::int), p.ids[1 + floor(random() * 40)::int]::text, 1, 1, c.channel, coalesce(u.tier, ''), 1000,
           90000, 200, 4000, 900, 2000
      FROM "Conversation" c JOIN "Customer" u ON u.id = c."customerId" CROSS JOIN generate_series(0, 4) n, (SELECT array_agg(id) AS ids FROM "Product") p
     ON CONFLICT DO NOTHING`;
  await client.$executeRaw`
    INSERT INTO "EnquiryDay" SELECT day, product, channel, tier, sum("milliEnquiries"), sum("staffMs"), sum("milliTasks"), sum("milliMessages"), sum(tokens),
           sum("modelMicros") FROM "EnquiryPart" GROUP BY 1, 2, 3, 4`;
}

/** Every table of the relation by every way to look at it, also of one product, and the first rows and the people behind its first line. */
export async function relationQuestions(
  db: Database,
  spans: Record<string, { from: string; to: string }>,
): Promise<[string, () => Promise<unknown>][]> {
  const clock = { now: () => new Date() };
  const audit = new Audit(db, clock);
  const shop = new Shop(db, clock, audit);
  const costRates = new CostRates(db, audit);
  const [standard] = (await costRates.get()).rates;
  const setting = { rates: [standard!], marginPercent: 40, categoryMargins: {}, discountPercent: 10 };
  await db.client.setting.upsert({
    where: { key: 'costRates' },
    create: { key: 'costRates', value: setting },
    update: { value: setting },
  });
  await new SegmentMonths(db, shop).count(clock.now());
  const reports = new RelationReports({ db, clock, shop, costRates });
  const product = await db.client.product.findFirst();
  const questions: [string, () => Promise<unknown>][] = [];
  for (const [name, span] of Object.entries(spans))
    for (const report of relationReportNames) {
      const { bys, wholeShop }: RelationReport = relationReports[report];
      for (const by of bys) {
        questions.push([`${name} ${report} by ${by}`, () => reports.table(report, { ...span, by })]);
        if (!wholeShop?.includes(by))
          questions.push([
            `${name} ${report} of a product by ${by}`,
            () => reports.table(report, { ...span, by, productId: product!.id }),
          ]);
        const [first] = (await reports.table(report, { ...span, by })).rows;
        if (first)
          questions.push(
            [
              `${name} ${report} behind ${by}`,
              () => reports.behind(report, { ...span, by }, first.value, { limit: 12 }),
            ],
            [`${name} ${report} people of ${by}`, () => reports.people(report, { ...span, by }, first.value)],
          );
      }
    }
  return questions;
}
