import { type Client, Prisma } from '#prisma/client.ts';
import type { ReadTalk } from './readTalks.ts';
import { RETURN_MS } from './split.ts';

const columns = [
  'id',
  'conversationId',
  'customerId',
  'first',
  'last',
  'read',
  'begunAt',
  'endedAt',
  'channel',
  'language',
  'productId',
  'outcome',
  'how',
  'involved',
  'answers',
  'messages',
  'feeling',
  'bestId',
  'best',
  'worstId',
  'worst',
] as const satisfies (keyof ReadTalk)[];
const names = Prisma.raw(columns.map((name) => `"${name}"`).join(', '));
const values = Prisma.raw(columns.map((name) => `j."${name}"`).join(', '));
const newer = Prisma.raw(
  columns.flatMap((name) => (name === 'id' ? [] : [`"${name}" = excluded."${name}"`])).join(', '),
);

/** Keeps talks. What the customer was when a talk was first counted stays; the rest follows what is known now. */
export async function store(client: Client, talks: readonly ReadTalk[]): Promise<void> {
  await client.$executeRaw(Prisma.sql`
    INSERT INTO "Talk" (${names}, tier, segment, audience)
    SELECT ${values}, coalesce(u.tier, ''),
           coalesce((SELECT s."to" FROM "CustomerStep" s WHERE s."customerId" = u.id AND s.kind = 'segment' AND s.at <= j."begunAt"
                      ORDER BY s.at DESC LIMIT 1),
                    (SELECT k.segment FROM "CustomerSegment" k WHERE k."customerId" = u.id), ''),
           CASE WHEN u.id IS NULL THEN '' ELSE coalesce(u.audience, 'public') END
      FROM jsonb_populate_recordset(NULL::"Talk", ${JSON.stringify(talks)}::jsonb) j
      LEFT JOIN "Customer" u ON u.id = j."customerId"
        ON CONFLICT ("conversationId", first) DO UPDATE SET ${newer}
     WHERE excluded.read >= "Talk".read`);
}

/** Whoever comes back soon and then needs a person had not been answered before. When the talks began that this changes. */
export async function takeBack(client: Client, talks: readonly ReadTalk[]): Promise<Date[]> {
  const customers = [...new Set(talks.flatMap(({ customerId }) => customerId ?? []))];
  if (customers.length === 0) return [];
  const rows = await client.$queryRaw<{ begunAt: Date }[]>(Prisma.sql`
    UPDATE "Talk" t SET outcome = 'returned' FROM "Talk" n
     WHERE t."customerId" = ANY(${customers}::uuid[]) AND t.outcome = 'assumed' AND n."customerId" = t."customerId"
       AND n.outcome = 'person' AND n."begunAt" > t."endedAt"
       AND n."begunAt" <= t."endedAt" + ${RETURN_MS} * interval '1 millisecond'
    RETURNING t."begunAt"`);
  return rows.map(({ begunAt }) => begunAt);
}
