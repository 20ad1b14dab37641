import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { detectInterruption } from '#ai/interruptions.ts';
import { createReader } from '#ai/reader.ts';
import type { Question } from '#crm/surveys/question.ts';
import { Questionnaire } from '#crm/surveys/questionnaire.ts';
import { ces, csat, nps, words } from '#crm/surveys/readyParts.ts';
import { dialogModules } from '#dialogs/index.ts';
import { answers } from '#dialogs/surveys/answering.ts';
import { meaningOf } from '#dialogs/surveys/understood.ts';

/** Words as the answer to a question. `means`: what is stored; `ask`: nothing is, and the question is put again; `none`: they are no answer, nothing is stored. */
export interface Words {
  ask: keyof typeof asked;
  says: string;
  means: number | boolean | 'ask' | 'none';
}

/** The words of a file beside this one. */
export const wordsIn = (file: string): Words[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Words);

/** One question of each kind, as the ready surveys ask them. */
export const asked = {
  csat: csat('您打几分？', 'How satisfied are you?'),
  nps: nps('会推荐吗？', 'Would you recommend us?'),
  ces: ces('“没让我多费事。”您同意吗？', '“It was easy.” Do you agree?'),
  yesNo: {
    type: 'boolean',
    name: 'score',
    title: words('问题解决了吗？', 'Is the problem solved now?'),
    labelTrue: words('解决了', 'Yes, it is'),
    labelFalse: words('还没有', 'Not yet'),
    isRequired: true,
  },
  number: {
    type: 'text',
    inputType: 'number',
    name: 'score',
    title: words('用了几个月？', 'For how many months?'),
    isRequired: true,
  },
};

const now = Temporal.Instant.from('2026-11-20T02:00:00Z').toZonedDateTimeISO('Asia/Shanghai');
const reader = createReader({ examples: dialogModules.map(({ intents }) => intents), products: [] });

const questions = new Map<string, Question>();
async function questionOf(ask: Words['ask'], language: 'zh' | 'en'): Promise<Question> {
  const key = `${ask}/${language}`;
  const form = questions.get(key) ?? (await Questionnaire.of({ elements: [asked[ask]] }, language)).first({})!;
  questions.set(key, form);
  return form;
}

/** What words come to as the answer to a question that was put once. */
export async function meaning({ ask, says }: Pick<Words, 'ask' | 'says'>): Promise<Words['means']> {
  const question = await questionOf(ask, /\p{Script=Han}/u.test(says) ? 'zh' : 'en');
  const reading = reader.read(says, { now, ...(question.kind === 'scale' && { expecting: 'rating' as const }) });
  const interruption = detectInterruption(says);
  const heard = { text: says, photos: [], reading, language: reading.language, ...(interruption && { interruption }) };
  if (!answers(heard, question, { again: false, chosen: [] })) return 'none';
  const meant = meaningOf(heard, question);
  return typeof meant === 'object' ? (meant.value as number | boolean) : 'ask';
}
