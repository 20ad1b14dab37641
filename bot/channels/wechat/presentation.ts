import type { Activity, Attachment } from 'botbuilder';
import { capabilitiesOf } from '../capabilities.ts';
import { isProduct, isRating, productOf, productWords, sourceLine } from '../cards.ts';
import { choicesOf, labelsOf, numberedText } from '../choices.ts';
import type { Takes } from '../linked.ts';
import type { WechatMessage } from './messages.ts';
import { plainText } from './plainText.ts';
import { splitText } from './splitting.ts';

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

const MB = 1024 * 1024;
/** Files that WeChat takes (…/api/material/temporary/api_uploadtempmedia); of the two limits that it names for pictures the lower one. */
export const taken: Takes = [
  [/^image\/(png|jpeg|gif)$/, 2 * MB],
  [/^audio\/(amr|mp3|mpeg)$/, 2 * MB],
  [/^video\/mp4$/, 10 * MB],
];

/** More choices than these are numbered (45098). */
const longestMenu = capabilitiesOf('wechat').choices.most;
/** Bytes of what stands above a menu. */
const longestHead = 1024;
const uploadPattern = /^\/v3\/directline\/attachments\/([0-9a-f-]{36})$/;

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
    return {
      messages: [...others, ...textMessages(numberedText(text, choices, labelsOf(last), last.locale))],
      numbered: true,
    };
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
  return productWords(product);
}

/** The whole for the answers to pushes: words in few texts, each short enough, then pictures and voices; nothing else may be one. */
export function presentedPassively(activities: readonly Partial<Activity>[], publicUrl: string | undefined): Presented {
  const { messages, numbered } = presented(activities, { menus: false, publicUrl });
  const words = messages.flatMap((message) =>
    message.type === 'text'
      ? [message.text]
      : message.type === 'news'
        ? [[message.title, message.description].join('\n')]
        : [],
  );
  const files = messages.filter(({ type }) => type === 'image' || type === 'voice');
  // An article alone stays one; beside words it would have to wait for the next message.
  if (messages.length === 1 && messages[0]?.type === 'news') return { messages, numbered };
  return { messages: [...textMessages(words.join('\n\n')), ...files], numbered };
}
