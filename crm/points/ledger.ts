import { v7 } from 'uuid';
import { type Client, type PointsEntry, type PointsKind, Prisma } from '#prisma/client.ts';
import { Conflict } from '../errors.ts';

/** Points that came, and what is left of them. */
interface Lot {
  id: string;
  left: number;
}

/** Points that go: how many, why, and who says so. */
export interface Going {
  customerId: string;
  kind: Exclude<PointsKind, 'earn'>;
  points: number;
  cause: string;
  note?: string | null;
  staffId?: string | null;
  purchaseId?: string | null;
  key?: string | null;
}

const alive = (now: Date) => Prisma.sql`("expiresAt" IS NULL OR "expiresAt" > ${now})`;
const left = Prisma.sql`(e.points - coalesce((SELECT sum(t.points) FROM "PointsTake" t WHERE t."fromId" = e.id), 0))::int`;

/** What a customer may spend: the sum of what came and is neither taken nor over. */
export async function balanceOf(client: Client, customerId: string, now: Date): Promise<number> {
  const [row] = await client.$queryRaw<{ balance: number }[]>(Prisma.sql`
    SELECT coalesce(sum(${left}), 0)::int AS balance FROM "PointsEntry" e
     WHERE "customerId" = ${customerId}::uuid AND points > 0 AND ${alive(now)}`);
  return row?.balance ?? 0;
}

/**
 * Takes points away, the oldest first. Two at once wait for each other: what came is locked before it is counted, in a statement of
 * its own, so that the count sees what the other has taken. Throws Conflict (notEnoughPoints).
 */
export async function takePoints(client: Client, going: Going, now: Date): Promise<PointsEntry> {
  const mine = Prisma.sql`"customerId" = ${going.customerId}::uuid AND points > 0 AND ${alive(now)}`;
  await client.$queryRaw(Prisma.sql`SELECT 1 FROM "PointsEntry" WHERE ${mine} ORDER BY id FOR UPDATE`);
  if (going.key) {
    const known = await client.pointsEntry.findUnique({ where: { key: going.key } });
    if (known) return known;
  }
  const lots = await client.$queryRaw<Lot[]>(Prisma.sql`
    SELECT e.id, ${left} AS left FROM "PointsEntry" e WHERE ${mine} ORDER BY e.at, e.id`);
  if (lots.reduce((sum, lot) => sum + lot.left, 0) < going.points) {
    throw new Conflict('notEnoughPoints', 'There are not that many points.');
  }
  return write(client, going, lots, now);
}

/** What is left of points that are over goes, once. Null where somebody was quicker or nothing is left. */
export async function expireLot(client: Client, lotId: string, now: Date): Promise<PointsEntry | null> {
  await client.$queryRaw`SELECT 1 FROM "PointsEntry" WHERE id = ${lotId}::uuid FOR UPDATE`;
  const [lot] = await client.$queryRaw<(Lot & { customerId: string })[]>(Prisma.sql`
    SELECT e.id, e."customerId", ${left} AS left FROM "PointsEntry" e
     WHERE e.id = ${lotId}::uuid AND e."expiresAt" <= ${now}`);
  if (!lot || lot.left <= 0) return null;
  const { customerId, left: points } = lot;
  return write(client, { customerId, kind: 'expire', points, cause: 'expiry', key: `expire:${lotId}` }, [lot], now);
}

async function write(client: Client, going: Going, lots: readonly Lot[], now: Date): Promise<PointsEntry> {
  const { points, ...said } = going;
  const entry = await client.pointsEntry.create({
    data: { ...said, id: v7(), points: -points, at: now, recordedAt: now },
  });
  let wanted = points;
  const takes = [];
  for (const lot of lots) {
    const part = Math.min(lot.left, wanted);
    if (part > 0) takes.push({ id: v7(), fromId: lot.id, byId: entry.id, points: part });
    wanted -= part;
  }
  await client.pointsTake.createMany({ data: takes });
  return entry;
}
