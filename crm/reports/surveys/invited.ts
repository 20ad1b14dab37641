import { Prisma } from '#prisma/client.ts';
import { facts, startOf } from '../../surveys/days/count.ts';
import type { OnDays, SurveysAsked } from './asked.ts';
import type { Dimension } from './ways.ts';

/** What became of asking: the two numbers of a response rate, those between them, and whom it was decided not to ask. */
export const outcomes = ['delivered', 'answered', 'unanswered', 'withheld'] as const;
export type Outcome = (typeof outcomes)[number];

/** Invitations of a span: sent in it, or, where nobody was asked, decided in it; `reason`: those withheld for it. */
export interface InvitedAsked extends SurveysAsked {
  outcome: Outcome;
  reason?: string | undefined;
}

/** What an invitation (i, with its conversation c and survey v) is told apart by: as in the counts by day. */
const told: Record<Dimension, Prisma.Sql> = {
  product: Prisma.sql`coalesce(i."productId"::text, '')`,
  category: Prisma.sql`coalesce((SELECT p."categoryKey" FROM "Product" p WHERE p.id = i."productId"), '')`,
  channel: Prisma.sql`coalesce(i.channel, c.channel, '')`,
  way: Prisma.sql`coalesce(i.way, 'chat')`,
  tier: Prisma.sql`i.tier`,
  segment: Prisma.sql`i.segment`,
  touchpoint: Prisma.sql`coalesce(v.touchpoint, '')`,
  survey: Prisma.sql`i."surveyId"::text`,
  who: facts.who,
  staff: Prisma.sql`CASE WHEN ${facts.who} = 'person' THEN i.rated END`,
  team: Prisma.sql`CASE WHEN ${facts.who} = 'person' THEN ${facts.team} END`,
};

/** What is known also of whom nobody asked; the rest is fixed when a question is sent. */
const knownBefore: readonly Dimension[] = ['product', 'category', 'touchpoint', 'survey'];

/** Whether it can be told who was not asked: not where only those are looked at who were asked by some way, or about somebody. */
export const tellsWithheld = ({ who, cut }: SurveysAsked): boolean =>
  !who && (!cut || knownBefore.includes(cut.dimension));

const which: Record<Outcome, Prisma.Sql> = {
  delivered: Prisma.sql`i."deliveredAt" IS NOT NULL`,
  answered: Prisma.sql`i."answeredAt" IS NOT NULL`,
  unanswered: Prisma.sql`i."deliveredAt" IS NOT NULL AND i."answeredAt" IS NULL`,
  // Only who was not asked has such a time; an index holds it with the reason.
  withheld: Prisma.sql`i."decidedAt" IS NOT NULL`,
};

/** When it was sent, or decided that it is not. */
export const whenOf = (outcome: Outcome): Prisma.Sql =>
  outcome === 'withheld' ? Prisma.sql`i."decidedAt"` : Prisma.sql`i."sentAt"`;

const joins = Prisma.sql`LEFT JOIN "Conversation" c ON c.id = i."conversationId" JOIN "Survey" v ON v.id = i."surveyId"`;

/** The tables and conditions of the invitations that are asked for: i, with c and v; of some days alone where they are told. */
export function invitedOf(asked: InvitedAsked, surveyIds: readonly string[], zone: string, days?: OnDays): Prisma.Sql {
  const { from, to, who, cut, outcome, reason } = asked;
  const at = whenOf(outcome);
  const on = days
    ? Prisma.sql`FROM unnest(${days.surveyIds}::uuid[], ${days.days}::date[]) d("surveyId", day) CROSS JOIN LATERAL (
        SELECT * FROM "Invitation" n WHERE n."surveyId" = d."surveyId" AND n."sentAt" >= ${startOf(Prisma.sql`d.day`, zone)}
           AND n."sentAt" < ${startOf(Prisma.sql`d.day + 1`, zone)} OFFSET 0) i`
    : Prisma.sql`FROM "Invitation" i`;
  return Prisma.sql`${on} ${joins}
   WHERE i."surveyId" = ANY(${[...surveyIds]}::uuid[]) AND ${at} >= ${startOf(Prisma.sql`${from}::date`, zone)}
     AND ${at} < ${startOf(Prisma.sql`${to}::date + 1`, zone)} AND ${which[outcome]}
     ${who ? Prisma.sql`AND ${facts.who} = ${who}` : Prisma.empty}
     ${cut ? Prisma.sql`AND ${told[cut.dimension]} = ${cut.value}` : Prisma.empty}
     ${reason ? Prisma.sql`AND coalesce(i.reason, '') = ${reason}` : Prisma.empty}`;
}
