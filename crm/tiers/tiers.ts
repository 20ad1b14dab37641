import { v7 } from 'uuid';
import { type Client, type Database, Prisma, type TierChange } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { KeptSetting } from '../keptSetting.ts';
import {
  defaultTierRules,
  type Tier,
  type TierFacts,
  type TierRules,
  tierRulesSchema,
  tierVerdict,
} from './tierRules.ts';

const DAY = 86_400_000;
/** What counts is what was bought and earned in so many days. */
const YEAR_DAYS = 365;

interface Row extends TierFacts {
  id: string;
  cents: number;
  points: number;
}

/** How a customer stands: the tier, what a year brought, what is missing for the next one. */
export interface TierStandingDetail {
  tier: Tier | null;
  /** The word in the record, where it is none of the tiers. */
  other: string | null;
  cents: number;
  points: number;
  next: { tier: Tier; cents: number | null; points: number | null } | null;
  fallsAt: Date | null;
  heldUntil: Date | null;
  changes: (TierChange & { staff: { id: string; name: string } | null })[];
}

/** Classes of customers by what they bought or earned in a year; each change with what it was decided on (0052). */
export class Tiers {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #setting: KeptSetting<TierRules>;

  constructor(db: Database, clock: Clock, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    const known = { key: 'tiers', entity: 'tierRules', schema: tierRulesSchema, standard: defaultTierRules };
    this.#setting = new KeptSetting({ db, audit, ...known });
  }

  rules(): Promise<TierRules> {
    return this.#setting.read();
  }

  setRules(rules: TierRules, staffId: string): Promise<TierRules> {
    return this.#setting.keep(rules, staffId);
  }

  /** Looks who has earned a better tier, and whose grace is over. Safe to run twice and on several instances. */
  async runDue(now: Date): Promise<{ risen: number; fallen: number }> {
    const rules = await this.rules();
    const counts = { risen: 0, fallen: 0 };
    if (!rules.active || rules.tiers.length === 0) return counts;
    const rows = await factsOf(this.#db.client, rules, now);
    for (let at = 0; at < rows.length; at += 200) {
      const part = rows.slice(at, at + 200);
      const done = await this.#db.transaction(async (client) => {
        let [risen, fallen] = [0, 0];
        for (const row of part) {
          const verdict = await act(client, rules, row, now);
          if (verdict === 'rise') risen++;
          if (verdict === 'fall') fallen++;
        }
        return { risen, fallen };
      });
      counts.risen += done.risen;
      counts.fallen += done.fallen;
    }
    return counts;
  }

  /** How one customer stands. */
  async standing(customerId: string): Promise<TierStandingDetail> {
    const now = this.#clock.now();
    const rules = await this.rules();
    const [row] = await factsOf(this.#db.client, rules, now, customerId);
    const changes = await this.#db.client.tierChange.findMany({
      where: { customerId },
      include: { staff: { select: { id: true, name: true } } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: 20,
    });
    const place = row?.current ?? 0;
    const higher = rules.tiers.slice(place).find(({ cents, points }) => cents !== null || points !== null);
    const missing = (wanted: number | null | undefined, had: number) =>
      wanted === null || wanted === undefined ? null : Math.max(0, wanted - had);
    return {
      tier: rules.tiers[place - 1] ?? null,
      other: place === 0 ? (row?.tier ?? null) : null,
      cents: row?.cents ?? 0,
      points: row?.points ?? 0,
      next:
        rules.active && higher && row
          ? { tier: higher, cents: missing(higher.cents, row.cents), points: missing(higher.points, row.points) }
          : null,
      fallsAt: row?.fallsAt ?? null,
      heldUntil: row?.heldUntil ?? null,
      changes,
    };
  }
}

/** What a year brought to customers, and which tier it is worth; of all whose tier is not what it should be, or of one. */
function factsOf(client: Client, { tiers }: TierRules, now: Date, only?: string): Promise<Row[]> {
  const since = new Date(now.getTime() - YEAR_DAYS * DAY);
  const one = only ? Prisma.sql`AND "customerId" = ${only}::uuid` : Prisma.empty;
  return client.$queryRaw<Row[]>(Prisma.sql`
    WITH t AS (SELECT n::int AS rank, v->>'key' AS key, (v->>'cents')::int AS cents, (v->>'points')::int AS points
                 FROM jsonb_array_elements(${JSON.stringify(tiers)}::jsonb) WITH ORDINALITY AS a(v, n)),
    bought AS (SELECT "customerId", sum("amountCents") AS cents FROM "Purchase"
                WHERE source <> 'customer' AND "purchasedAt" > ${since} AND "purchasedAt" <= ${now} ${one} GROUP BY 1),
    earned AS (SELECT "customerId", sum(points) AS points FROM "PointsEntry"
                WHERE kind = 'earn' AND at > ${since} AND at <= ${now} ${one} GROUP BY 1),
    facts AS (SELECT c.id, c.tier, coalesce(b.cents, 0) AS cents, coalesce(e.points, 0) AS points, s."fallsAt", s."heldUntil",
                     (SELECT rank FROM t WHERE t.key = c.tier) AS current,
                     (SELECT max(rank) FROM t WHERE coalesce(b.cents, 0) >= t.cents OR coalesce(e.points, 0) >= t.points) AS reached
                FROM "Customer" c LEFT JOIN bought b ON b."customerId" = c.id LEFT JOIN earned e ON e."customerId" = c.id
                LEFT JOIN "TierStanding" s ON s."customerId" = c.id
               WHERE c."erasedAt" IS NULL AND c."mergedIntoId" IS NULL
                 AND ${only ? Prisma.sql`c.id = ${only}::uuid` : Prisma.sql`(b."customerId" IS NOT NULL OR c.tier IS NOT NULL)`})
    SELECT id, tier, cents::float AS cents, points::int AS points, "fallsAt", "heldUntil", current, reached FROM facts
     ${only ? Prisma.empty : Prisma.sql`WHERE reached IS DISTINCT FROM current OR "fallsAt" IS NOT NULL`}
     ORDER BY id`);
}

async function act(client: Client, rules: TierRules, row: Row, now: Date) {
  const verdict = tierVerdict(row, now);
  const { id: customerId, tier: from, cents, points } = row;
  const standing = (fallsAt: Date | null) =>
    client.tierStanding.upsert({ where: { customerId }, create: { customerId, fallsAt }, update: { fallsAt } });
  if (verdict === 'grace') await standing(new Date(now.getTime() + rules.graceDays * DAY));
  if (verdict === 'safe') await standing(null);
  if (verdict !== 'rise' && verdict !== 'fall') return verdict;
  const to = rules.tiers[row.reached! - 1]!.key;
  // Somebody may have been quicker.
  const { count } = await client.customer.updateMany({ where: { id: customerId, tier: from }, data: { tier: to } });
  if (count === 0) return 'keep';
  await standing(null);
  const since = new Date(now.getTime() - YEAR_DAYS * DAY).toISOString();
  const up = verdict === 'rise' && (from === null || row.current !== null);
  await client.tierChange.create({
    data: { id: v7(), customerId, from, to, at: now, up, cause: 'rule', evidence: { cents, points, since } },
  });
  return verdict;
}
