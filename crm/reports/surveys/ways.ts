import { Prisma } from '#prisma/client.ts';
import { type CountedDimension, facts } from '../../surveys/days/count.ts';

/** What answers can be told apart by. */
export const dimensions = [
  'product',
  'category',
  'channel',
  'way',
  'touchpoint',
  'survey',
  'team',
  'staff',
  'tier',
  'segment',
  'who',
] as const;
export type Dimension = (typeof dimensions)[number];

/** How a dimension is read from the days that were counted (s) and from an answer itself (r, i, c, u with what `joins` adds). */
interface Way {
  counted: CountedDimension;
  group: Prisma.Sql;
  joins?: Prisma.Sql;
  where?: Prisma.Sql;
  answer: Prisma.Sql;
  answerJoins?: Prisma.Sql;
}

const people = Prisma.sql`s.who = 'person'`;
const ratedPerson = Prisma.sql`CASE WHEN ${facts.who} = 'person' THEN i.rated END`;

export const ways: Record<Dimension, Way> = {
  product: { counted: 'product', group: Prisma.sql`s.value`, answer: facts.product },
  category: {
    counted: 'product',
    joins: Prisma.sql`LEFT JOIN "Product" p ON p.id = nullif(s.value, '')::uuid`,
    group: Prisma.sql`p."categoryKey"`,
    answerJoins: Prisma.sql`LEFT JOIN "Product" p ON p.id = r."productId"`,
    answer: Prisma.sql`coalesce(p."categoryKey", '')`,
  },
  channel: { counted: 'channel', group: Prisma.sql`s.value`, answer: facts.channel },
  way: { counted: 'way', group: Prisma.sql`s.value`, answer: facts.way },
  tier: { counted: 'tier', group: Prisma.sql`s.value`, answer: facts.tier },
  segment: { counted: 'segment', group: Prisma.sql`s.value`, answer: facts.segment },
  touchpoint: {
    counted: 'all',
    joins: Prisma.sql`JOIN "Survey" v ON v.id = s."surveyId"`,
    group: Prisma.sql`v.touchpoint`,
    answer: Prisma.sql`coalesce(v.touchpoint, '')`,
  },
  survey: { counted: 'all', group: Prisma.sql`s."surveyId"`, answer: Prisma.sql`r."surveyId"::text` },
  who: { counted: 'all', group: Prisma.sql`s.who`, answer: facts.who },
  staff: {
    counted: 'rated',
    group: Prisma.sql`s.value`,
    where: people,
    answer: Prisma.sql`coalesce(${ratedPerson}, '')`,
  },
  team: {
    counted: 'team',
    group: Prisma.sql`s.value`,
    where: people,
    answer: Prisma.sql`CASE WHEN ${facts.who} = 'person' THEN ${facts.team} END`,
  },
};
