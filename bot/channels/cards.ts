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
const rating = z.object({ max: z.number().int().min(2).max(10) });
const sources = z.array(z.object({ title: z.string() })).min(1);

export const isProduct = ({ contentType }: Attachment) => contentType === 'application/vnd.zhiyin.product+json';
export const isRating = ({ contentType }: Attachment) => contentType === 'application/vnd.zhiyin.rating+json';

/** What stands on a product card; undefined for one without a name. */
export const productOf = ({ content }: Attachment) => product.safeParse(content).data;

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
