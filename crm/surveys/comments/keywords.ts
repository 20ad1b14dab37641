import { readSentiment } from '#ai/sentiment.ts';
import type { CommentRead } from './reading.ts';
import { themesOf } from './themes.ts';

export function readByKeywords(comment: string): CommentRead {
  const feeling = readSentiment(comment).label;
  return { feeling, themes: themesOf(comment).map((code) => ({ code, feeling })) };
}
