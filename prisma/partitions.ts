import type pg from 'pg';

const monthsAhead = 3;

/**
 * Makes the monthly partitions of the history from `from` until three months after `now`. Safe to run at every start
 * and every day. An activity's id is a UUID v7, whose first 48 bits are its milliseconds since 1970 (RFC 9562, 5.7): a
 * month is a range of ids.
 */
export async function ensurePartitions(pool: pg.Pool, now: Date, from: Date = now): Promise<void> {
  const last = monthStart(now, monthsAhead);
  for (let month = monthStart(from, 0); month <= last; month = monthStart(month, 1)) {
    const next = monthStart(month, 1);
    const name = `Activity_${month.getUTCFullYear()}_${String(month.getUTCMonth() + 1).padStart(2, '0')}`;
    const found = await pool.query('SELECT to_regclass($1) AS name', [`"${name}"`]);
    if (found.rows[0].name) continue;
    await pool.query(
      `CREATE TABLE IF NOT EXISTS "${name}" PARTITION OF "Activity" FOR VALUES FROM ('${firstIdOf(month)}') TO ('${firstIdOf(next)}')`,
    );
  }
}

function monthStart(date: Date, offset: number): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + offset, 1));
}

/** The smallest id of a moment: its milliseconds, then zeros. */
export function firstIdOf(date: Date): string {
  const hex = date.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
