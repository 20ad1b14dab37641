type Json = Record<string, unknown>;
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Something to choose, or a row: its words, and what is stored of it. The stored value is its own for life: another order, other
 * words, a neighbour that goes change nothing of it. `json` is what else is kept of it.
 */
export interface Item {
  value: string | number;
  zh: string;
  en: string;
  json?: unknown;
}

/** A text of a definition in both languages. */
export const both = (text: unknown): { zh: string; en: string } => {
  if (isObject(text)) return { zh: String(text['zh-cn'] ?? ''), en: String(text.default ?? text.en ?? '') };
  return { zh: text === undefined ? '' : String(text), en: text === undefined ? '' : String(text) };
};

/** The same as a definition has it. */
export const text = (zh: string, en: string) => ({ default: en, 'zh-cn': zh });

const isValue = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';
const storedIn = (item: unknown): unknown => (isObject(item) ? item.value : item);

/** The items of a list in a definition. */
export const itemsOf = (list: unknown): Item[] =>
  (Array.isArray(list) ? list : []).flatMap((json) => {
    const value = storedIn(json);
    return isValue(value) ? [{ value, ...both(isObject(json) ? (json.text ?? value) : json), json }] : [];
  });

/** An item as a definition has it: one that nobody touched as it was. */
export function jsonOf({ value, zh, en, json }: Item): unknown {
  const [before] = json === undefined ? [] : itemsOf([json]);
  if (before && before.value === value && before.zh === zh && before.en === en) return json;
  return { ...(isObject(json) ? json : {}), value, text: text(zh, en) };
}

/** Everything in a JSON value that a question of that name stores for its items. */
function valuesOf(json: unknown, name: string): (string | number)[] {
  if (Array.isArray(json)) return json.flatMap((part) => valuesOf(part, name));
  if (!isObject(json)) return [];
  const own =
    json.name === name ? [json.choices, json.rows].flatMap((list) => itemsOf(list).map(({ value }) => value)) : [];
  return [...own, ...Object.values(json).flatMap((part) => valuesOf(part, name))];
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Drawn, so that two people who add one at the same time do not give both the same. */
const drawn = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => letters[byte % letters.length]).join('');

/** An item that is new: stored as nothing that ever was an item of its question, in what is written now or in any version before. */
export function freshItem(
  question: { name: string; items: readonly Item[] },
  history: readonly unknown[],
  words: { zh: string; en: string } = { zh: '', en: '' },
  draw: () => string = drawn,
): Item {
  const taken = new Set(
    [...question.items.map(({ value }) => value), ...history.flatMap((each) => valuesOf(each, question.name))].map(
      String,
    ),
  );
  let value = `c_${draw()}`;
  while (taken.has(value)) value = `c_${draw()}`;
  return { value, ...words };
}

/** Lines as they are pasted: 中文 | English. */
export const linesOf = (pasted: string): { zh: string; en: string }[] =>
  pasted
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [zh = '', en = zh] = line.split('|').map((part) => part.trim());
      return { zh, en };
    });
