import type { CommentsAbout } from './queries.ts';

export const feelings = ['negative', 'neutral', 'positive'] as const;
type Feeling = (typeof feelings)[number];

const feelingOf = (text: string | undefined): Feeling | undefined => feelings.find((each) => each === text);

/** Which comments the address asks for: theme:delivery, theme:delivery:negative, feeling:negative or word:漏水. */
export function aboutIn(address: string | null): CommentsAbout {
  const [kind, ...rest] = (address ?? '').split(':');
  if (kind === 'word') return { word: rest.join(':') || undefined };
  if (kind === 'feeling') return { feeling: feelingOf(rest[0]) };
  if (kind === 'theme') return { theme: rest[0] || undefined, feeling: feelingOf(rest[1]) };
  return {};
}

/** The same as the address has it; undefined: all of them. */
export function addressOf({ theme, feeling, word }: CommentsAbout): string | undefined {
  if (word) return `word:${word}`;
  if (theme) return feeling ? `theme:${theme}:${feeling}` : `theme:${theme}`;
  return feeling && `feeling:${feeling}`;
}
