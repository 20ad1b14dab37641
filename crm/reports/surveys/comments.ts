import type { CommentRead, Feeling } from '#ai/commentReader.ts';
import { Prisma } from '#prisma/client.ts';
import type { Localized } from '../../localized.ts';
import { type ReadBy, readComments } from '../../surveys/comments/readComments.ts';
import { themes } from '../../surveys/comments/themes.ts';
import { textsWith, wordsIn } from '../../surveys/comments/words.ts';
import type { Looked } from './answers.ts';
import { type AnswerSources, newestAnswers } from './newest.ts';

/** Some of the comments: about a theme, felt so (about it, where both are told), or with a word. */
export interface CommentsAbout {
  theme?: string | undefined;
  feeling?: Feeling | undefined;
  word?: string | undefined;
}

/** What was written: the newest n comments were read; `more`: there are earlier ones. */
export interface CommentsReport {
  more: boolean;
  n: number;
  /** How many of them a model read, and how many are judged by their words. */
  readBy: Record<ReadBy, number>;
  feelings: Record<Feeling, number>;
  /** `negative` and `positive` are of the theme, not of the whole comment. */
  themes: { code: string; name: Localized; n: number; negative: number; positive: number }[];
  /** How many comments have the word. */
  words: { word: string; n: number }[];
  /** The newest of them; of those about something all that were read. */
  newest: {
    id: string;
    comment: string;
    score: number | null;
    feeling: Feeling;
    themes: CommentRead['themes'];
    readBy: ReadBy;
    /** Of an anonymous survey: `answeredAt` is the day's beginning. */
    anonymous: boolean;
    customerId: string | null;
    conversationId: string | null;
    answeredAt: Date;
  }[];
}

/** So many comments are read: the newest say what is the matter now. */
const READ = 500;
const SHOWN = 100;

export async function commentsReport(
  sources: AnswerSources,
  { asked, ...looked }: Looked,
  about: CommentsAbout = {},
): Promise<CommentsReport> {
  const rows = await newestAnswers<Omit<CommentsReport['newest'][number], 'feeling' | 'themes' | 'readBy'>>(
    sources,
    { ...looked, asked: { ...asked, commented: true } },
    {
      rows: READ + 1,
      after: null,
      statement: (of) => Prisma.sql`
        SELECT r.id, r.comment, r.score, v.anonymous, r."customerId", r."conversationId", r."answeredAt" ${of}`,
    },
  );
  const read = await readComments(sources.client, rows.slice(0, READ));
  const by = (who: ReadBy) => read.filter(({ readBy }) => readBy === who).length;
  const felt = (feeling: Feeling, some: readonly { feeling: Feeling }[] = read) =>
    some.filter((each) => each.feeling === feeling).length;
  return {
    more: rows.length > READ,
    n: read.length,
    readBy: { model: by('model'), keywords: by('keywords') },
    feelings: { negative: felt('negative'), neutral: felt('neutral'), positive: felt('positive') },
    themes: themes
      .map(({ code, name }) => {
        const some = read.flatMap((each) => each.themes.filter((about) => about.code === code));
        return { code, name, n: some.length, negative: felt('negative', some), positive: felt('positive', some) };
      })
      .filter(({ n }) => n > 0)
      .toSorted((a, b) => b.n - a.n),
    words: wordsIn(read.map(({ comment }) => comment)),
    newest: Object.values(about).some(Boolean) ? those(read, about) : read.slice(0, SHOWN),
  };
}

type Read = CommentsReport['newest'][number];

function those(read: readonly Read[], { theme, feeling, word }: CommentsAbout): Read[] {
  const isFelt = (each: { feeling: Feeling }) => feeling === undefined || each.feeling === feeling;
  const said =
    word === undefined
      ? undefined
      : textsWith(
          read.map(({ comment }) => comment),
          word,
        );
  return read.filter(
    (each, place) =>
      (theme === undefined ? isFelt(each) : each.themes.some((one) => one.code === theme && isFelt(one))) &&
      (said?.[place] ?? true),
  );
}
