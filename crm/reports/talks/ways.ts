import { Prisma } from '#prisma/client.ts';
import type { TalkDimension } from '../../talks/talkDays.ts';

/** What talks can be told apart by. */
export const talkWays = ['channel', 'language', 'product', 'category', 'tier', 'segment', 'audience'] as const;
export type TalkWay = (typeof talkWays)[number];

/** How a way is read from the days that were counted (s) and from a talk itself (t). */
export const ways: Record<TalkWay, { counted: TalkDimension; group: Prisma.Sql; joins: Prisma.Sql; talk: Prisma.Sql }> =
  {
    ...(Object.fromEntries(
      (['channel', 'language', 'tier', 'segment', 'audience'] as const).map((name) => [
        name,
        { counted: name, group: Prisma.sql`s.value`, joins: Prisma.empty, talk: Prisma.raw(`t.${name}`) },
      ]),
    ) as Record<
      Exclude<TalkWay, 'product' | 'category'>,
      { counted: TalkDimension; group: Prisma.Sql; joins: Prisma.Sql; talk: Prisma.Sql }
    >),
    product: {
      counted: 'product',
      group: Prisma.sql`s.value`,
      joins: Prisma.empty,
      talk: Prisma.sql`coalesce(t."productId"::text, '')`,
    },
    category: {
      counted: 'product',
      group: Prisma.sql`coalesce(p."categoryKey", '')`,
      joins: Prisma.sql`LEFT JOIN "Product" p ON p.id = nullif(s.value, '')::uuid`,
      talk: Prisma.sql`coalesce((SELECT p."categoryKey" FROM "Product" p WHERE p.id = t."productId"), '')`,
    },
  };
