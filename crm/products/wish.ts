import { definitionsOf, PRICE, wordsOf } from './askedAttributes.ts';
import type { AttributeDefinition, Catalogue, Product } from './catalogue.ts';
import { categoryOf, kindOf, kindSaid } from './kinds.ts';
import {
  findPhrase,
  hasPhrase,
  lengthOf,
  overlaps,
  type PreparedText,
  prepare,
  type Span,
  without,
} from './phrases.ts';
import { partsIn } from './valueParts.ts';
import { type Figure, figuresIn, withDigits } from './wishFigures.ts';
import { absence, denials, figureWords, sameMeaning, wantsLess, wantsMore } from './wishWords.ts';

/** One thing that a wish asks of a product. `near`, `less` and `more` order what fits; the others can be met or not. */
export type Condition = { definition: AttributeDefinition } & (
  | { kind: 'truth'; want: boolean }
  | { kind: 'value'; words: string[]; want: boolean }
  | { kind: 'figure'; min?: number; max?: number; near?: number }
  | { kind: 'order'; less: boolean }
);

/** What a text wants: products of a kind (null: of any kind), and conditions; of the conditions in one group one is enough. */
export interface Wish {
  kind: Product[] | null;
  groups: Condition[][];
}

interface Found {
  condition: Condition;
  span: Span;
}

/** Reads a wish: "无香的洗发水 100 元以内", "a quiet humidifier for 20 square metres". */
export function readWish(raw: string, catalogue: Catalogue): Wish {
  const said = withDigits(raw);
  const text = prepare(said);
  const definitions = definitionsOf(catalogue);
  const figures = figuresIn(said).flatMap((figure) => figureCondition(figure, text, definitions));
  const found = [...figures, ...definitions.flatMap((definition) => conditionsOf(definition, text, catalogue))];
  const longest = found.filter(
    ({ span }) => !found.some((other) => overlaps(span, other.span) && lengthOf(span) < lengthOf(other.span)),
  );
  const rest = without(
    text,
    longest.map(({ span }) => span),
  );
  const kind = kindOf(rest, catalogue) ?? categoryOf(rest, catalogue) ?? kindSaid(text, catalogue);
  // A word may be the value of a property that nothing of this kind has: a gentle wash is no programme of a machine.
  const apt = longest.filter(
    ({ condition: { kind: asks, definition } }) =>
      asks !== 'value' || !kind || kind.some((product) => product.attributes[definition.key] !== undefined),
  );
  return { kind, groups: groupsOf(apt) };
}

/** Conditions read from the same words are alternatives: "unscented" is a mark of some products and the scent of others. */
function groupsOf(found: Found[]): Condition[][] {
  const groups: { span: Span; conditions: Condition[] }[] = [];
  for (const { condition, span } of found) {
    const group = groups.find((one) => overlaps(one.span, span));
    if (group) group.conditions.push(condition);
    else groups.push({ span, conditions: [condition] });
  }
  return groups.map((group) => group.conditions);
}

function conditionsOf(definition: AttributeDefinition, text: PreparedText, catalogue: Catalogue): Found[] {
  if (definition.kind === 'boolean') return truthCondition(definition, text);
  if (definition.kind === 'number') return orderCondition(definition, text);
  return valueConditions(definition, text, catalogue);
}

function truthCondition(definition: AttributeDefinition, text: PreparedText): Found[] {
  return first(text, wordsOf(definition), (span, phrase) => {
    const says = absence.test(phrase) || /^(?:没|不)/.test(phrase);
    const denied = isDenied(text, span);
    const lacks = absence.test(definition.label.zh) || absence.test(definition.label.en);
    const has = /(?:含|有|带|with|contains?)\s*$/.test(text.text.slice(0, span.start));
    const want = lacks ? says !== denied || (!denied && !has) : says === denied;
    return { kind: 'truth', definition, want };
  });
}

function orderCondition(definition: AttributeDefinition, text: PreparedText): Found[] {
  const words = [...(figureWords[definition.key] ?? []), ...definition.synonyms];
  const telling = words.filter((word) => wantsLess.includes(word) || wantsMore.includes(word));
  return first(text, telling, (_span, phrase) => ({ kind: 'order', definition, less: wantsLess.includes(phrase) }));
}

function valueConditions(definition: AttributeDefinition, text: PreparedText, catalogue: Catalogue): Found[] {
  const meant = definition.synonyms.flatMap((synonym) => {
    const span = findPhrase(text, synonym);
    const groups = span ? sameMeaning.filter((group) => group.some((word) => hasPhrase(prepare(synonym), word))) : [];
    const want = span !== null && !isDenied(text, span);
    return groups.map((words) => ({ span: span!, condition: { kind: 'value' as const, definition, words, want } }));
  });
  const parts = [...partsIn(catalogue, definition.key)];
  const alike = sameMeaning.flatMap((words) => {
    const span = words.map((word) => findPhrase(text, word)).find((found) => found !== null);
    if (!span || !parts.some((part) => words.some((word) => hasPhrase(prepare(part), word)))) return [];
    return [{ span, condition: { kind: 'value' as const, definition, words, want: !isDenied(text, span) } }];
  });
  const said = parts.flatMap((part) => {
    const span = part.length > 1 ? findPhrase(text, part) : null;
    if (!span) return [];
    return [{ span, condition: { kind: 'value' as const, definition, words: [part], want: !isDenied(text, span) } }];
  });
  return [...meant, ...alike, ...said];
}

function figureCondition(figure: Figure, text: PreparedText, definitions: AttributeDefinition[]): Found[] {
  const { span, unit, ...bounds } = figure;
  if (unit === null || unit === 'CNY') {
    const cents = Object.fromEntries(Object.entries(bounds).map(([bound, value]) => [bound, value * 100]));
    return [{ span, condition: { kind: 'figure', definition: definitions[0] ?? PRICE, ...cents } }];
  }
  const candidates = definitions.filter((definition) => definition.unit === unit);
  const named = candidates.filter((definition) => wordsOf(definition).some((word) => hasPhrase(text, word)));
  const [definition, another] = named.length > 0 ? named : candidates;
  if (!definition || (another && named.length !== 1)) return [];
  const wanted = unit === 'm²' && bounds.near !== undefined ? { min: bounds.near } : bounds;
  return [{ span, condition: { kind: 'figure', definition, ...wanted } }];
}

/** The longest phrase of several that the text holds, as a condition. */
function first(text: PreparedText, phrases: string[], make: (span: Span, phrase: string) => Condition): Found[] {
  const spans = phrases.flatMap((phrase) => {
    const span = findPhrase(text, phrase);
    return span ? [{ span, phrase }] : [];
  });
  const best = spans.sort((a, b) => lengthOf(b.span) - lengthOf(a.span))[0];
  return best ? [{ span: best.span, condition: make(best.span, best.phrase) }] : [];
}

function isDenied(text: PreparedText, span: Span): boolean {
  // 有没有, 能不能, 是不是 ask; they do not deny.
  const before = text.text
    .slice(0, span.start)
    .replace(/有没有|(.)不\1/gu, '   ')
    .trimEnd();
  const after = text.text.slice(span.end).replace(/^[\s-]+/, '');
  const denies = (word: string) =>
    /[a-z]$/.test(word) ? new RegExp(`(?:^|[^a-z])${word}$`).test(before) : before.endsWith(word);
  return denials.before.some(denies) || denials.after.some((word) => after.startsWith(word));
}
