import { type Client, Prisma } from '#prisma/client.ts';
import { isLow, scaleOf } from '../surveys/metrics.ts';
import type { Happened } from './outcome.ts';
import { SILENCE_MS } from './split.ts';

/** Tasks that say a person is needed; others (a survey's follow-up, a gap to be filled, care) come of the shop's own accord. */
const needing = ['answer', 'callBack', 'complaint', 'repair'];
/** What a talk caused may be written a moment after its last message. */
const AFTER_MS = 3_600_000;

/** All that happened about some conversations beside their words. */
export interface Events {
  needs: { conversationId: string; at: Date }[];
  gaps: { conversationId: string; at: Date; productId: string | null }[];
  thumbs: { conversationId: string; at: Date; helpful: boolean }[];
  ratings: {
    conversationId: string;
    at: Date;
    score: number;
    metric: string;
    rated: string;
    productId: string | null;
  }[];
}

export async function eventsOf(client: Client, conversationIds: readonly string[]): Promise<Events> {
  const ids = Prisma.sql`ANY(${[...conversationIds]}::uuid[])`;
  const needs = client.$queryRaw<Events['needs']>(Prisma.sql`
    SELECT "conversationId", "createdAt" AS at FROM "Task" WHERE "conversationId" = ${ids} AND type = ANY(${needing})
     UNION ALL SELECT "conversationId", "createdAt" FROM "Complaint" WHERE "conversationId" = ${ids}
     UNION ALL SELECT id, "queuedAt" FROM "Conversation" WHERE id = ${ids} AND "queuedAt" IS NOT NULL`);
  const gaps = client.$queryRaw<Events['gaps']>(Prisma.sql`
    SELECT "conversationId", "createdAt" AS at, "productId" FROM "Gap" WHERE "conversationId" = ${ids}
     UNION ALL SELECT "conversationId", "createdAt", "productId" FROM "Complaint"
      WHERE "conversationId" = ${ids} AND "productId" IS NOT NULL`);
  const thumbs = client.$queryRaw<Events['thumbs']>(Prisma.sql`
    SELECT "conversationId", "createdAt" AS at, helpful FROM "Feedback" WHERE "conversationId" = ${ids}`);
  const ratings = client.$queryRaw<Events['ratings']>(Prisma.sql`
    SELECT i."conversationId", i."sentAt" AS at, r.score, s.metric, i.rated, r."productId"
      FROM "Invitation" i JOIN "Response" r ON r."invitationId" = i.id JOIN "Survey" s ON s.id = i."surveyId"
     WHERE i."conversationId" = ${ids} AND i."sentAt" IS NOT NULL AND r.score IS NOT NULL`);
  return { needs: await needs, gaps: await gaps, thumbs: await thumbs, ratings: await ratings };
}

/** What of it belongs to the talk of this time, and which products it was about. */
export function happenedIn(events: Events, talk: { conversationId: string; begunAt: Date; endedAt: Date }) {
  const within =
    (after: number) =>
    (row: { conversationId: string; at: Date }): boolean =>
      row.conversationId === talk.conversationId &&
      row.at >= talk.begunAt &&
      row.at.getTime() <= talk.endedAt.getTime() + after;
  const ratings = events.ratings.filter(within(SILENCE_MS));
  const happened: Happened = {
    needsPerson: events.needs.some(within(AFTER_MS)),
    gaps: events.gaps.filter(within(AFTER_MS)).map(({ at }) => at),
    thumbs: events.thumbs.filter(within(SILENCE_MS)),
    ratings: ratings
      .filter(({ rated }) => rated === 'bot')
      .map(({ at, score, metric }) => ({
        at,
        good: score >= (scaleOf(metric)?.good ?? Number.POSITIVE_INFINITY),
        low: isLow(metric, score),
      })),
  };
  const named = [...events.gaps.filter(within(AFTER_MS)), ...ratings];
  return { happened, productIds: named.flatMap(({ productId }) => productId ?? []) };
}
