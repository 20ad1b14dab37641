import { v7 } from 'uuid';
import { type Client, Prisma } from '#prisma/client.ts';
import { type Feeling, feelingOf } from './feeling.ts';
import { eventsOf, happenedIn } from './happened.ts';
import { type Judged, judge } from './outcome.ts';
import { type SaidRow, saidIn } from './said.ts';
import { talksIn } from './split.ts';

/** A talk as it is kept, without what the customer was then. */
export interface ReadTalk extends Judged, Feeling {
  id: string;
  conversationId: string;
  customerId: string | null;
  first: number;
  last: number;
  read: number;
  begunAt: Date;
  endedAt: Date;
  channel: string;
  language: string;
  productId: string | null;
}

interface Conversation {
  id: string;
  customerId: string | null;
  channel: string;
  language: string | null;
  sequence: number;
  /** Where its latest known talk begins: what is before it is not read again. */
  since: number;
}

/**
 * Reads some conversations as of `now`, each from its latest known talk on, or from the first that runs or began after `since`: older
 * ones stay as they are, since their words may be gone by then.
 */
export async function readTalks(
  client: Client,
  ids: readonly string[],
  { now, since = now }: { now: Date; since?: Date },
): Promise<ReadTalk[]> {
  const conversations = await client.$queryRaw<Conversation[]>(Prisma.sql`
    SELECT c.id, c."customerId", c.channel, c.language, c.sequence,
           coalesce((SELECT least(max(t.first), min(t.first) FILTER (WHERE t.outcome = 'running' OR t."begunAt" >= ${since}))
                       FROM "Talk" t WHERE t."conversationId" = c.id), 0)::int AS since
      FROM "Conversation" c WHERE c.id = ANY(${[...ids]}::uuid[]) AND c."erasedAt" IS NULL`);
  const rows = await client.$queryRaw<(SaidRow & { conversationId: string })[]>(Prisma.sql`
    SELECT a.id, a."conversationId", a.sequence, a.sender, a.text, a.body, a.explanation, a."createdAt"
      FROM unnest(${conversations.map(({ id }) => id)}::uuid[], ${conversations.map(({ since }) => since)}::int[]) c(id, since)
      JOIN "Activity" a ON a."conversationId" = c.id AND a.sequence >= c.since AND a.type = 'message'
     ORDER BY a."conversationId", a.sequence`);
  const said = new Map<string, SaidRow[]>(ids.map((id) => [id, []]));
  for (const row of rows) said.get(row.conversationId)?.push(row);
  const events = await eventsOf(client, ids);
  const found = conversations.flatMap((conversation) =>
    talksIn(saidIn(said.get(conversation.id) ?? [])).map((talk) => {
      const [begun, ended] = [talk[0]!, talk.at(-1)!];
      const span = { conversationId: conversation.id, begunAt: begun.at, endedAt: ended.at };
      const { happened, productIds } = happenedIn(events, span);
      const read: ReadTalk = {
        id: v7(),
        ...span,
        customerId: conversation.customerId,
        first: begun.sequence,
        last: ended.sequence,
        read: conversation.sequence,
        channel: conversation.channel,
        language: conversation.language ?? '',
        productId: null,
        ...feelingOf(talk),
        ...judge(talk, happened, now),
      };
      return { read, productIds, sources: talk.flatMap(({ sources }) => sources) };
    }),
  );
  const products = await productsOf(
    client,
    found.flatMap(({ sources }) => sources),
  );
  return found.map(({ read, productIds, sources }) => {
    const told = sources.flatMap((source) => products.get(source) ?? []);
    return { ...read, productId: productIds[0] ?? told[0] ?? null };
  });
}

/** Which product an answer's source is about: the product itself, or the one that its article is on. */
async function productsOf(client: Client, sources: readonly string[]): Promise<Map<string, string>> {
  const asked = [...new Set(sources)];
  if (asked.length === 0) return new Map();
  const rows = await client.$queryRaw<{ source: string; productId: string }[]>(Prisma.sql`
    SELECT s.source, coalesce(p.id, q.id) AS "productId" FROM unnest(${asked}::text[]) s(source)
      LEFT JOIN "Product" p ON p.id::text = s.source OR 'product:' || p.sku = s.source
      LEFT JOIN "Article" a ON a.id::text = s.source AND cardinality(a."productSkus") = 1
      LEFT JOIN "Product" q ON q.sku = a."productSkus"[1]
     WHERE coalesce(p.id, q.id) IS NOT NULL`);
  return new Map(rows.map(({ source, productId }) => [source, productId]));
}
