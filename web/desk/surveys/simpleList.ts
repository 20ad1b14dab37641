import { both, type Item, isObject, itemsOf, jsonOf, text } from './choiceItems.ts';

/** A question of the simple list: what it asks in both languages; `json` is what is kept of it besides. */
export interface SimpleQuestion {
  name: string;
  kind: string;
  zh: string;
  en: string;
  /** Choices or rows. */
  items: Item[];
  required: boolean;
  json: Record<string, unknown>;
}

type Json = Record<string, unknown>;

/** The elements of a survey of one page without panels; undefined: it is not that simple. */
function elementsOf(definition: unknown): Json[] | undefined {
  if (!isObject(definition)) return undefined;
  const { pages, elements } = definition;
  const [page, ...others] = Array.isArray(pages) ? pages : [{ elements }];
  if (others.length > 0 || !isObject(page) || page.visibleIf || !Array.isArray(page.elements)) return undefined;
  return page.elements.every((element) => isObject(element) && element.type !== 'panel') ? page.elements : undefined;
}

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
    return {
      name: String(json.name ?? ''),
      kind,
      ...both(json.title),
      items: key ? itemsOf(json[key]) : [],
      required: json.isRequired === true,
      json,
    };
  });
  return list?.every(({ kind }) => simple.includes(kind)) ? list : undefined;
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
      ...(key && { [key]: items.map(jsonOf) }),
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
  return { name: 'score', kind: 'score', zh: before?.zh ?? '', en: before?.en ?? '', items: [], required: true, json };
}

/** A new question, with a name that no question of the survey has or ever had: its answers are its own. */
export function freshQuestion(
  kind: string,
  list: readonly SimpleQuestion[],
  history: readonly unknown[] = [],
): SimpleQuestion {
  const before = history.flatMap((definition) => elementsOf(definition) ?? []).map(({ name }) => String(name));
  const taken = new Set([...list.map(({ name }) => name), ...before]);
  let number = list.length + 1;
  while (taken.has(`q${number}`)) number += 1;
  const isComment = kind === 'comment' && !list.some(({ name }) => name === 'comment');
  return { name: isComment ? 'comment' : `q${number}`, kind, zh: '', en: '', items: [], required: false, json: {} };
}
