import { privatePatterns } from './masking/patterns.ts';

interface Span {
  start: number;
  end: number;
  kind: string;
}

const placeholder = /\[[A-Z]+_\d+\]/g;
/** A name of one character would take half of a Chinese sentence with it. */
const SHORTEST_SECRET = 2;

/**
 * Takes out of texts what must not leave the house, and puts it back into what returns. Phone numbers, mail and street addresses,
 * order and other long numbers, accounts and names become placeholders ([PHONE_1]); the same text always the same one.
 */
export class Mask {
  readonly #secrets: readonly string[];
  readonly #hidden = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  /** `secrets`: what is known of this customer, hidden wherever it stands. */
  constructor(secrets: readonly string[] = []) {
    this.#secrets = secrets.map((one) => one.trim()).filter(({ length }) => length >= SHORTEST_SECRET);
  }

  /** The text without what is private. */
  hide(text: string): string {
    let out = '';
    let from = 0;
    for (const { start, end, kind } of joined([...this.#known(text), ...found(text)])) {
      out += text.slice(from, start) + this.#placeholderFor(text.slice(start, end), kind);
      from = end;
    }
    return out + text.slice(from);
  }

  /** The text with everything back in its place; placeholders that are none of ours stay. */
  restore(text: string): string {
    return text.replace(placeholder, (one) => this.#hidden.get(one) ?? one);
  }

  #known(text: string): Span[] {
    const lower = text.toLowerCase();
    const spans: Span[] = [];
    for (const secret of this.#secrets) {
      const wanted = secret.toLowerCase();
      for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length))
        spans.push({ start: at, end: at + wanted.length, kind: 'TEXT' });
    }
    // Lower case may be longer than the text it comes from (İ); then places can not be trusted.
    return lower.length === text.length
      ? spans
      : spans.length > 0
        ? [{ start: 0, end: text.length, kind: 'TEXT' }]
        : [];
  }

  #placeholderFor(text: string, kind: string): string {
    const known = this.#names.get(text);
    if (known) return known;
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    const name = `[${kind}_${number}]`;
    this.#names.set(text, name);
    this.#hidden.set(name, text);
    return name;
  }
}

function found(text: string): Span[] {
  const spans: Span[] = [];
  for (const { kind, pattern, group = 0 } of privatePatterns) {
    for (const match of text.matchAll(pattern)) {
      const part = match[group];
      if (!part) continue;
      const start = match.index + (group === 0 ? 0 : match[0].lastIndexOf(part));
      spans.push({ start, end: start + part.length, kind });
    }
  }
  return spans;
}

/** Spans that touch or overlap become one, of the kind that came first: a placeholder is never cut in two. */
function joined(spans: Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else out.push({ ...span });
  }
  return out;
}
