import type { Bulk } from '#prisma/client.ts';
import { slugOf } from '../../knowledge/slug.ts';
import { CellFault, listCell, numberOf, textCell, truthOf } from '../cells.ts';
import { headerKey } from '../columns.ts';

/** A property as the rows of this file fill it. `language`: the column holds it in one language. */
interface Property {
  key: string;
  kind: 'number' | 'text' | 'boolean' | 'list';
  unit: string | null;
  language?: 'zh' | 'en';
}

/** A property that the shop did not have. */
export interface NewProperty extends Property {
  label: { zh: string; en: string };
}

interface Seen {
  filled: number;
  figures: number;
  truths: number;
  lists: number;
  units: Set<string>;
}

const LONGEST = 2000;
const HEADER = 60;
const inBrackets = /[(（[【]\s*(.+?)\s*[)）\]】]\s*$/;
const languageEnd = /[\s_-](zh|en)$/i;
const figureWithUnit = /[\d.]\s*([^\d\s].*)?$/;

/** The properties of products in a file: those that the shop knows by key or name, and new ones, whose kind the values tell. */
export class Properties {
  readonly #known = new Map<string, Property>();
  readonly #seen = new Map<string, Seen>();
  readonly #decided = new Map<string, Property>();
  readonly #new = new Map<string, NewProperty>();

  static async load(bulk: Bulk): Promise<Properties> {
    const properties = new Properties();
    for (const row of await bulk.query('SELECT key, label, unit, kind FROM "AttributeDefinition" ORDER BY key')) {
      const { key, label, unit, kind } = row as unknown as NewProperty;
      for (const name of [key, label.zh, label.en]) properties.#known.set(headerKey(name), { key, kind, unit });
    }
    return properties;
  }

  /** Looks at a value of a column before the first is taken. */
  survey(header: string, value: unknown): void {
    const text = Array.isArray(value) ? 'list' : String(value ?? '').trim();
    if (text === '') return;
    const seen = this.#seen.get(header) ?? { filled: 0, figures: 0, truths: 0, lists: 0, units: new Set() };
    this.#seen.set(header, seen);
    seen.filled++;
    if (Array.isArray(value)) seen.lists++;
    else if (numberOf(text) !== undefined) {
      seen.figures++;
      if (seen.units.size < 3) seen.units.add(figureWithUnit.exec(text)?.[1]?.trim() ?? '');
    } else if (truthOf(text) !== undefined) seen.truths++;
  }

  /** Puts a cell into the properties of its product. Throws CellFault. */
  take(header: string, value: unknown, into: Record<string, unknown>): void {
    if (Array.isArray(value) ? value.length === 0 : String(value ?? '').trim() === '') return;
    const property = this.#decided.get(header) ?? this.#decide(header);
    const read = readValue(property, header, value);
    if (read === undefined) return;
    if (!property.language) into[property.key] = read;
    else {
      const other = property.language === 'zh' ? 'en' : 'zh';
      const known = into[property.key] as Record<string, string> | undefined;
      into[property.key] = { [other]: String(read), ...known, [property.language]: String(read) };
    }
  }

  /** Whether the shop has the property that a header names. */
  knows(header: string): boolean {
    return this.#find(header) !== undefined;
  }

  get added(): NewProperty[] {
    return [...this.#new.values()];
  }

  #decide(header: string): Property {
    const property = this.#find(header) ?? this.#make(header);
    this.#decided.set(header, property);
    return property;
  }

  #find(header: string): Property | undefined {
    const unit = inBrackets.exec(header)?.[1];
    const language = languageOf(header);
    const known =
      this.#known.get(headerKey(header)) ?? (language && this.#known.get(headerKey(header.replace(languageEnd, ''))));
    if (!known || (unit && unit !== known.unit)) return undefined;
    return { ...known, ...(known.kind === 'text' && language ? { language } : {}) };
  }

  #make(header: string): Property {
    if (header.length > HEADER)
      throw new CellFault(
        header.slice(0, HEADER),
        `the name of a column has ${HEADER} characters at most`,
        `列名最多 ${HEADER} 个字`,
      );
    const unit = inBrackets.exec(header)?.[1] ?? null;
    const language = languageOf(header);
    const name = header.replace(inBrackets, '').replace(languageEnd, '').trim() || header;
    const seen = this.#seen.get(header);
    const kind = language ? 'text' : kindOf(seen);
    const common = seen?.units.size === 1 ? [...seen.units][0]! : '';
    const property = { kind, unit: kind === 'number' ? (unit ?? (common || null)) : null } as const;
    const key = keyOf(unit && this.#known.has(headerKey(header)) ? `${name} ${unit}` : name);
    if (!this.#new.has(key)) this.#new.set(key, { key, ...property, label: { zh: name, en: name } });
    return { key, ...property, ...(language ? { language } : {}) };
  }
}

const languageOf = (header: string) => languageEnd.exec(header)?.[1]?.toLowerCase() as 'zh' | 'en' | undefined;

function kindOf(seen: Seen | undefined): Property['kind'] {
  if (!seen) return 'text';
  if (seen.lists > 0) return 'list';
  if (seen.figures === seen.filled && seen.units.size === 1) return 'number';
  return seen.truths === seen.filled ? 'boolean' : 'text';
}

/** `Noise level` is noiseLevel, as the shop's own keys are; a Chinese name is its own key. */
function keyOf(name: string): string {
  const words = slugOf(name)?.split('-');
  return words ? words.map((word, place) => (place ? word[0]!.toUpperCase() + word.slice(1) : word)).join('') : name;
}

function readValue({ kind, unit }: Property, header: string, value: unknown): unknown {
  if (kind === 'list') return listCell(value, header, LONGEST);
  const text = textCell(value, header, LONGEST);
  if (text === undefined || kind === 'text') return text;
  const read = kind === 'number' ? numberOf(text) : truthOf(text);
  if (read !== undefined) return read;
  const wanted = kind === 'number' ? `a number${unit ? ` (${unit})` : ''}` : 'yes or no';
  throw new CellFault(
    header,
    `“${text.slice(0, 40)}” is not ${wanted}, which this property is in your shop`,
    `“${text.slice(0, 40)}”不符合：这个属性在店里是${kind === 'number' ? `数字${unit ? `（${unit}）` : ''}` : '是或否'}`,
  );
}
