import { normalise } from '#ai/tokenizer.ts';
import { type Heard, hoursIn } from '../heard.ts';

const here =
  /就?在?(?:这里|这儿|这边|线上|在线|聊天(?:里|窗口)?|对话(?:里|框)?|本窗口)(?:回复|回|联系|聊|说|告诉|找)?(?:我)?(?:就)?(?:好|行|可以)?|\b(?:here|(?:in |through |via |by )?(?:this |the )?chat|right here|online)\b/;

const hereAtOnce =
  /就?在(?:这里|这儿|这边|线上|在线|聊天(?:里|窗口)?|对话(?:里|框)?)(?:直接)?(?:回复|回答|回我|联系|找我|告诉我)|\b(?:answer|reply|contact|reach|tell) me (?:right )?(?:here|in (?:this|the) chat)\b/;

/** Whether a message asks, unasked, to be answered in this chat; narrower than `meansHere`, for "这里" alone may be the place of the damage. */
export const asksToAnswerHere = (text: string): boolean => hereAtOnce.test(normalise(text));

/** How the customer can be reached, as said in a message: number, address or "here", with the hours that suit. Undefined if it says nothing of it. */
export function contactOf(heard: Heard): string | undefined {
  const { phones, emails } = heard.reading.entities;
  const timeWindow = hoursIn(heard);
  const ways = [...phones, ...emails];
  if (ways.length === 0) return undefined;
  return [...ways, ...(timeWindow ? [timeWindow.text] : [])].join(', ');
}

/** Whether an answer to "how can we reach you" means this chat. */
export const meansHere = (text: string): boolean => here.test(normalise(text));

/** What is wrong with an answer that looks like a number or an address but can not be one. */
export function contactFault(heard: Heard): 'phone' | 'email' | undefined {
  const { phones, emails } = heard.reading.entities;
  if (phones.length + emails.length > 0) return undefined;
  if (/\S@/.test(heard.text)) return 'email';
  const digits = normalise(heard.text).replace(/[\s+()-]/g, '');
  return /\d{5,}/.test(digits) ? 'phone' : undefined;
}
