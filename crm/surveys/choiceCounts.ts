import { type Client, Prisma } from '#prisma/client.ts';
import type { Localized } from '../localized.ts';
import { SCORE } from './definition.ts';
import { elementsOf, isObject, type Json } from './elements.ts';

/** A choice and how many chose it, in whichever version they answered. `current`: it can still be chosen. */
export interface ChoiceCount {
  value: string;
  text: Localized;
  count: number;
  current: boolean;
}

/** What was chosen in a question that is not the metric's; `row`: of a matrix. `n` answered it; of several choices a person counts in each. */
export interface ChosenIn {
  name: string;
  row: Localized | null;
  title: Localized;
  n: number;
  choices: ChoiceCount[];
}

/** So many answers are looked at, the newest: counting all of a million would keep the page waiting. */
export const LOOKED_AT = 5000;

type Stored = string | number | boolean;
interface Named {
  value: Stored;
  text: Localized;
}
interface Question {
  place: string;
  name: string;
  rowValue: string | null;
  row: Localized | null;
  title: Localized;
  choices: Named[];
}

const textOf = (text: unknown): Localized => {
  if (!isObject(text)) return { zh: String(text ?? ''), en: String(text ?? '') };
  const [zh, en] = [text['zh-cn'], text.default ?? text.en].map((words) => (typeof words === 'string' ? words : ''));
  return { zh: zh || en || '', en: en || zh || '' };
};

const namedIn = (list: unknown): Named[] =>
  (Array.isArray(list) ? list : []).map((item) => {
    const value = (isObject(item) ? item.value : item) as Stored;
    return { value, text: textOf(isObject(item) ? (item.text ?? value) : item) };
  });

/** What can be chosen in a version, question by question, rows of a matrix one by one. */
function questionsIn(definition: unknown): Question[] {
  if (!isObject(definition)) return [];
  return elementsOf(definition).flatMap(({ json, name, type }): Question[] => {
    const asked = { place: name, name, rowValue: null, row: null, title: textOf(json.title ?? name) };
    switch (type) {
      case 'radiogroup':
      case 'dropdown':
      case 'checkbox':
      case 'tagbox':
        return [{ ...asked, choices: namedIn(json.choices) }];
      case 'boolean':
        return [{ ...asked, choices: truths(json) }];
      case 'rating':
        return name === SCORE ? [] : [{ ...asked, choices: steps(json) }];
      case 'matrix':
        return namedIn(json.rows).map(({ value, text: row }) => ({
          ...asked,
          place: `${name}/${value}`,
          rowValue: String(value),
          row,
          choices: namedIn(json.columns),
        }));
      default:
        return [];
    }
  });
}

const truths = ({ labelTrue, labelFalse }: Json): Named[] => [
  { value: true, text: labelTrue ? textOf(labelTrue) : { zh: '是', en: 'Yes' } },
  { value: false, text: labelFalse ? textOf(labelFalse) : { zh: '否', en: 'No' } },
];

function steps({ rateValues, rateMin = 1, rateMax = 5 }: Json): Named[] {
  if (Array.isArray(rateValues) && rateValues.length > 0) return namedIn(rateValues);
  const [min, max] = [Number(rateMin), Number(rateMax)];
  return namedIn(Array.from({ length: Math.max(0, Math.min(100, max - min + 1)) }, (_, i) => min + i));
}

/**
 * How often each choice was chosen, over all versions: a choice is what is stored of it, and has the words of the newest version that
 * offers it. Questions and choices stand as they are asked now; what is not asked any more comes after, where anybody chose it.
 * `definitions`: newest first.
 */
export function countChoices(definitions: readonly unknown[], answers: readonly Json[]): ChosenIn[] {
  const versions = definitions.map(questionsIn);
  const asked = new Map<string, { question: Question; choices: Map<Stored, Named & { current: boolean }> }>();
  for (const [age, questions] of versions.entries())
    for (const question of questions) {
      const known = asked.get(question.place) ?? { question, choices: new Map() };
      asked.set(question.place, known);
      for (const choice of question.choices)
        if (!known.choices.has(choice.value)) known.choices.set(choice.value, { ...choice, current: age === 0 });
    }
  return [...asked.values()].flatMap(({ question, choices }) => {
    const chosen = answers.map((answer) => chosenIn(answer, question)).filter((values) => values.length > 0);
    const counts = new Map<unknown, number>();
    for (const value of chosen.flatMap((values) => [...new Set(values)]))
      counts.set(value, (counts.get(value) ?? 0) + 1);
    const told = [...choices.values()].map(({ value, text, current }) => ({
      value: String(value),
      text,
      count: counts.get(value) ?? 0,
      current,
    }));
    const isAsked = versions[0]?.some(({ place }) => place === question.place);
    if (!isAsked && chosen.length === 0) return [];
    const { name, row, title } = question;
    return [{ name, row, title, n: chosen.length, choices: told.filter(({ current, count }) => current || count > 0) }];
  });
}

/** What an answer holds for a question: one, several, none. */
function chosenIn(answers: Json, { name, rowValue }: Question): unknown[] {
  const given = answers[name];
  const value = rowValue === null ? given : isObject(given) ? given[rowValue] : undefined;
  if (value === undefined || value === null || isObject(value)) return [];
  return Array.isArray(value) ? value : [value];
}

/** The same of a survey's newest answers in a span. `within`: the span as SQL. */
export async function choicesOf(
  client: Client,
  surveyId: string,
  definition: unknown,
  within: Prisma.Sql,
): Promise<ChosenIn[]> {
  const versions = await client.surveyVersion.findMany({
    where: { surveyId },
    orderBy: { version: 'desc' },
    select: { definition: true },
  });
  const definitions = [definition, ...versions.map((version) => version.definition)];
  if (definitions.every((each) => questionsIn(each).length === 0)) return [];
  const rows = await client.$queryRaw<{ answers: Json }[]>(Prisma.sql`
    SELECT i.answers FROM "Response" i WHERE i."surveyId" = ${surveyId}::uuid ${within}
     ORDER BY i."answeredAt" DESC LIMIT ${LOOKED_AT}`);
  return countChoices(
    definitions,
    rows.map(({ answers }) => answers),
  );
}
