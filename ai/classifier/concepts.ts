import { stem } from '../stem.ts';
import { isHan, runs } from '../tokenizer.ts';
import { everydayWords } from './everydayWords.ts';

/** Concept -> the words for it: Chinese ones parted by spaces, English words and phrases by commas. A word may belong to several concepts. */
export type Thesaurus = Record<string, { zh: string; en: string }>;

/** Finds what the pieces of a message (see `runs`) speak of. */
export type ConceptsIn = (pieces: readonly string[]) => string[];

const MAX_WORDS = 3;
const phraseKey = (text: string): string => runs(text.trim().toLowerCase()).map(stem).join(' ');

/** Makes a finder of concepts. The longest phrase wins, so that 电动牙刷 is one thing and 牙刷 in it is not another. */
export function createConcepts(...thesauri: readonly Thesaurus[]): ConceptsIn {
  const conceptsOf = new Map<string, string[]>();
  let longestHan = 1;
  for (const [concept, { zh, en }] of thesauri.flatMap(Object.entries<Thesaurus[string]>)) {
    const keys = [...zh.split(/\s+/), ...en.split(',').map(phraseKey)].filter((key) => key !== '');
    for (const key of new Set(keys)) {
      const list = conceptsOf.get(key);
      if (list) list.push(concept);
      else conceptsOf.set(key, [concept]);
      if (isHan(key)) longestHan = Math.max(longestHan, key.length);
    }
  }
  const longestMatch = (at: number, longest: number, key: (length: number) => string, found: string[]): number => {
    for (let length = longest; length > 0; length--) {
      const concepts = conceptsOf.get(key(length));
      if (!concepts) continue;
      found.push(...concepts);
      return at + length;
    }
    return at + 1;
  };
  return (pieces) => {
    const found: string[] = [];
    for (let i = 0; i < pieces.length; ) {
      const piece = pieces[i]!;
      if (isHan(piece)) {
        for (let at = 0; at < piece.length; ) {
          at = longestMatch(
            at,
            Math.min(longestHan, piece.length - at),
            (length) => piece.slice(at, at + length),
            found,
          );
        }
        i++;
        continue;
      }
      let end = i;
      while (end < pieces.length && !isHan(pieces[end]!)) end++;
      const stems = pieces.slice(i, end).map(stem);
      for (let at = 0; at < stems.length; ) {
        const start = at;
        at = longestMatch(
          at,
          Math.min(MAX_WORDS, stems.length - at),
          (length) => stems.slice(start, start + length).join(' '),
          found,
        );
      }
      i = end;
    }
    return found;
  };
}

/** What everybody's words have in common, whatever the business. */
export const everydayConcepts: ConceptsIn = createConcepts(everydayWords);
