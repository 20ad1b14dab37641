import type { Customer } from '#prisma/client.ts';

/** A customer from its row as PostgreSQL's to_jsonb writes it: dates are texts there. */
export function customerOfRow(row: Record<string, unknown>): Customer {
  const date = (value: unknown) => (typeof value === 'string' ? new Date(value) : null);
  return {
    ...(row as unknown as Customer),
    birthday: date(row.birthday),
    createdAt: new Date(String(row.createdAt)),
    lastSeenAt: date(row.lastSeenAt),
    ownedSince: date(row.ownedSince),
  };
}
