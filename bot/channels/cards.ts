import type { Activity, Attachment } from 'botbuilder';
import { z } from 'zod';

/** A product as dialogs hand it to channels. */
const product = z.object({
  name: z.string(),
  model: z.string().nullish(),
  price: z.string().nullish(),
  imageUrl: z.string().nullish(),
  attributes: z.array(z.object({ label: z.string(), value: z.string() })).default([]),
});
/** What stands on a product card. */
export type Product = z.infer<typeof product>;
const rating = z.object({ max: z.number().int().min(2).max(10) });
const sources = z.array(z.object({ title: z.string() })).min(1);

export const isProduct = ({ contentType }: Attachment) => contentType === 'application/vnd.zhiyin.product+json';
export const isRating = ({ contentType }: Attachment) => contentType === 'application/vnd.zhiyin.rating+json';

export const isAdaptive = ({ contentType }: Attachment) => contentType === 'application/vnd.microsoft.card.adaptive';

/** What stands on a product card; undefined for one without a name. */
export const productOf = ({ content }: Attachment) => product.safeParse(content).data;

/** A product in words. */
export function productWords({ name, model, price, attributes }: Product): string {
  const facts = attributes.map(({ label, value }) => `${label}: ${value}`);
  return [[name, model, price].filter(Boolean).join(' · '), ...facts].join('\n');
}

/** The stars that an activity asks for, 1 to at most 10; none where it does not. */
export function starsOf({ attachments = [] }: Partial<Activity>): { title: string; score: number }[] {
  const asked = rating.safeParse(attachments.find(isRating)?.content);
  const length = asked.data?.max ?? 0;
  return Array.from({ length }, (_, place) => ({ title: '★'.repeat(place + 1), score: place + 1 }));
}

/** The sources of an answer as one line; undefined where it names none. */
export function sourceLine({ channelData, locale }: Partial<Activity>): string | undefined {
  const parsed = sources.safeParse(channelData?.sources);
  if (!parsed.success) return undefined;
  const titles = [...new Set(parsed.data.map(({ title }) => title))];
  return locale?.startsWith('en') ? `Source: ${titles.join('; ')}` : `来源：${titles.join('；')}`;
}

/** The elements of an Adaptive Card that stand for words or choices, in the order in which they are read. */
export function* elementsOf(node: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(node)) for (const one of node) yield* elementsOf(one);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  const element = node as Record<string, unknown>;
  yield element;
  for (const part of ['body', 'items', 'columns', 'actions']) yield* elementsOf(element[part]);
}

/** An Adaptive Card in words: its texts, facts and addresses, or what its author wrote for this case (`fallbackText`). */
export function adaptiveWords({ content }: Attachment): string {
  const { fallbackText } = (content ?? {}) as { fallbackText?: unknown };
  if (typeof fallbackText === 'string') return fallbackText;
  const lines = [...elementsOf(content)].flatMap((element) => {
    const { type, text, facts, title, url } = element as Record<string, string> & { facts?: unknown };
    if (type === 'TextBlock') return [text];
    if (type === 'FactSet' && Array.isArray(facts))
      return facts.map((fact: { title?: string; value?: string }) => `${fact.title}: ${fact.value}`);
    return type === 'Action.OpenUrl' ? [[title, url].filter(Boolean).join(' ')] : [];
  });
  return lines.filter(Boolean).join('\n');
}

/** What an Adaptive Card lets customers choose: its submit actions that send words; none where it has fields to fill in. */
export function adaptiveChoices({ content }: Attachment): { title: string; value: string }[] {
  const elements = [...elementsOf(content)];
  if (elements.some(({ type }) => String(type).startsWith('Input.'))) return [];
  return elements.flatMap(({ type, title, data }) =>
    type === 'Action.Submit' && typeof title === 'string'
      ? [{ title, value: typeof data === 'string' ? data : title }]
      : [],
  );
}
