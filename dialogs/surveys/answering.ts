import { asksForPerson } from '#ai/interruptions.ts';
import type { Question } from '#crm/surveys/question.ts';
import { agreementOf, asksSomething } from '../agreement.ts';
import { asksToComplain } from '../complaints/demand.ts';
import { reportsFault, tellsWhatHappened } from '../complaints/story.ts';
import type { Heard } from '../heard.ts';
import { replies } from './replies.ts';
import type { State } from './state.ts';
import { meaningOf } from './understood.ts';

/** How sure the reader must be of another wish before the open question is put aside for it. */
const SURE = 0.5;

const isOne = (text: string, key: 'refuse' | 'skip' | 'nothing' | 'chosen'): boolean =>
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
  (heard.reading.intent === 'complaints'
    ? feels(heard)
    : !['products', 'handoff', 'preferences'].includes(heard.reading.intent));

/** Whether it is a feeling and nothing that happened: "失望", "unacceptable". Such words answer; what happened, or a wish to complain, is heard as a complaint. */
export const feels = (heard: Heard): boolean =>
  pressingIn(heard) === undefined &&
  !reportsFault(heard.text) &&
  (heard.reading.entities.rating !== undefined ||
    (heard.reading.sentiment.label === 'negative' && !tellsWhatHappened(heard)));

/** What nobody is kept waiting for by a survey: a person, or a complaint that is to be taken down. */
export function pressingIn({ text }: Heard): 'handoff' | 'complaints' | undefined {
  if (asksForPerson(text)) return 'handoff';
  return asksToComplain(text) ? 'complaints' : undefined;
}

/** Whether that is all that is chosen of several. */
export const isAll = (heard: Heard): boolean => saysNothing(heard) || isOne(heard.text, 'chosen');

/** Whether a message answers the open question, well enough to be kept or to be asked what it means. All else is served as what it is. */
export function answers(heard: Heard, question: Question, { again, chosen }: Pick<State, 'again' | 'chosen'>): boolean {
  if (refuses(heard) || stopsForEver(heard) || skips(heard, question)) return true;
  const { intent, confidence } = heard.reading;
  const asks = asksSomething(heard.text);
  if (question.kind === 'text') {
    if (saysNothing(heard)) return true;
    if (!heard.text || pressingIn(heard)) return false;
    return !asks || ['none', 'chitchat', 'surveys'].includes(intent);
  }
  if (meaningOf(heard, question) !== undefined) return true;
  if (chosen.length > 0 && isAll(heard)) return true;
  if (pressingIn(heard)) return false;
  if (feels(heard)) return true;
  const maySay = !asks && (intent === 'none' || intent === 'surveys' || confidence < SURE);
  return !again && (maySay || (question.kind === 'scale' && judges(heard)));
}

/** Whether there are no words to keep. */
export const saysNothing = (heard: Heard): boolean =>
  heard.interruption !== undefined ||
  agreementOf(heard.text) !== undefined ||
  ['thanks', 'goodbye'].includes(heard.reading.intent) ||
  isOne(heard.text, 'nothing');
