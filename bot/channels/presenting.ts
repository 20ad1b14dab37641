import { type Activity, ActivityTypes, type Attachment, type CardAction, CardFactory } from 'botbuilder';
import type { Capabilities } from './capabilities.ts';
import {
  adaptiveWords,
  isAdaptive,
  isProduct,
  isRating,
  type Product,
  productOf,
  productWords,
  sourceLine,
} from './cards.ts';
import { canTap, choicesOf, labelsOf, numberedText } from './choices.ts';
import { formLinked } from './forms/linked.ts';
import { plainText } from './plainText.ts';
import { splitText } from './splitting.ts';

/** How addresses are made that customers can open; undefined: from where they are, nothing of ours can be reached. */
export interface Links {
  /** The full address of a path of ours that anybody may open (a product's picture). */
  open(path: string): string | undefined;
  /** The address of a file of the conversation, signed and good for a while, and its size in bytes. */
  file(uploadId: string): Promise<{ url: string | undefined; size: number }>;
  /** The address of the page on which the form of an activity is filled in. */
  form(activityId: string): string | undefined;
}

/** What of an activity a channel is handed. `numbered`: a label that comes back stands for a choice. */
export interface Presented {
  activities: Partial<Activity>[];
  numbered: boolean;
}

const uploadPattern = /^\/v3\/directline\/attachments\/([0-9a-f-]{36})$/;

/**
 * A committed activity as a channel can show it, in Bot Framework's words and as few messages as the channel's limit of a text
 * allows: choices that cannot be tapped are numbered, a card is a picture and words, a file or a form an address, Markdown plain words.
 */
export async function present(
  committed: Partial<Activity>,
  { capabilities, links }: { capabilities: Capabilities; links: Links },
): Promise<Presented> {
  const activity = capabilities.adaptiveCards ? committed : formLinked(committed, links);
  if (activity.type === ActivityTypes.Typing && !capabilities.typing) return { activities: [], numbered: false };
  // What only our own pages understand stays here.
  const { id: _, timestamp: __, channelData: ___, attachments = [], suggestedActions: ____, ...rest } = activity;
  if (activity.type !== ActivityTypes.Message) {
    return { activities: [{ ...rest, ...(attachments.length > 0 ? { attachments } : {}) }], numbered: false };
  }
  const shown = await Promise.all(attachments.map((attachment) => shownAs(attachment, capabilities, links)));
  const written = [activity.text, sourceLine(activity), ...shown.map(({ words }) => words)]
    .filter(Boolean)
    .join('\n\n');
  const words = capabilities.markdown ? written : plainText(written);
  const choices = capabilities.adaptiveCards && attachments.some(isAdaptive) ? [] : choicesOf(activity);
  const numbered = choices.length > 0 && !canTap(choices, capabilities);
  const text = numbered ? numberedText(words, choices, labelsOf(activity), activity.locale) : words;
  const pieces = splitText(text, capabilities.text);
  const cards = shown.flatMap(({ attachment }) => attachment ?? []);
  const tapped = numbered ? [] : choices.map(({ title, value }) => ({ type: 'imBack', title, value }));
  const onCard = capabilities.choices.on === 'card' && tapped.length > 0 ? [choiceCard(tapped)] : [];
  const format = capabilities.markdown ? {} : { textFormat: 'plain' };
  const last: Partial<Activity> = {
    ...rest,
    ...format,
    ...(pieces.length > 0 ? { text: pieces.at(-1)! } : {}),
    ...(cards.length + onCard.length > 0 ? { attachments: [...cards, ...onCard] } : {}),
    ...(tapped.length > 0 && onCard.length === 0 ? { suggestedActions: { to: [], actions: tapped } } : {}),
  };
  if (pieces.length === 0) delete last.text;
  const before = pieces.slice(0, -1).map((piece) => ({ ...rest, ...format, text: piece }));
  const empty = pieces.length === 0 && !last.attachments && !last.suggestedActions;
  return { activities: empty ? [] : [...before, last], numbered };
}

const choiceCard = (actions: CardAction[]): Attachment => CardFactory.heroCard('', undefined, actions);

/** An attachment as it stands in a message, as words, or as both; neither where customers do not see it. */
async function shownAs(
  attachment: Attachment,
  capabilities: Capabilities,
  links: Links,
): Promise<{ attachment?: Attachment; words?: string }> {
  if (isRating(attachment)) return {};
  if (isProduct(attachment)) {
    const product = productOf(attachment);
    return product ? productAs(product, capabilities, links) : {};
  }
  if (isAdaptive(attachment)) return capabilities.adaptiveCards ? { attachment } : { words: adaptiveWords(attachment) };
  if (!attachment.contentUrl) return attachment.content ? { attachment } : { words: attachment.name ?? '' };
  return fileAs(attachment, capabilities, links);
}

function productAs(product: Product, { cards, pictures }: Capabilities, links: Links) {
  const { name, model, price, imageUrl, attributes } = product;
  const address = imageUrl?.startsWith('/') ? links.open(imageUrl) : imageUrl;
  const picture = address && /^https:/.test(address) ? address : undefined;
  if (cards === 'hero') {
    const subtitle = [model, price].filter(Boolean).join(' · ');
    const text = attributes.map(({ label, value }) => `${label}: ${value}`).join('\n\n');
    return { attachment: CardFactory.heroCard(name, picture ? [picture] : undefined, undefined, { subtitle, text }) };
  }
  const words = productWords(product);
  return picture && pictures
    ? { words, attachment: { contentType: pictureType(picture), contentUrl: picture, name } }
    : { words };
}

/** The SDK asks for a type; messengers look at the bytes. */
const pictureType = (url: string) => `image/${/\.(png|gif|webp|svg)(?:\?|$)/i.exec(url)?.[1]?.toLowerCase() ?? 'jpeg'}`;

async function fileAs(attachment: Attachment, { pictures, files, markdown }: Capabilities, links: Links) {
  const { contentType, contentUrl = '', name = '' } = attachment;
  const upload = uploadPattern.exec(contentUrl)?.[1];
  const kept = upload
    ? await links.file(upload)
    : { url: contentUrl.startsWith('/') ? links.open(contentUrl) : contentUrl, size: 0 };
  const { url, size } = kept;
  if (!url || !/^https?:/.test(url)) return { words: name };
  if (contentType.startsWith('image/') ? pictures : files > 0 && size <= files)
    return { attachment: { ...attachment, contentUrl: url } };
  return { words: !name || name === url ? url : markdown ? `[${name}](${url})` : `${name} ${url}` };
}
