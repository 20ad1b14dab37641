import { createHash } from 'node:crypto';
import type { CommentRead } from '#ai/commentReader.ts';
import type { Client } from '#prisma/client.ts';
import { readByKeywords } from './keywords.ts';
import { themes } from './themes.ts';

/** Who read a comment. Where no model did, the words in it decide. */
export type ReadBy = 'model' | 'keywords';

const codes = new Set(themes.map(({ code }) => code));

/** Names the words of a comment; PostgreSQL makes the same of them in commentReadings.ts. */
export const hashOf = (comment: string): string => createHash('sha256').update(comment).digest('hex');

/**
 * What comments say: as a model read these very words, else by their keywords. The one definition for the page, the API and files.
 * Looks for the readings of these answers alone, and asks no model.
 */
export async function readComments<T extends { id: string; comment: string }>(
  client: Client,
  answers: readonly T[],
): Promise<(T & CommentRead & { readBy: ReadBy })[]> {
  const rows = await client.commentReading.findMany({
    where: { responseId: { in: answers.map(({ id }) => id) }, readAt: { not: null } },
    select: { responseId: true, textHash: true, feeling: true, themes: true },
  });
  const kept = new Map(rows.map((row) => [row.responseId, row]));
  return answers.map((answer) => {
    const row = kept.get(answer.id);
    if (row?.textHash !== hashOf(answer.comment))
      return { ...answer, ...readByKeywords(answer.comment), readBy: 'keywords' };
    const feeling = row.feeling as CommentRead['feeling'];
    // Of a list that has changed since, what is left.
    const about = (row.themes as CommentRead['themes']).filter(({ code }) => codes.has(code));
    return { ...answer, feeling, themes: about, readBy: 'model' };
  });
}
