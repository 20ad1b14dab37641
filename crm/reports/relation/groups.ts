import { Prisma } from '#prisma/client.ts';
import { customersBehind, hasBought, isShown, ofLine, type RelationAsked } from './table.ts';

/** Ways to tell customers apart: c the customer, k where they stand. */
const groupsAt = (now: Date) => ({
  segment: Prisma.sql`coalesce(k.segment, '')`,
  tier: Prisma.sql`coalesce(c.tier, '')`,
  fifth: Prisma.sql`coalesce('f' || k.monetary, '')`,
  orders: Prisma.sql`CASE WHEN coalesce(k.orders, 0) = 0 THEN 'o0' WHEN k.orders >= 5 THEN 'o5' ELSE 'o' || k.orders END`,
  city: Prisma.sql`coalesce(c.city, '')`,
  language: Prisma.sql`coalesce(c.language, '')`,
  age: Prisma.sql`coalesce('a' || (least(70, greatest(10, extract(year FROM age(${now}::date, c.birthday))::int / 10 * 10))), '')`,
  channel: Prisma.sql`coalesce(i.channel, '')`,
  preference: Prisma.sql`f.key || ':' || f.value`,
});
export type CustomerGroup = keyof ReturnType<typeof groupsAt>;

/** Customers who are shown (c), once for each channel or preference, with where they stand (k) and what a way to tell them apart needs. */
export function customersBy(by: string, now: Date): { group: Prisma.Sql; tables: Prisma.Sql } {
  const more =
    by === 'channel'
      ? Prisma.sql`LEFT JOIN (SELECT DISTINCT "customerId", channel FROM "Identity") i ON i."customerId" = c.id`
      : by === 'preference'
        ? Prisma.sql`JOIN (SELECT DISTINCT "customerId", key, value FROM "Preference" WHERE confirmed) f ON f."customerId" = c.id`
        : Prisma.empty;
  return {
    group: groupsAt(now)[by as CustomerGroup],
    tables: Prisma.sql`"Customer" c LEFT JOIN "CustomerSegment" k ON k."customerId" = c.id ${more}`,
  };
}

const shown = isShown(Prisma.sql`c`);

/** Something of customers' own rows (x) added up by group, of all who are shown or of some of them. */
export const sumsBy = (
  { group, tables }: ReturnType<typeof customersBy>,
  rows: Prisma.Sql,
  sums: Prisma.Sql,
  which = Prisma.sql`true`,
): Prisma.Sql => Prisma.sql`
  SELECT ${group} AS value, ${sums} FROM ${tables} JOIN ${rows} ON x."customerId" = c.id WHERE ${shown} AND ${which} GROUP BY 1`;

/** The customers of a line, or some of them: when they bought last, or came, and what they have paid so far. */
export function behindGroup(
  asked: RelationAsked,
  value: string | null,
  now: Date,
  which = Prisma.sql`true`,
): Prisma.Sql {
  const { by } = asked;
  // Who writes on several channels stands in the line of each: one that is asked for is looked for, not joined.
  const ofChannel =
    by === 'channel' && value
      ? Prisma.sql`EXISTS (SELECT 1 FROM "Identity" i WHERE i."customerId" = c.id AND i.channel = ${value})`
      : null;
  const { group, tables } = customersBy(ofChannel ? 'tier' : by, now);
  return customersBehind(
    Prisma.sql`FROM ${tables} WHERE ${shown} AND ${hasBought(Prisma.sql`c`, asked)} AND ${ofChannel ?? ofLine(group, value)} AND ${which}`,
    Prisma.sql`coalesce(k."lastOn"::timestamptz, c."createdAt")`,
    Prisma.sql`k."spentCents"`,
    Prisma.sql`jsonb_build_object('what', k.segment)`,
  );
}
