import type { Activity, Attachment } from 'botbuilder';
import { replies } from '#dialogs/replies.ts';
import { isProduct, isRating, productOf, sourceLine, starsOf } from '../cards.ts';
import type { WechatMessage } from './messages.ts';
import { plainText } from './plainText.ts';
import { longestText, splitText } from './splitting.ts';

/** What the account can show. */
export interface Presentation {
  /** Choices as a menu to tap; else they are numbered. */
  menus: boolean;
  publicUrl: string | undefined;
}

/** How activities are shown; `numbered`: a number that comes back stands for a choice. */
export interface Presented {
  messages: WechatMessage[];
  numbered: boolean;
}

/** More than these are numbered (45098). */
const longestMenu = 10;
/** Bytes of what stands above a menu. */
const longestHead = 1024;
const uploadPattern = /^\/v3\/directline\/attachments\/([0-9a-f-]{36})$/;

/** The choices of an activity: its buttons, or its stars. */
export function choicesOf(activity: Partial<Activity>): { title: string; value: string }[] {
  const actions = activity.suggestedActions?.actions ?? [];
  if (actions.length > 0) return actions.map(({ title, value }) => ({ title, value: String(value ?? title) }));
  return starsOf(activity).map(({ title, score }) => ({ title, value: String(score) }));
}

/**
 * Activities that are sent together, in as few messages as they need, because each one counts: all texts as one (cut where
 * it is too long), pictures and sounds, one card with a picture, and the choices of the last, which stand under the text.
 */
export function presented(activities: readonly Partial<Activity>[], options: Presentation): Presented {
  const texts: string[] = [];
  const others: WechatMessage[] = [];
  const products = activities.flatMap(({ attachments = [] }) => attachments.filter(isProduct)).length;
  for (const activity of activities) {
    texts.push(plainText([activity.text, sourceLine(activity)].filter(Boolean).join('\n\n')));
    for (const attachment of activity.attachments ?? []) {
      const shown = presentedAttachment(attachment, options, products === 1);
      if (typeof shown === 'string') texts.push(shown);
      else if (shown) others.push(shown);
    }
  }
  const text = texts.filter(Boolean).join('\n\n');
  const last = activities.at(-1) ?? {};
  const choices = choicesOf(last);
  if (choices.length === 0) return { messages: [...textMessages(text), ...others], numbered: false };
  if (!options.menus || choices.length > longestMenu || !last.id) {
    return { messages: [...others, ...textMessages(numberedText(text, choices, last.locale))], numbered: true };
  }
  const list = choices.map(({ title }, place) => ({ id: `${last.id}.${place}`, title }));
  const [head, before] = headOf(text);
  return { messages: [...textMessages(before), ...others, { type: 'menu', head, choices: list }], numbered: false };
}

const textMessages = (text: string): WechatMessage[] => splitText(text).map((piece) => ({ type: 'text', text: piece }));

/** What stands above a menu: the end of a long text, the rest goes before it. */
function headOf(text: string): [head: string, before: string] {
  if (Buffer.byteLength(text) <= longestHead) return [text, ''];
  const pieces = splitText(text, longestHead);
  return [pieces.at(-1)!, pieces.slice(0, -1).join('\n')];
}

/** A menu for accounts that have none: the number is the answer. */
export function numberedText(text: string, choices: readonly { title: string }[], locale?: string): string {
  const words = replies[locale?.startsWith('en') ? 'en' : 'zh'];
  const lines = choices.map(({ title }, place) => `${place + 1}. ${title}`);
  return [text, `${words.chooseByNumber}\n${lines.join('\n')}`].filter(Boolean).join('\n\n');
}

/** A choice that is not the last of a list becomes text; undefined for what customers do not see. */
function presentedAttachment(
  attachment: Attachment,
  { publicUrl }: Presentation,
  alone: boolean,
): WechatMessage | string | undefined {
  if (isRating(attachment)) return undefined;
  if (isProduct(attachment)) return productCard(attachment, publicUrl, alone);
  const { contentType, contentUrl = '', name = '' } = attachment;
  const file = uploadPattern.exec(contentUrl)?.[1];
  if (file && /^image\/(png|jpeg|gif)$/.test(contentType)) return { type: 'image', file };
  if (file && /^audio\/(amr|mp3|mpeg)$/.test(contentType)) return { type: 'voice', file };
  if (file && contentType === 'video/mp4') return { type: 'video', file, title: name };
  if (/^https?:\/\//.test(contentUrl)) return name ? `<a href="${contentUrl}">${name}</a>` : contentUrl;
  return name || undefined;
}

/** A card with a picture is an article; without one that WeChat can show, it is words. */
function productCard(attachment: Attachment, publicUrl: string | undefined, alone: boolean) {
  const product = productOf(attachment);
  if (!product) return undefined;
  const { name, model, price, imageUrl, attributes } = product;
  const picture = imageUrl && publicUrl ? new URL(imageUrl, publicUrl).href : imageUrl;
  const facts = attributes.map(({ label, value }) => `${label}: ${value}`);
  if (alone && picture && /^https:.*\.(png|jpe?g|gif)(\?.*)?$/i.test(picture)) {
    const description = [[model, price].filter(Boolean).join(' · '), ...facts].filter(Boolean).join('\n');
    return { type: 'news', title: name, description, url: picture, picture } satisfies WechatMessage;
  }
  return [[name, model, price].filter(Boolean).join(' · '), ...facts].join('\n');
}

/** The whole as texts alone, for the answer to a push; each is short enough. */
export function presentedAsText(activities: readonly Partial<Activity>[], publicUrl: string | undefined): Presented {
  const { messages, numbered } = presented(activities, { menus: false, publicUrl });
  const words = messages.flatMap((message) =>
    message.type === 'text'
      ? [message.text]
      : message.type === 'news'
        ? [[message.title, message.description].join('\n')]
        : [],
  );
  return { messages: splitText(words.join('\n\n'), longestText).map((text) => ({ type: 'text', text })), numbered };
}
