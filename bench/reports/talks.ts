import type { Clock } from '#crm/clock.ts';
import { Reports } from '#crm/reports/reports.ts';
import { TalkReports } from '#crm/reports/talks/talkReports.ts';
import { talkWays } from '#crm/reports/talks/ways.ts';
import type { Shop } from '#crm/shop/shop.ts';
import { Talks } from '#crm/talks/talks.ts';
import type { Database } from '#prisma/client.ts';

/** A question of the page by its name. */
export type Question = [name: string, ask: () => Promise<unknown>];

/** As many talks as there are responses, over the same two years, and a complaint for every fifty. */
export async function fillTalks({ client }: Database, talks: number): Promise<void> {
  await client.$executeRaw`
    CREATE TABLE bench AS
    SELECT gen_random_uuid() AS id, k, now() - random() * interval '730 days' AS at, random() * 2 - 1 AS mood,
           p.ids[1 + (k * 7) % 40] AS product, u.ids[1 + (k * 31) % 100000] AS customer,
           (ARRAY['directline', 'wechat', 'wecom', 'mail'])[1 + k % 4] AS channel
      FROM generate_series(1, ${talks}::int) k, (SELECT array_agg(id) AS ids FROM "Product") p,
           (SELECT array_agg(id) AS ids FROM "Customer") u`;
  await client.$executeRaw`
    INSERT INTO "Conversation" (id, channel, "externalId", "customerId", "createdAt", "lastActivityAt")
    SELECT id, channel, id::text, customer, at, at FROM bench`;
  await client.$executeRaw`
    INSERT INTO "Talk" (id, "conversationId", "customerId", first, last, read, "begunAt", "endedAt", channel, language, "productId", tier,
        segment, audience, outcome, involved, answers, messages, feeling, best, worst)
    SELECT gen_random_uuid(), id, customer, 1, 4, 4, at, at, channel, (ARRAY['zh', 'en'])[1 + k % 2], product,
           (ARRAY['gold', 'silver', ''])[1 + k % 3], (ARRAY['prospect', 'active', 'silent', 'lost'])[1 + (k / 3) % 4], 'public',
           (ARRAY['confirmed', 'confirmed', 'assumed', 'unresolved', 'person', 'nothing'])[1 + k % 6], true, 1, 2, mood,
           least(1, mood + 0.2), greatest(-1, mood - 0.2) FROM bench`;
  await client.$executeRaw`
    INSERT INTO "Complaint" (id, "customerId", "conversationId", "productId", language, "whatHappened", batch, "causeCode", "createdAt", "updatedAt")
    SELECT gen_random_uuid(), customer, id, product, 'zh', '漏液', 'L' || k % 200, (ARRAY['leak', 'noise', 'other'])[1 + (k / 50) % 3], at, at
      FROM bench WHERE k % 50 = 0`;
  await client.$executeRaw`DROP TABLE bench`;
  await client.$executeRaw`ANALYZE`;
}

/** Every query of the pages of conversations and complaints over a span. */
export async function talkQuestions(
  parts: { db: Database; clock: Clock; shop: Shop },
  name: string,
  span: { from: string; to: string },
): Promise<Question[]> {
  const talks = new Talks(parts.db, parts.clock, parts.shop);
  const reports = new TalkReports({ ...parts, talks });
  const complaints = new Reports(parts.db, parts.clock, parts.shop);
  const times = { from: new Date(span.from), to: new Date(span.to) };
  const [top] = await reports.breakdown(span, 'product');
  const cut = { dimension: 'product' as const, value: top!.value };
  const segment = { dimension: 'segment' as const, value: 'active' };
  const customer = await parts.db.client.talk.findFirstOrThrow({ where: { customerId: { not: null } } });
  return [
    [`${name} talks`, () => reports.report(span)],
    [`${name} talks of a segment`, () => reports.report({ ...span, cut: segment })],
    ...talkWays.map((by): Question => [`${name} talks by ${by}`, () => reports.breakdown(span, by)]),
    [`${name} talks listed`, () => reports.talks({ ...span, outcome: 'unresolved', cut }, { limit: 12 })],
    [`${name} worst moments`, () => reports.peaks(span, { order: 'worst', limit: 12 })],
    [`${name} best moments of a segment`, () => reports.peaks({ ...span, cut: segment }, { order: 'best', limit: 12 })],
    [`${name} talks of a customer`, () => reports.ofCustomer(customer.customerId!)],
    ...(['product', 'batch', 'cause'] as const).map(
      (by): Question => [`${name} complaints by ${by}`, () => complaints.pareto({ ...times, by })],
    ),
    [`${name} complaints listed`, () => complaints.complaintRows(times, { limit: 12 })],
  ];
}
