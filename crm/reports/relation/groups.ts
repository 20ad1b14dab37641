import { type Client, Prisma } from '#prisma/client.ts';
import type { BehindPage } from './table.ts';

/** What is grouped by; a line's name is made of it only then. */
type Key = string | number | null;

/**
 * A way to tell customers apart by where they stood at the last look (k): what is grouped by, the lines in which such customers stand, and who
 * stands in one of them. Customers of no row stand in the line without a name.
 */
export interface CustomerGroup {
  key: Prisma.Sql;
  lines(key: Key): string[];
  holds(value: string): Prisma.Sql;
  join?: Prisma.Sql;
  /** Who stands in the lines, by their id alone (k), where that is less work than to look at where they stand. */
  members?: Prisma.Sql;
}

const named = (key: Prisma.Sql): CustomerGroup => ({
  key,
  lines: (name) => [`${name ?? ''}`],
  holds: (value) => (value === '' ? Prisma.sql`${key} IS NULL` : Prisma.sql`${key} = ${value}`),
});

const numbered = (letter: string, key: Prisma.Sql): CustomerGroup => ({
  key,
  lines: (number) => [number === null ? '' : `${letter}${number}`],
  holds(value) {
    if (value === '') return Prisma.sql`${key} IS NULL`;
    const number = new RegExp(`^${letter}(\\d{1,9})$`).exec(value)?.[1];
    return number ? Prisma.sql`${key} = ${Number(number)}` : Prisma.sql`false`;
  },
});

/** Several in one text: who has several stands in the line of each, once. */
const several = (key: Prisma.Sql, between: string): CustomerGroup => ({
  key,
  lines: (names) => [...new Set(`${names ?? ''}`.split(between))],
  holds: (value) =>
    value === ''
      ? Prisma.sql`coalesce(${key}, '') = ''`
      : Prisma.sql`${value} = ANY (string_to_array(${key}, ${between}))`,
});

/** Who said something twice stands in its line once. */
const liked = Prisma.sql`(SELECT DISTINCT "customerId", key, value FROM "Preference" WHERE confirmed) f`;
const preferences: CustomerGroup = {
  ...named(Prisma.sql`f.key || ':' || f.value`),
  join: Prisma.sql`JOIN ${liked} ON f."customerId" = k."customerId"`,
  members: Prisma.sql`${liked} CROSS JOIN LATERAL (SELECT f."customerId") k`,
};

const groups = {
  segment: named(Prisma.sql`k.segment`),
  tier: named(Prisma.sql`k.tier`),
  fifth: numbered('f', Prisma.sql`k.monetary`),
  orders: numbered('o', Prisma.sql`least(k.orders, 5)`),
  city: named(Prisma.sql`k.city`),
  language: named(Prisma.sql`k.language`),
  age: numbered('a', Prisma.sql`k.age`),
  channel: several(Prisma.sql`k.channels`, ','),
  preference: preferences,
} satisfies Record<string, CustomerGroup>;

export const groupBy = (by: string): CustomerGroup => groups[by as keyof typeof groups];

/** Customers where they stood at the last look (k); of preferences, once for each of theirs. */
export const standings = ({ join = Prisma.empty }: CustomerGroup): Prisma.Sql =>
  Prisma.sql`"CustomerSegment" k ${join}`;

/** When everybody was looked at last; null: never. */
export async function lookedAt(client: Client): Promise<Date | null> {
  const [row] = await client.$queryRaw<{ at: Date | null }[]>`SELECT max("lookedAt") AS at FROM "CustomerSegment"`;
  return row!.at;
}

/** Something of customers' own rows (x) added up by group, of those of the last look or of some of them. */
export const sumsBy = (
  group: CustomerGroup,
  rows: Prisma.Sql,
  sums: Prisma.Sql,
  which = Prisma.sql`true`,
): Prisma.Sql => Prisma.sql`
  SELECT ${group.key} AS key, ${sums} FROM ${group.members ?? standings(group)} JOIN ${rows} ON x."customerId" = k."customerId" WHERE ${which} GROUP BY 1`;

/** A row of what was grouped. */
export interface Keyed {
  key: Key;
}

/** Adds up what was grouped, line by line, the largest first by one of the figures; what is null adds nothing and stays null where nothing else is. */
export function byLine<T extends object>({ lines }: CustomerGroup, rows: readonly (T & Keyed)[]): Map<string, T> {
  const found = new Map<string, Record<string, number | null>>();
  for (const { key, ...figures } of rows)
    for (const line of lines(key)) {
      const sums = found.get(line);
      if (!sums) found.set(line, { ...(figures as Record<string, number | null>) });
      else
        for (const [name, figure] of Object.entries(figures as Record<string, number | null>))
          if (figure !== null) sums[name] = (sums[name] ?? 0) + figure;
    }
  return found as Map<string, T>;
}

/** Lines with a figure by which they stand in order, the largest first. */
export const inOrder = <T>(lines: ReadonlyMap<string, T>, by: (line: T) => number): (T & { value: string })[] =>
  [...lines].map(([value, line]) => ({ ...line, value })).sort((a, b) => by(b) - by(a) || (a.value < b.value ? -1 : 1));

/**
 * Customers behind a line, for a page of them or all: of rows with "customerId", at, cents and facts, a customer once. Only a page is put in order
 * and has names.
 */
export function customersOf(rows: Prisma.Sql, { after, limit }: BehindPage): Prisma.Sql {
  if (limit === null)
    return Prisma.sql`SELECT 'customer' AS kind, r."customerId" AS id, NULL AS name, r.at, r.cents, r.facts FROM (${rows}) r`;
  const older = after ? Prisma.sql`WHERE (r.at, r."customerId") < (${after.at}, ${after.id}::uuid)` : Prisma.empty;
  return Prisma.sql`
    SELECT 'customer' AS kind, c.id, c.name, r.at, r.cents::float AS cents, r.facts
      FROM (SELECT r.* FROM (${rows}) r ${older} ORDER BY r.at DESC, r."customerId" DESC LIMIT ${limit}) r JOIN "Customer" c ON c.id = r."customerId"`;
}
