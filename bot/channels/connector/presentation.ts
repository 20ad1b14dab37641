import { type Activity, type Attachment, CardFactory, type SuggestedActions } from 'botbuilder';
import { z } from 'zod';

const productType = 'application/vnd.zhiyin.product+json';
const ratingType = 'application/vnd.zhiyin.rating+json';

const product = z.object({
  name: z.string(),
  model: z.string().nullish(),
  price: z.string().nullish(),
  imageUrl: z.string().nullish(),
  attributes: z.array(z.object({ label: z.string(), value: z.string() })).default([]),
});
const rating = z.object({ max: z.number().int().min(2).max(10) });
const sources = z.array(z.object({ title: z.string() }));

/**
 * A committed activity as every channel of the Bot Framework can show it: our product card as a hero card, the stars as
 * buttons, the sources as a line. What only our own pages understand stays here.
 */
export function presented(activity: Partial<Activity>, publicUrl: string | undefined): Partial<Activity> {
  const { id: _, timestamp: __, channelData, attachments = [], ...rest } = activity;
  const shown = attachments.flatMap((attachment) => presentedAttachment(attachment, publicUrl));
  const suggestedActions = rest.suggestedActions ?? stars(attachments);
  const text = withSources(rest.text, channelData?.sources, rest.locale);
  return {
    ...rest,
    ...(text === undefined ? {} : { text }),
    ...(shown.length > 0 ? { attachments: shown } : {}),
    ...(suggestedActions ? { suggestedActions } : {}),
  };
}

function presentedAttachment(attachment: Attachment, publicUrl: string | undefined): Attachment[] {
  if (attachment.contentType === ratingType) return [];
  if (attachment.contentType !== productType) return [attachment];
  const parsed = product.safeParse(attachment.content);
  if (!parsed.success) return [];
  const { name, model, price, imageUrl, attributes } = parsed.data;
  const address = imageUrl && publicUrl ? new URL(imageUrl, publicUrl).href : imageUrl;
  const facts = attributes.map(({ label, value }) => `${label}: ${value}`).join('\n\n');
  const images = address && /^https:/.test(address) ? [address] : undefined;
  const subtitle = [model, price].filter(Boolean).join(' · ');
  return [CardFactory.heroCard(name, images, undefined, { subtitle, text: facts })];
}

function stars(attachments: Attachment[]): SuggestedActions | undefined {
  const asked = attachments.find(({ contentType }) => contentType === ratingType);
  const parsed = asked && rating.safeParse(asked.content);
  if (!parsed?.success) return undefined;
  const scores = Array.from({ length: parsed.data.max }, (_, place) => String(place + 1));
  return {
    to: [],
    actions: scores.map((score) => ({ type: 'imBack', title: '★'.repeat(Number(score)), value: score })),
  };
}

function withSources(text: string | undefined, given: unknown, locale: string | undefined): string | undefined {
  const parsed = sources.safeParse(given);
  if (!parsed.success || parsed.data.length === 0) return text;
  const titles = [...new Set(parsed.data.map(({ title }) => title))];
  const line = locale?.startsWith('en') ? `Source: ${titles.join('; ')}` : `来源：${titles.join('；')}`;
  return [text, line].filter(Boolean).join('\n\n');
}
