import { type Client, Prisma } from '#prisma/client.ts';
import { type Interval, shareOf } from '../statistics.ts';

/** Of n promises that were decided, the share that was kept in time, with Wilson's 95 % interval; null: none was. */
export interface PromiseRate {
  n: number;
  kept: number;
  share: number | null;
  interval: Interval | null;
}

/** How promises were kept. `late`: done after their time, or still not done. Withdrawn ones were told to the customer, and so were not kept. */
export interface PromiseReport extends PromiseRate {
  late: number;
  broken: number;
  withdrawn: number;
  /** How many had their day moved; the rate goes by the last day that the customer was told in time. */
  moved: number;
  said: PromiseRate;
  bot: PromiseRate;
  /** By person, from 30 promises on: fewer say more about chance than about anybody. The rest are not listed. */
  people: ({ staffId: string; name: string } & PromiseRate)[];
}

export const FEWEST_OF_A_PERSON = 30;

interface Counted {
  staffId: string | null;
  name: string | null;
  n: number;
  kept: number;
  late: number;
  broken: number;
  withdrawn: number;
  moved: number;
}

/** Promises p that were decided in [from, to): settled there, or due there and still not done. */
export const decidedIn = ({ from, to }: { from: Date; to: Date }): Prisma.Sql => Prisma.sql`p."confirmedAt" IS NOT NULL
  AND ((p."settledAt" >= ${from} AND p."settledAt" < ${to})
    OR (p."settledAt" IS NULL AND p.state = 'late' AND p."dueAt" >= ${from} AND p."dueAt" < ${to}))`;

/** Of a span. */
export async function promiseReport(client: Client, span: { from: Date; to: Date }): Promise<PromiseReport> {
  const rows = await client.$queryRaw<Counted[]>(Prisma.sql`
    SELECT p."staffId", s.name, count(*)::int AS n,
           count(*) FILTER (WHERE p.state = 'kept')::int AS kept,
           count(*) FILTER (WHERE p.state = 'late')::int AS late,
           count(*) FILTER (WHERE p.state = 'broken')::int AS broken,
           count(*) FILTER (WHERE p.state = 'withdrawn')::int AS withdrawn,
           count(*) FILTER (WHERE p.moves > 0)::int AS moved
      FROM "CustomerPromise" p LEFT JOIN "Staff" s ON s.id = p."staffId"
     WHERE ${decidedIn(span)}
     GROUP BY p."staffId", s.name`);
  const sum = (key: 'late' | 'broken' | 'withdrawn' | 'moved') => rows.reduce((total, row) => total + row[key], 0);
  return {
    ...rateOf(rows),
    late: sum('late'),
    broken: sum('broken'),
    withdrawn: sum('withdrawn'),
    moved: sum('moved'),
    said: rateOf(rows.filter(({ staffId }) => staffId !== null)),
    bot: rateOf(rows.filter(({ staffId }) => staffId === null)),
    people: rows
      .flatMap((row) =>
        row.staffId && row.n >= FEWEST_OF_A_PERSON
          ? [{ staffId: row.staffId, name: row.name ?? '', ...rateOf([row]) }]
          : [],
      )
      .sort((a, b) => b.n - a.n),
  };
}

function rateOf(rows: readonly Counted[]): PromiseRate {
  const n = rows.reduce((total, row) => total + row.n, 0);
  const kept = rows.reduce((total, row) => total + row.kept, 0);
  return { n, kept, ...shareOf(kept, n) };
}
