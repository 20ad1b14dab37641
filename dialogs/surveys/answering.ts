import type { Question } from '#crm/surveys/question.ts';
import { agreementOf, asksSomething } from '../agreement.ts';
import type { Heard } from '../heard.ts';
import { replies } from './replies.ts';

const isOne = (text: string, key: 'refuse' | 'skip' | 'nothing'): boolean =>
  [replies.zh[key], replies.en[key]].includes(text);

/** Whether the customer does not want to be asked, or not any further. */
export const refuses = (heard: Heard): boolean =>
  ['cancel', 'stop', 'skip'].includes(heard.interruption ?? '') ||
  isOne(heard.text, 'refuse') ||
  agreementOf(heard.text) === 'no' ||
  /^(?:不想?(?:评|打分|答|填)|不评价|拒绝评价|别问了|(?:no|not) (?:rating|comment)|i'?d rather not)/i.test(heard.text);

/** Whether only this question is passed over. */
export const skips = (heard: Heard, question: Question): boolean =>
  heard.interruption === 'skip' ||
  isOne(heard.text, 'skip') ||
  (question.kind === 'text' && isOne(heard.text, 'nothing'));

/** Never again, in so many words: "别问了", "stop asking me", "以后都不要问". */
export const stopsForEver = (heard: Heard): boolean =>
  heard.interruption === 'stop' ||
  /(?:以后|永远|再也|从此).{0,6}(?:别|不要|不用|不想).{0,6}(?:问|评|调查)|\b(?:never|don'?t ever) ask\b|\bnever again\b/i.test(
    heard.text,
  );

/** Praise or blame without a figure ("great service"): it is asked once how many points that is. */
export const judges = (heard: Heard): boolean =>
  heard.reading.sentiment.label !== 'neutral' &&
  heard.text.length <= 40 &&
  !asksSomething(heard.text) &&
  !['products', 'complaints', 'handoff', 'preferences'].includes(heard.reading.intent);

/** Whether there are no words to keep. */
export const saysNothing = (heard: Heard): boolean =>
  heard.interruption !== undefined ||
  agreementOf(heard.text) !== undefined ||
  ['thanks', 'goodbye'].includes(heard.reading.intent) ||
  isOne(heard.text, 'nothing');
