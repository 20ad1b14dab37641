import { diffWordsWithSpace } from 'diff';

/** What a version of an article says. */
export interface VersionText {
  kind: string;
  title: string;
  body: string;
  productSkus: string[];
  published: boolean;
  audience: string;
  validUntil: Date | null;
}

/** A stretch of text that stayed, was added or was removed. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** From one version to another: title and text word by word, other fields as they were and became (JSON). */
export interface ArticleDiff {
  title: DiffPart[];
  body: DiffPart[];
  fields: { field: string; from: string; to: string }[];
}

/** Chinese has no spaces between its words: where it begins and ends one, the dictionary of ICU tells. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const fields = ['kind', 'productSkus', 'published', 'audience', 'validUntil'] as const;

/** See ArticleDiff. */
export function articleDiff(from: VersionText, to: VersionText): ArticleDiff {
  return {
    title: parts(from.title, to.title),
    body: parts(from.body, to.body),
    fields: fields.flatMap((field) => {
      const [before, after] = [JSON.stringify(from[field]), JSON.stringify(to[field])];
      return before === after ? [] : [{ field, from: before, to: after }];
    }),
  };
}

const parts = (from: string, to: string): DiffPart[] =>
  diffWordsWithSpace(from, to, { intlSegmenter: segmenter }).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
