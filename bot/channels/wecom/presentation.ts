import type { Activity, Attachment } from 'botbuilder';
import { capabilitiesOf } from '../capabilities.ts';
import { adaptiveWords, isAdaptive, isProduct, isRating, productOf, productWords, sourceLine } from '../cards.ts';
import { choicesOf, labelsOf, numberedText } from '../choices.ts';
import type { Takes } from '../linked.ts';
import { plainText } from '../plainText.ts';
import { splitText } from '../splitting.ts';
import type { FileKind } from '../tencent/platformApi.ts';
import { channelId } from './channelId.ts';
import type { KfMessage } from './messages.ts';

/** How activities are shown; `numbered`: a number that comes back stands for a choice. */
export interface Presented {
  messages: KfMessage[];
  numbered: boolean;
}

const { choices: menu, text: limit } = capabilitiesOf(channelId);
/** Bytes of an item of a menu, and of what stands above them. */
const longestChoice = 128;
const longestHead = 1024;
const MB = 1024 * 1024;
/** Files that WeCom takes (developer.work.weixin.qq.com/document/path/90253), each kind in its size; larger ones become an address. */
export const taken: Takes = [
  [/^(?:image\/(?:png|jpeg|gif)|audio\/amr)$/, 2 * MB],
  [/^video\/mp4$/, 10 * MB],
  [/./, 20 * MB],
];
const uploadPattern = /^\/v3\/directline\/attachments\/([0-9a-f-]{36})$/;

/**
 * Activities that are sent together, in as few messages as they need, because each one counts: all texts as one (cut where it is
 * too long), files, and the choices of the last, which stand under the text. 微信客服 shows no cards without pictures that it has: they
 * are words.
 */
export function presented(activities: readonly Partial<Activity>[], publicUrl: string | undefined): Presented {
  const messages = activities.filter(({ type = 'message' }) => type === 'message');
  const texts: string[] = [];
  const files: KfMessage[] = [];
  for (const activity of messages) {
    texts.push(plainText([activity.text, sourceLine(activity)].filter(Boolean).join('\n\n')));
    for (const attachment of activity.attachments ?? []) {
      const shown = presentedAttachment(attachment, publicUrl);
      if (typeof shown === 'string') texts.push(shown);
      else if (shown) files.push(shown);
    }
  }
  const text = texts.filter(Boolean).join('\n\n');
  const last = messages.at(-1) ?? {};
  const choices = choicesOf(last);
  if (choices.length === 0) return { messages: [...textMessages(text), ...files], numbered: false };
  const tooLong = choices.some(({ title }) => Buffer.byteLength(title) > longestChoice);
  if (choices.length > menu.most || tooLong || !last.id) {
    const listed = numberedText(text, choices, labelsOf(last), last.locale);
    return { messages: [...files, ...textMessages(listed)], numbered: true };
  }
  const list = choices.map(({ title }, place) => ({ id: `${last.id}.${place}`, title }));
  const [head, before] = headOf(text);
  const instead = splitText(numberedText(head, choices, labelsOf(last), last.locale), limit)[0] ?? '';
  const shown: KfMessage = { type: 'menu', head, choices: list, instead };
  return { messages: [...textMessages(before), ...files, shown], numbered: false };
}

const textMessages = (text: string): KfMessage[] =>
  splitText(text, limit).map((piece) => ({ type: 'text', text: piece }));

/** What stands above a menu: the end of a long text, the rest goes before it. */
function headOf(text: string): [head: string, before: string] {
  if (Buffer.byteLength(text) <= longestHead) return [text, ''];
  const pieces = splitText(text, { longest: longestHead, in: 'bytes' });
  return [pieces.at(-1)!, pieces.slice(0, -1).join('\n')];
}

function presentedAttachment(attachment: Attachment, publicUrl: string | undefined): KfMessage | string | undefined {
  if (isRating(attachment)) return undefined;
  if (isProduct(attachment)) {
    const product = productOf(attachment);
    return product && productWords(product);
  }
  if (isAdaptive(attachment)) return adaptiveWords(attachment) || undefined;
  const { contentType, contentUrl = '', name = '' } = attachment;
  const file = uploadPattern.exec(contentUrl)?.[1];
  if (file) return { type: 'file', kind: kindOf(contentType), file };
  const url = contentUrl.startsWith('/') && publicUrl ? new URL(contentUrl, publicUrl).href : contentUrl;
  if (/^https?:\/\//.test(url)) return [name, url].filter(Boolean).join(' ');
  return name || undefined;
}

/** As what WeCom takes a file: pictures, AMR, MP4, and anything else as a file to keep. */
function kindOf(contentType: string): FileKind {
  if (/^image\/(png|jpeg|gif)$/.test(contentType)) return 'image';
  if (contentType === 'audio/amr') return 'voice';
  return contentType === 'video/mp4' ? 'video' : 'file';
}
