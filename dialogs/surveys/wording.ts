import type { Attachment } from 'botbuilder';
import type { Language } from '#ai/reading.ts';
import type { Question } from '#crm/surveys/question.ts';
import type { ReplyParts } from '../reply.ts';
import { replies } from './replies.ts';

/** A scale of stars, which the chat page draws. */
const stars = (max: number): Attachment => ({
  contentType: 'application/vnd.zhiyin.rating+json',
  content: { max },
});

/** So many steps stand as words with their figures, the best first; more stand as figures. */
const WORDED = 7;

/** A question as it is said: its words, what may be touched. `first`: a refusal is offered; `chosen`: what was already chosen of several. */
export function posed(
  question: Question,
  language: Language,
  { first = false, chosen = [] }: { first?: boolean; chosen?: readonly (string | number)[] } = {},
): { text: string; parts: ReplyParts } {
  const words = replies[language];
  const ends = question.ends && endsOf(question, language);
  const optional = question.kind === 'text' && !question.required ? words.optional : null;
  const text = [question.title, question.description, ends, optional].filter(Boolean).join('\n');
  const out = first ? [words.refuse] : question.required ? [] : [question.kind === 'text' ? words.nothing : words.skip];
  const buttons = [...choicesOf(question, language, chosen), ...(chosen.length > 0 ? [words.chosen] : out)];
  const values = question.choices.map(({ value }) => value);
  const starred = question.kind === 'scale' && JSON.stringify(values) === '[1,2,3,4,5]';
  return { text, parts: { buttons, ...(starred && { attachments: [stars(5)] }) } };
}

function endsOf({ ends, choices }: Question, language: Language): string {
  const values = choices.map(({ value }) => Number(value));
  return replies[language].ends(ends!.low, ends!.high, Math.min(...values), Math.max(...values));
}

function choicesOf(
  { kind, choices, labels }: Question,
  language: Language,
  chosen: readonly (string | number)[],
): string[] {
  const words = replies[language];
  if (kind === 'yesNo') return [usable(labels?.yes) ?? words.yes, usable(labels?.no) ?? words.no];
  if (kind !== 'scale') return choices.filter(({ value }) => !chosen.includes(value)).map(({ text }) => text);
  const named = choices.some(({ value, text }) => text !== String(value));
  if (!named || choices.length > WORDED) return choices.map(({ text }) => text);
  return choices.map(({ value, text }) => (text === String(value) ? text : `${value} ${text}`)).reverse();
}

const usable = (label: string | undefined): string | undefined => label?.trim() || undefined;
