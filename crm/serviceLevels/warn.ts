import { type Client, type Database, Prisma, type ServiceClock } from '#prisma/client.ts';
import { byItself } from './clock.ts';
import type { ClockRows } from './clockRows.ts';

/** Rows of one transaction: short enough that nobody waits for it. */
const BATCH = 200;

/**
 * Lets what is due by `now` happen to clocks: pauses end, warnings and breaches are logged at their own times. `tell` is given
 * the highest percentage that was passed, once a clock. The mark on the row (lookAt) makes it safe to run twice, and on many
 * instances at once. `which` narrows the clocks `k`. Returns how often `tell` was called for a warning, and for a breach.
 */
export async function lookAtClocks(
  parts: { db: Database; rows: ClockRows },
  now: Date,
  which: Prisma.Sql,
  tell: (client: Client, clock: ServiceClock, percent: number) => Promise<void>,
): Promise<{ warned: number; breached: number }> {
  const counts = { warned: 0, breached: 0 };
  const due = Prisma.sql`SELECT k.id FROM "ServiceClock" k WHERE k."lookAt" <= ${now} AND ${which}`;
  if ((await parts.db.client.$queryRaw<unknown[]>(Prisma.sql`${due} LIMIT 1`)).length === 0) return counts;
  for (;;) {
    const touched = await parts.db.transaction(async (client) => {
      const taken = await client.$queryRaw<{ id: string }[]>(
        Prisma.sql`${due} ORDER BY k."lookAt", k.id LIMIT ${BATCH} FOR UPDATE OF k SKIP LOCKED`,
      );
      const clocks = await client.serviceClock.findMany({ where: { id: { in: taken.map(({ id }) => id) } } });
      const told = { warned: 0, breached: 0 };
      for (const clock of clocks.sort((a, b) => +a.lookAt! - +b.lookAt! || (a.id < b.id ? -1 : 1))) {
        const steps = [...byItself(clock, now, await parts.rows.calendarOf(clock), true)];
        const changed = await parts.rows.write(client, clock, steps);
        const percent = steps.some(({ kind }) => kind === 'breach')
          ? 100
          : (steps.findLast((s) => s.percent)?.percent ?? 0);
        if (percent === 0) continue;
        await tell(client, changed, percent);
        if (percent === 100) told.breached++;
        else told.warned++;
      }
      return { rows: taken.length, ...told };
    });
    counts.warned += touched.warned;
    counts.breached += touched.breached;
    if (touched.rows < BATCH) return counts;
  }
}
