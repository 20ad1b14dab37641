import { Prisma } from '#prisma/client.ts';
import type { TalkDimension } from '../../talks/talkDays.ts';

/** What talks can be told apart by. */
export const talkWays = ['channel', 'language', 'product', 'category', 'tier', 'segment', 'audience'] as const;
export type TalkWay = (typeof talkWays)[number];

interface Way {
  counted: TalkDimension;
  group: Prisma.Sql;
  joins: Prisma.Sql;
  of: (value: string) => Prisma.Sql;
}

const plain = (name: 'channel' | 'language' | 'tier' | 'segment' | 'audience'): Way => ({
  counted: name,
  group: Prisma.sql`s.value`,
  joins: Prisma.empty,
  of: (value) => Prisma.sql`${Prisma.raw(`t.${name}`)} = ${value}`,
});

/** How a way is read from the days that were counted (s), and which talks (t) are of one of its values. */
export const ways: Record<TalkWay, Way> = {
  channel: plain('channel'),
  language: plain('language'),
  tier: plain('tier'),
  segment: plain('segment'),
  audience: plain('audience'),
  // By the columns themselves, so that their index serves; what is no product has none.
  product: {
    counted: 'product',
    group: Prisma.sql`s.value`,
    joins: Prisma.empty,
    of: (value) =>
      value === ''
        ? Prisma.sql`t."productId" IS NULL`
        : Prisma.sql`t."productId" IN (SELECT p.id FROM "Product" p WHERE p.id::text = ${value})`,
  },
  category: {
    counted: 'product',
    group: Prisma.sql`coalesce(p."categoryKey", '')`,
    joins: Prisma.sql`LEFT JOIN "Product" p ON p.id = nullif(s.value, '')::uuid`,
    of: (value) =>
      value === ''
        ? Prisma.sql`NOT EXISTS (SELECT 1 FROM "Product" p WHERE p.id = t."productId")`
        : Prisma.sql`t."productId" IN (SELECT p.id FROM "Product" p WHERE p."categoryKey" = ${value})`,
  },
};
