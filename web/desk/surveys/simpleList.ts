/** A question of the simple list: what it asks in both languages; `json` is what is kept of it besides. */
export interface SimpleQuestion {
  name: string;
  kind: string;
  zh: string;
  en: string;
  /** Choices or rows, one a line: 中文 | English. */
  items: string;
  required: boolean;
  json: Record<string, unknown>;
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The elements of a survey of one page without panels; undefined: it is not that simple. */
function elementsOf(definition: unknown): Json[] | undefined {
  if (!isObject(definition)) return undefined;
  const { pages, elements } = definition;
  const [page, ...others] = Array.isArray(pages) ? pages : [{ elements }];
  if (others.length > 0 || !isObject(page) || page.visibleIf || !Array.isArray(page.elements)) return undefined;
  return page.elements.every((element) => isObject(element) && element.type !== 'panel') ? page.elements : undefined;
}

const both = (text: unknown): { zh: string; en: string } => {
  if (isObject(text)) return { zh: String(text['zh-cn'] ?? ''), en: String(text.default ?? text.en ?? '') };
  return { zh: text === undefined ? '' : String(text), en: text === undefined ? '' : String(text) };
};

function kindOf({ type, name, inputType }: Json): string {
  if (type === 'rating') return name === 'score' ? 'score' : 'rating';
  return type === 'text' && inputType === 'number' ? 'number' : type === 'text' ? 'comment' : String(type);
}

const listed = (kind: string): 'choices' | 'rows' | undefined =>
  kind === 'matrix' ? 'rows' : kind === 'radiogroup' || kind === 'checkbox' ? 'choices' : undefined;

/** Whether a kind has choices or rows to write down. */
export const hasItems = (kind: string): boolean => listed(kind) !== undefined;

const simple = ['score', 'rating', 'radiogroup', 'checkbox', 'boolean', 'number', 'comment', 'matrix'];

/** The list of a definition; undefined where it must be changed as JSON. */
export function listOf(definition: unknown): SimpleQuestion[] | undefined {
  const list = elementsOf(definition)?.map((json) => {
    const kind = kindOf(json);
    const key = listed(kind);
    const items = key && Array.isArray(json[key]) ? (json[key] as unknown[]) : [];
    const lines = items.map((item) => {
      const { zh, en } = both(isObject(item) ? (item.text ?? item.value) : item);
      return zh === en ? zh : `${zh} | ${en}`;
    });
    return {
      name: String(json.name ?? ''),
      kind,
      ...both(json.title),
      items: lines.join('\n'),
      required: json.isRequired === true,
      json,
    };
  });
  return list?.every(({ kind }) => simple.includes(kind)) ? list : undefined;
}

const text = (zh: string, en: string) => ({ default: en, 'zh-cn': zh });

/** What an item is stored as: as before where a line stands at its old place, else by its number. */
function itemsFrom(lines: string, before: unknown): Json[] {
  const old = Array.isArray(before) ? before : [];
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line, i) => {
      const [zh = '', en = zh] = line.split('|').map((part) => part.trim());
      const known = old[i];
      return { value: isObject(known) ? known.value : (known ?? `item${i + 1}`), text: text(zh, en) };
    });
}

/** The definition of a list; whatever else the definition held stays. */
export function definitionOf(list: readonly SimpleQuestion[], before: unknown): Json {
  const elements = list.map(({ name, kind, zh, en, items, required, json }) => {
    const key = listed(kind);
    const isRequired = kind === 'score' || required;
    const { isRequired: _required, ...rest } = json;
    return {
      ...rest,
      ...typeOf(kind, json),
      name,
      title: text(zh, en),
      ...(isRequired && { isRequired }),
      ...(key && { [key]: itemsFrom(items, json[key]) }),
    };
  });
  const { pages: _pages, elements: _elements, ...rest } = isObject(before) ? before : {};
  return { showQuestionNumbers: false, ...rest, pages: [{ name: 'page', elements }] };
}

function typeOf(kind: string, before: Json): Json {
  if (kind === 'score' || kind === 'rating') return { type: 'rating' };
  if (kind === 'number') return { type: 'text', inputType: 'number' };
  if (kind === 'comment') return { type: before.type === 'text' ? 'text' : 'comment' };
  const columns = [text('好', 'Good'), text('一般', 'Fair'), text('差', 'Poor')].map((words, i) => ({
    value: 3 - i,
    text: words,
  }));
  return { type: kind, ...(kind === 'matrix' && !before.columns && { columns }) };
}

/** The question that a metric needs, on its scale. */
export function scoreQuestion(metric: string, before?: SimpleQuestion): SimpleQuestion | undefined {
  const scale = { csat: [1, 5], nps: [0, 10], ces: [1, 7] }[metric];
  if (!scale) return undefined;
  const json = { rateMin: scale[0], rateMax: scale[1] };
  return { name: 'score', kind: 'score', zh: before?.zh ?? '', en: before?.en ?? '', items: '', required: true, json };
}

/** A new question with a name that is free. */
export function freshQuestion(kind: string, list: readonly SimpleQuestion[]): SimpleQuestion {
  const taken = new Set(list.map(({ name }) => name));
  let number = list.length + 1;
  while (taken.has(`q${number}`)) number += 1;
  const name = kind === 'comment' && !taken.has('comment') ? 'comment' : `q${number}`;
  return { name, kind, zh: '', en: '', items: '', required: false, json: {} };
}
