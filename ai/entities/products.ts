import type { ProductMention } from '../reading.ts';
import { withinOneEdit } from '../search/withinOneEdit.ts';
import { stem } from '../stem.ts';
import { isHan, normalise } from '../tokenizer.ts';
import { soundAlike } from './pinyinOrder.ts';

/** What a product is called: names in both languages, aliases, model numbers. */
export type ProductName = { id: string; names: readonly string[] };

type Unit = { value: string; start: number; end: number };
type Name = { id: string; units: string[] };
type Match = { name: Name; start: number; end: number; exact: boolean };

const SLIP_CONFIDENCE = 0.8;

/** Text as single Han characters, words of letters (stemmed) and figures: QM-S200, qm s200 and QMS-200 come out nearly alike. */
function unitsOf(normalised: string): Unit[] {
  return [...normalised.matchAll(/\p{Script=Han}|\p{N}+|(?:(?!\p{Script=Han})[\p{L}\p{M}])+/gu)].map((m) => ({
    value: isHan(m[0]) ? m[0] : stem(m[0]),
    start: m.index,
    end: m.index + m[0].length,
  }));
}

/** Whether one unit may be a slip for the other. */
function slip(typed: string, meant: string, nameLength: number): boolean {
  if (isHan(typed)) return isHan(meant) && nameLength >= 3 && (nameLength >= 6 || soundAlike(typed, meant));
  return /^[a-z]{5,}$/.test(meant) && typed.length >= 4 && withinOneEdit(typed, meant);
}

/** Finds products in messages by name, alias or model number, also with one slip: a wrong letter, or a character of the same sound. */
export class ProductNames {
  /** Names by their first and by their second unit: with at most one slip, one of the two stands. */
  private readonly byUnit = new Map<string, { name: Name; offset: number }[]>();
  private readonly single: Name[] = [];

  constructor(products: readonly ProductName[]) {
    for (const { id, names } of products) {
      for (const text of new Set(names.map(normalise))) {
        const units = unitsOf(text).map(({ value }) => value);
        if (units.length === 0 || (units.length === 1 && units[0]!.length < 2)) continue;
        this.add({ id, units });
        const joined = text.replace(/[^\p{L}\p{N}]+/gu, '');
        const asOne = unitsOf(joined).map(({ value }) => value);
        if (/\d/.test(joined) && asOne.length !== units.length) this.add({ id, units: asOne });
      }
    }
  }

  private add(name: Name): void {
    if (name.units.length === 1) this.single.push(name);
    for (const offset of [0, 1]) {
      const unit = name.units[offset];
      if (unit === undefined) continue;
      const list = this.byUnit.get(unit);
      if (list) list.push({ name, offset });
      else this.byUnit.set(unit, [{ name, offset }]);
    }
  }

  /** Products named in the text, in its order; a name that several products share gives each of them an equal part of the confidence. */
  find(text: string): ProductMention[] {
    const normalised = normalise(text);
    const units = unitsOf(normalised);
    const matches: Match[] = [];
    for (let at = 0; at < units.length; at++) {
      for (const { name, offset } of this.byUnit.get(units[at]!.value) ?? []) {
        const exact = this.compare(name, units, at - offset);
        if (exact === undefined || (offset === 1 && exact)) continue;
        const last = units[at - offset + name.units.length - 1]!;
        matches.push({ name, start: units[at - offset]!.start, end: last.end, exact });
      }
      const { value, start, end } = units[at]!;
      if (value.length < 4 || this.byUnit.has(value)) continue;
      for (const name of this.single)
        if (slip(value, name.units[0]!, 1)) matches.push({ name, start, end, exact: false });
    }
    return mentions(longestApart(matches), normalised);
  }

  /** true: stands there exactly; false: with one slip; undefined: not at all. */
  private compare({ units: meant }: Name, typed: readonly Unit[], at: number): boolean | undefined {
    if (at < 0 || at + meant.length > typed.length) return undefined;
    let slips = 0;
    for (let i = 0; i < meant.length; i++) {
      const value = typed[at + i]!.value;
      if (value === meant[i]) continue;
      if (++slips > 1 || !slip(value, meant[i]!, meant.length)) return undefined;
    }
    return slips === 0;
  }
}

/** Keeps exact before slipped, long before short, and no two that overlap unless they cover the same words. */
function longestApart(matches: Match[]): Match[] {
  const kept: Match[] = [];
  const length = ({ start, end }: Match) => end - start;
  for (const match of matches.sort((a, b) => Number(b.exact) - Number(a.exact) || length(b) - length(a))) {
    const fits = kept.every(
      (other) =>
        match.end <= other.start ||
        match.start >= other.end ||
        (match.start === other.start && match.end === other.end && match.exact === other.exact),
    );
    if (fits) kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function mentions(matches: readonly Match[], text: string): ProductMention[] {
  const found = new Map<string, ProductMention>();
  for (const { name, start, end, exact } of matches) {
    const sharing = new Set(matches.filter((other) => other.start === start).map((other) => other.name.id)).size;
    const confidence = (exact ? 1 : SLIP_CONFIDENCE) / sharing;
    const known = found.get(name.id);
    if (!known || known.confidence < confidence)
      found.set(name.id, { id: name.id, text: text.slice(start, end), confidence });
  }
  return [...found.values()];
}
