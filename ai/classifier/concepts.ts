import { stem } from '../stem.ts';
import { isHan, runs } from '../tokenizer.ts';
import { thesaurus } from './thesaurus.ts';

const conceptsOf = new Map<string, string[]>();
let longestHan = 1;
const MAX_WORDS = 3;

const phraseKey = (text: string): string => runs(text).map(stem).join(' ');

for (const [concept, { zh, en }] of Object.entries(thesaurus)) {
  const keys = [...zh.trim().split(/\s+/), ...en.split(',').map((phrase) => phraseKey(phrase.trim().toLowerCase()))];
  for (const key of new Set(keys)) {
    const list = conceptsOf.get(key);
    if (list) list.push(concept);
    else conceptsOf.set(key, [concept]);
    if (/\p{Script=Han}/u.test(key)) longestHan = Math.max(longestHan, key.length);
  }
}

/** The concepts that pieces of a message (see `runs`) speak of, in order; the longest phrase wins, so that 电动牙刷 is one thing. */
export function conceptsIn(pieces: readonly string[]): string[] {
  const found: string[] = [];
  let latin: string[] = [];
  const flush = () => {
    for (let at = 0; at < latin.length; ) {
      let length = Math.min(MAX_WORDS, latin.length - at);
      while (length > 0 && !conceptsOf.has(latin.slice(at, at + length).join(' '))) length--;
      if (length > 0) found.push(...conceptsOf.get(latin.slice(at, at + length).join(' '))!);
      at += Math.max(1, length);
    }
    latin = [];
  };
  for (const piece of pieces) {
    if (!isHan(piece)) {
      latin.push(stem(piece));
      continue;
    }
    flush();
    for (let at = 0; at < piece.length; ) {
      let length = Math.min(longestHan, piece.length - at);
      while (length > 0 && !conceptsOf.has(piece.slice(at, at + length))) length--;
      if (length > 0) found.push(...conceptsOf.get(piece.slice(at, at + length))!);
      at += Math.max(1, length);
    }
  }
  flush();
  return found;
}
