import { normalise } from '#ai/tokenizer.ts';

/** Characters that a star in a word may stand for. */
const GAP = 8;
const special = /[.*+?^${}()|[\]\\]/g;

/** A cause as far as its words go. */
interface WithWords {
  code: string;
  words: readonly string[];
}

/**
 * The first cause that what a customer says speaks of; undefined where none does. A Latin word holds from its beginning on
 * ("leak" is in "leaking", "late" is not in "plate"), a star stands for a few characters ("收到*坏").
 */
export function guessCause(causes: readonly WithWords[], whatHappened: string): string | undefined {
  const said = normalise(whatHappened);
  return causes.find(({ words }) => words.some((word) => patternOf(word)?.test(said)))?.code;
}

/** What a word stands for in normalised text; undefined: there is nothing in it. */
export function patternOf(word: string): RegExp | undefined {
  const parts = normalise(word)
    .split('*')
    .map((part) => part.trim().replace(special, '\\$&'))
    .filter(Boolean);
  if (parts.length === 0) return undefined;
  const start = /^[a-z0-9]/.test(parts[0]!) ? '(?<![a-z0-9])' : '';
  return new RegExp(`${start}${parts.join(`.{0,${GAP}}?`)}`, 's');
}
