import { chineseNumber } from '#ai/entities/chineseNumber.ts';
import type { Choice, Question, Value } from '#crm/surveys/question.ts';
import { asksSomething } from '../agreement.ts';
import type { Heard } from '../heard.ts';
import { amountIn } from './amount.ts';
import { tidy } from './figures.ts';
import { stepMeant } from './scale.ts';
import { truthOf } from './truth.ts';

const ordinal =
  /^(?:第|no\.? ?|number |the )?([一二三四五六七八九十\d]+|first|second|third|fourth|fifth)(?:个|项|条|种|th|st|nd|rd)?(?:吧|one)?$/i;
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

/** What a message is to a question: what to store; or `off`, `vague`: it answers, and what it means must be asked. Undefined: it is no answer. */
export type Meaning = { value: Value } | 'off' | 'vague' | undefined;

/** What a message means as the answer to a question. Several choices may be named in one message. */
export function meaningOf(heard: Heard, question: Question): Meaning {
  switch (question.kind) {
    case 'scale':
      return asMeaning(stepMeant(heard, question));
    case 'one': {
      const { choices } = question;
      const value = chosen(heard.text, choices) ?? (choices.length === 5 ? scaleWord(heard, choices) : undefined);
      return value === undefined ? denies(heard.text, choices) : { value };
    }
    case 'many': {
      const value = chosenMany(heard.text, question.choices);
      return value.length > 0 ? { value } : denies(heard.text, question.choices);
    }
    case 'yesNo':
      return asMeaning(truthOf(heard.text, question.labels));
    case 'number':
      return asMeaning(amountIn(heard.text, question.title));
    case 'text': {
      const value = heard.text.slice(0, question.longest);
      return value ? { value } : undefined;
    }
  }
}

const asMeaning = (meant: number | boolean | 'off' | 'vague' | undefined): Meaning =>
  typeof meant === 'number' || typeof meant === 'boolean' ? { value: meant } : meant;

/** Five words from good to bad or bad to good are chosen from by feeling, too, where they are figures. */
function scaleWord(heard: Heard, choices: readonly Choice[]): string | number | undefined {
  const score = heard.reading.entities.rating?.score;
  return score !== undefined && choices.every(({ value }, i) => value === i + 1)
    ? choices[score - 1]!.value
    : undefined;
}

function chosen(text: string, choices: readonly Choice[]): string | number | undefined {
  const said = tidy(text);
  if (!said) return undefined;
  const exact = choices.find((choice) => tidy(choice.text) === said || String(choice.value).toLowerCase() === said);
  if (exact) return exact.value;
  const [, place] = ordinal.exec(said) ?? [];
  if (place) {
    const at = ordinals.includes(place.toLowerCase())
      ? ordinals.indexOf(place.toLowerCase()) + 1
      : chineseNumber(place);
    if (at !== undefined && choices[at - 1]) return choices[at - 1]!.value;
  }
  const letter = /^[a-j]$/i.test(said) ? said.toLowerCase().charCodeAt(0) - 97 : -1;
  if (choices[letter]) return choices[letter].value;
  const partly = choices.filter((choice) => holds(said, tidy(choice.text)));
  return partly.length === 1 ? partly[0]!.value : undefined;
}

const denied = /不|没|别|除了|\b(?:not?|never|except|nothing|none|neither|(?:is|was|do|does|did|ca)n't)\b/;
/** Words of a choice that is denied: which one is meant instead, nobody can tell. */
const denies = (text: string, choices: readonly Choice[]): Meaning => {
  const said = tidy(text);
  const names = choices.some((choice) => tidy(choice.text).length > 1 && said.includes(tidy(choice.text)));
  return names && denied.test(said) && !asksSomething(text) ? 'vague' : undefined;
};
const latin = /^[\p{Script=Latin}\d' -]+$/u;

/** Whether one is within the other, in whole words; single letters say too little, and what is denied is not chosen: 声音没问题. */
function holds(said: string, words: string): boolean {
  if (denied.test(said) && !denied.test(words)) return false;
  const within = (part: string, whole: string) =>
    part.length > 1 && (latin.test(part) ? ` ${whole} `.includes(` ${part} `) : whole.includes(part));
  return within(words, said) || within(said, words);
}

function chosenMany(text: string, choices: readonly Choice[]): (string | number)[] {
  const whole = chosen(text, choices);
  if (whole !== undefined && !/[、,，;；和与&+]| and /.test(text)) return [whole];
  const parts = text.split(/[、,，;；&+\s]+|和|与|还有|\band\b/i).filter(Boolean);
  const found = parts.flatMap((part) => chosen(part, choices) ?? []);
  const said = tidy(text);
  const named = choices.filter(
    (choice) => tidy(choice.text).length > 1 && said.includes(tidy(choice.text)) && !denied.test(said),
  );
  return [...new Set([...found, ...named.map(({ value }) => value)])];
}
