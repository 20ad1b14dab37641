import { stem } from '#ai/stem.ts';
import { isHan, normalise, runs } from '#ai/tokenizer.ts';

/** Where a phrase stands in a normalised text, in UTF-16 units; `end` is not included. */
export interface Span {
  start: number;
  end: number;
}

/** A text prepared for looking phrases up in: words of other scripts are compared by their stem, Chinese by characters. */
export interface PreparedText {
  text: string;
  tokens: { stem: string; han: boolean; start: number; end: number }[];
}

/** Prepares a text once for many phrases. */
export function prepare(raw: string): PreparedText {
  const text = normalise(raw);
  const tokens: PreparedText['tokens'] = [];
  let from = 0;
  for (const piece of runs(text)) {
    const start = text.indexOf(piece, from);
    from = start + piece.length;
    tokens.push({ stem: isHan(piece) ? piece : stem(piece), han: isHan(piece), start, end: from });
  }
  return { text, tokens };
}

const prepared = new Map<string, PreparedText>();
const KEPT = 20_000;

function phraseOf(phrase: string): PreparedText {
  const known = prepared.get(phrase);
  if (known) return known;
  if (prepared.size >= KEPT) prepared.clear();
  const made = prepare(phrase);
  prepared.set(phrase, made);
  return made;
}

/** The first place where the phrase stands as whole words (Chinese: as characters in a row); null if it does not. */
export function findPhrase(text: PreparedText, phrase: string): Span | null {
  const wanted = phraseOf(phrase);
  if (wanted.tokens.length === 0) return null;
  if (wanted.tokens.some((token) => token.han)) {
    const start = text.text.indexOf(wanted.text);
    return start < 0 ? null : { start, end: start + wanted.text.length };
  }
  const last = text.tokens.length - wanted.tokens.length;
  for (let i = 0; i <= last; i++) {
    if (wanted.tokens.every((token, j) => text.tokens[i + j]!.stem === token.stem)) {
      return { start: text.tokens[i]!.start, end: text.tokens[i + wanted.tokens.length - 1]!.end };
    }
  }
  return null;
}

export const hasPhrase = (text: PreparedText, phrase: string): boolean => findPhrase(text, phrase) !== null;

/** The text without these spans: spaces stand in their place, so that other positions stay. */
export function without(text: PreparedText, spans: Span[]): PreparedText {
  let left = text.text;
  for (const { start, end } of spans) left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
  return prepare(left);
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const lengthOf = (span: Span): number => span.end - span.start;
