import type { Client } from '../client.ts';
import { after, DAY } from './history/calendar.ts';
import { Random } from './history/random.ts';
import type { History } from './history/rows.ts';
import { insertRows } from './insertRows.ts';

/** What work, messages and sales are worth to the demo shop, in the shape of the setting `costRates`. */
export const costRates = {
  rates: [{ from: null, hourCents: 6000, taskMinutes: 10, messageCents: { wechat: 1, sms: 5 } }],
  marginPercent: 42,
  categoryMargins: {},
  discountPercent: 10,
};

/** A year of a language model's answers, and of care: so that what they cost and bring can be seen. */
export async function storeRelation(client: Client, history: History, now: Date): Promise<void> {
  await storeModelCalls(client, now);
  await storeCare(client, history, now);
}

/** Half of the answers that rest on a source were written with a model. Drawn from their ids: the same each time. */
async function storeModelCalls(client: Client, now: Date): Promise<void> {
  await client.$executeRaw`
    INSERT INTO "ModelCall" (id, at, purpose, model, "conversationId", "inputTokens", "outputTokens", "cachedTokens", "costMicros", ms, outcome)
    SELECT md5('call ' || d.id)::uuid, d."createdAt", 'answering', 'demo', d."conversationId", d.read, d.written, 0, d.read * 2 + d.written * 8,
           600 + d.written, 'answered'
      FROM (SELECT a.id, a."createdAt", a."conversationId", 700 + abs(hashtext(a.id::text)) % 900 AS read, 60 + abs(hashtext('w' || a.id)) % 200 AS written
              FROM "Activity" a JOIN "Conversation" c ON c.id = a."conversationId" AND c.demo
             WHERE a.sender = 'bot' AND a.body->'channelData'->'sources' IS NOT NULL AND a."createdAt" > ${after(now, -365 * DAY)}
               AND abs(hashtext(a.id::text)) % 2 = 0) d`;
}

const RULES = 3;

/** What became of three care rules in the last ten months: sent shortly before many purchases, some left out to compare with. */
async function storeCare(client: Client, history: History, now: Date): Promise<void> {
  const rules = await client.careRule.findMany({ where: { demo: true }, orderBy: { id: 'asc' }, take: RULES });
  const random = new Random(58);
  const bought = new Map<string, Date[]>();
  for (const { customerId, purchasedAt } of history.purchases)
    bought.set(customerId, [...(bought.get(customerId) ?? []), purchasedAt]);
  const rows = rules.flatMap(({ id: ruleId }) =>
    history.customers.flatMap(({ id: customerId, createdAt }) => {
      if (!random.chance(0.45)) return [];
      const state = random.weighted([
        ['sent', 70],
        ['control', 14],
        ['dropped', 13],
        ['task', 3],
      ] as const);
      const before = (bought.get(customerId) ?? []).filter((at) => +at > +now - 300 * DAY);
      const near = state !== 'control' && before.length > 0 && random.chance(0.4);
      const at = near ? after(random.pick(before), -random.int(2, 20) * DAY) : after(now, -random.int(12, 300) * DAY);
      if (at < createdAt) return [];
      const id = random.id(at);
      const reason = state === 'dropped' ? 'noConsent' : null;
      return [{ id, ruleId, customerId, occasion: `demo:${id}`, state, reason, dueAt: at, decidedAt: at }];
    }),
  );
  await insertRows(client, 'CareMessage', rows);
}
