import { stopWords } from '#ai/search/stopWords.ts';
import { readSentiment } from '#ai/sentiment.ts';
import { isHan, normalise, words } from '#ai/tokenizer.ts';
import { type Client, Prisma } from '#prisma/client.ts';
import type { Localized } from '../../localized.ts';
import type { Looked } from './answers.ts';
import { answersOf } from './asked.ts';
import { themes, themesOf } from '../../surveys/comments/themes.ts';

export type Feeling = 'negative' | 'neutral' | 'positive';

/** What was written: the newest n comments were read; `more`: there are earlier ones. */
export interface CommentsReport {
  more: boolean;
  n: number;
  feelings: Record<Feeling, number>;
  themes: { code: string; name: Localized; n: number; negative: number; positive: number }[];
  /** How many comments have the word. */
  words: { word: string; n: number }[];
  /** The newest of each theme and feeling are among these. */
  newest: {
    id: string;
    comment: string;
    score: number | null;
    feeling: Feeling;
    themes: string[];
    conversationId: string | null;
    answeredAt: Date;
  }[];
}

/** So many comments are read: the newest say what is the matter now. */
const READ = 500;
const WORDS = 40;
const SHOWN = 100;
/** Words of courtesy and of any talk, which say nothing where they are counted. */
const courtesies = new Set(
  '谢谢 感谢 辛苦 你好 您好 客服 觉得 感觉 比较 非常 真的 就是 已经 还是 这次 今天 昨天 一直 一点 有点 不错 可以 东西 问题 产品 ok good nice well really just very thing product customer service'.split(
    ' ',
  ),
);

export async function commentsReport(client: Client, looked: Looked): Promise<CommentsReport> {
  const { asked, ids, zone } = looked;
  const of = answersOf({ ...asked, commented: true }, ids, zone);
  const rows = await client.$queryRaw<Omit<CommentsReport['newest'][number], 'feeling' | 'themes'>[]>(Prisma.sql`
    SELECT r.id, r.comment, r.score, r."conversationId", r."answeredAt" ${of}
     ORDER BY r."answeredAt" DESC, r.id DESC LIMIT ${READ + 1}`);
  const read = rows.slice(0, READ).map((row) => ({
    ...row,
    feeling: readSentiment(row.comment).label as Feeling,
    themes: themesOf(row.comment),
  }));
  const felt = (feeling: Feeling, some = read) => some.filter((each) => each.feeling === feeling).length;
  return {
    more: rows.length > READ,
    n: read.length,
    feelings: { negative: felt('negative'), neutral: felt('neutral'), positive: felt('positive') },
    themes: themes
      .map(({ code, name }) => {
        const some = read.filter((each) => each.themes.includes(code));
        return { code, name, n: some.length, negative: felt('negative', some), positive: felt('positive', some) };
      })
      .filter(({ n }) => n > 0)
      .toSorted((a, b) => b.n - a.n),
    words: wordsIn(read.map(({ comment }) => comment)),
    newest: read.slice(0, SHOWN),
  };
}

/** Words that tell something, by how many texts have them: Chinese of two characters and more, as jieba cuts them. */
export function wordsIn(texts: readonly string[]): { word: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(words(normalise(text)))) {
      const tells = isHan(word) ? [...word].length > 1 : word.length > 2 && !/^\d+$/.test(word);
      if (tells && !stopWords.has(word) && !courtesies.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, n]) => n > 1)
    .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, WORDS)
    .map(([word, n]) => ({ word, n }));
}
