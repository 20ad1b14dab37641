import { type Activity, type Attachment, CardFactory } from 'botbuilder';
import { isProduct, isRating, productOf, sourceLine, starsOf } from '../cards.ts';

/**
 * A committed activity as every channel of the Bot Framework can show it: our product card as a hero card, the stars as
 * buttons, the sources as a line. What only our own pages understand stays here.
 */
export function presented(activity: Partial<Activity>, publicUrl: string | undefined): Partial<Activity> {
  const { id: _, timestamp: __, channelData: ___, attachments = [], ...rest } = activity;
  const shown = attachments.flatMap((attachment) => presentedAttachment(attachment, publicUrl));
  const stars = starsOf(activity).map(({ title, score }) => ({ type: 'imBack', title, value: String(score) }));
  const suggestedActions = rest.suggestedActions ?? (stars.length > 0 ? { to: [], actions: stars } : undefined);
  const text = [rest.text, sourceLine(activity)].filter(Boolean).join('\n\n');
  return {
    ...rest,
    ...(text ? { text } : {}),
    ...(shown.length > 0 ? { attachments: shown } : {}),
    ...(suggestedActions ? { suggestedActions } : {}),
  };
}

function presentedAttachment(attachment: Attachment, publicUrl: string | undefined): Attachment[] {
  if (isRating(attachment)) return [];
  if (!isProduct(attachment)) return [attachment];
  const product = productOf(attachment);
  if (!product) return [];
  const { name, model, price, imageUrl, attributes } = product;
  const address = imageUrl && publicUrl ? new URL(imageUrl, publicUrl).href : imageUrl;
  const images = address && /^https:/.test(address) ? [address] : undefined;
  const subtitle = [model, price].filter(Boolean).join(' · ');
  const text = attributes.map(({ label, value }) => `${label}: ${value}`).join('\n\n');
  return [CardFactory.heroCard(name, images, undefined, { subtitle, text })];
}
