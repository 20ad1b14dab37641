import type { CommentRead } from '#ai/commentReader.ts';
import { type Client, Prisma } from '#prisma/client.ts';
import type { Localized } from '../../localized.ts';
import { type Page, pageOf, positionOf, rowsFor } from '../../page.ts';
import { type ReadBy, readComments } from '../../surveys/comments/readComments.ts';
import { facts } from '../../surveys/days/count.ts';
import { type AnswersAsked, answersOf } from './asked.ts';
import { type AnswerSources, newestAnswers } from './newest.ts';

/** An answer with what it is told apart by; of anonymous ones `answeredAt` is the day's beginning and nobody is named. */
export interface Answer {
  id: string;
  surveyId: string;
  survey: Localized;
  metric: string;
  anonymous: boolean;
  version: number;
  score: number | null;
  comment: string | null;
  /** What the comment says, and who read it; null: there is none. */
  read: (CommentRead & { readBy: ReadBy }) | null;
  answers: Record<string, unknown>;
  who: string;
  /** The colleague who was rated. */
  staff: string | null;
  product: Localized | null;
  productId: string | null;
  channel: string;
  way: string;
  tier: string;
  segment: string;
  language: string | null;
  customerId: string | null;
  customer: string | null;
  conversationId: string | null;
  answeredAt: Date;
  changedAt: Date | null;
}

/** What is asked for, the surveys it concerns, and the shop's zone. */
export interface Looked {
  asked: AnswersAsked;
  ids: readonly string[];
  zone: string;
}

export async function answersPage(
  sources: AnswerSources,
  looked: Looked,
  page: { limit?: number; cursor?: string | undefined },
): Promise<Page<Answer>> {
  const rows = await newestAnswers<Omit<Answer, 'read'>>(sources, looked, {
    rows: rowsFor(page),
    after: positionOf(page.cursor),
    statement: (of) => Prisma.sql`
    SELECT o.*, x.name AS staff, y.name AS product FROM (
      SELECT r.id, r."surveyId", v.title AS survey, v.metric, v.anonymous, r.version, r.score, r.comment, r.answers,
             ${facts.who} AS who, i.rated, r."productId", ${facts.channel} AS channel, ${facts.way} AS way,
             ${facts.tier} AS tier, ${facts.segment} AS segment, r.language, r."customerId", u.name AS customer, r."conversationId", r."answeredAt", r."changedAt"
      ${of}) o
      LEFT JOIN "Staff" x ON x.id::text = o.rated LEFT JOIN "Product" y ON y.id = o."productId"
     ORDER BY o."answeredAt" DESC, o.id DESC`,
  });
  const { items, nextCursor } = pageOf(rows, page, (row) => ({ at: row.answeredAt, id: row.id }));
  const commented = items.flatMap(({ id, comment }) => (comment === null ? [] : [{ id, comment }]));
  const read = new Map((await readComments(sources.client, commented)).map(({ id, comment, ...what }) => [id, what]));
  return { items: items.map((row) => ({ ...row, read: read.get(row.id) ?? null })), nextCursor };
}

export async function countAnswers(client: Client, { asked, ids, zone }: Looked): Promise<number> {
  const [row] = await client.$queryRaw<{ n: number }[]>(
    Prisma.sql`SELECT count(*)::int AS n ${answersOf(asked, ids, zone)}`,
  );
  return row!.n;
}
