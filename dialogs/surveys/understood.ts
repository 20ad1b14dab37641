import { chineseNumber, numberCharacters } from '#ai/entities/chineseNumber.ts';
import { normalise } from '#ai/tokenizer.ts';
import type { Choice, Question, Value } from '#crm/surveys/question.ts';
import { agreementOf } from '../agreement.ts';
import type { Heard } from '../heard.ts';

const englishNumbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const number = `${englishNumbers.join('|')}|-?[${numberCharacters}]+(?:\\.\\d+)?`;
const outOf = new RegExp(`(${number}) ?(?:\\/ ?|out of | of )(\\d+|five|seven|ten)`, 'i');
const points = new RegExp(`(?:^|[^\\d.])(${number}) ?(?:分(?![钟之满喜失好不难方感])|points?\\b|marks?\\b)`, 'i');
const alone = new RegExp(
  `^(?:我?[给打选]|就|大概|about|maybe|i'?d say|i would say|a|an)? ?(${number}) ?(?:吧|了|please)?$`,
  'i',
);
const ordinal =
  /^(?:第|no\.? ?|number |the )?([一二三四五六七八九十\d]+|first|second|third|fourth|fifth)(?:个|项|条|种|th|st|nd|rd)?(?:吧|one)?$/i;
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

const tidy = (text: string): string =>
  normalise(text)
    .replace(/[\s,.!?。，！？~～:：;；"“”'‘’]+/g, ' ')
    .trim();

function numberOf(text: string): number | undefined {
  const place = englishNumbers.indexOf(text.toLowerCase());
  return place >= 0 ? place : chineseNumber(text);
}

/** The stored value that a message gives for a question; undefined: it gives none. Several choices may be named in one message. */
export function meantBy(heard: Heard, question: Question): Value | undefined {
  switch (question.kind) {
    case 'scale':
      return scaleValue(heard, question.choices);
    case 'one':
      return (
        chosen(heard.text, question.choices) ??
        (question.choices.length === 5 ? scaleWord(heard, question.choices) : undefined)
      );
    case 'many': {
      const several = chosenMany(heard.text, question.choices);
      return several.length > 0 ? several : undefined;
    }
    case 'yesNo':
      return truthOf(heard.text, question);
    case 'number':
      return figureIn(heard.text);
    case 'text':
      return heard.text.slice(0, question.longest) || undefined;
  }
}

/** A figure of the scale itself, the words of a step, a touched star, or words of feeling ("meh") brought onto the scale. */
function scaleValue(heard: Heard, choices: readonly Choice[]): number | undefined {
  const values = choices.map(({ value }) => Number(value));
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const stars = heard.rating;
  if (stars !== undefined && max === 5) return stars;
  const said = tidy(heard.text);
  const named = choices.find(({ value, text }) => [text, `${value} ${text}`].some((words) => tidy(words) === said));
  if (named) return Number(named.value);
  const [, given, top] = outOf.exec(said) ?? [];
  const whole = top ? numberOf(top) : undefined;
  if (given && whole) return within(min + ((numberOf(given)! / whole) * max - min), values);
  const figure = points.exec(said)?.[1] ?? alone.exec(said)?.[1];
  const exact = figure === undefined ? undefined : numberOf(figure);
  if (exact !== undefined && values.includes(exact)) return exact;
  const score = heard.reading.entities.rating?.score;
  if (score === undefined) return undefined;
  // A figure that is not on this scale says less than it seems: only the five-step scale takes nine of ten.
  if (exact !== undefined && max !== 5) return undefined;
  return within(min + ((score - 1) / 4) * (max - min), values);
}

const within = (value: number, values: readonly number[]): number =>
  values.reduce((nearest, one) => (Math.abs(one - value) < Math.abs(nearest - value) ? one : nearest));

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

/** Whether one is within the other; single letters say too little. */
const holds = (said: string, words: string): boolean =>
  (words.length > 1 && said.includes(words)) || (said.length > 1 && words.includes(said));

function chosenMany(text: string, choices: readonly Choice[]): (string | number)[] {
  const whole = chosen(text, choices);
  if (whole !== undefined && !/[、,，;；和与&+]| and /.test(text)) return [whole];
  const parts = text.split(/[、,，;；&+\s]+|和|与|还有|\band\b/i).filter(Boolean);
  const found = parts.flatMap((part) => chosen(part, choices) ?? []);
  const named = choices.filter((choice) => tidy(choice.text).length > 1 && tidy(text).includes(tidy(choice.text)));
  return [...new Set([...found, ...named.map(({ value }) => value)])];
}

function truthOf(text: string, { labels }: Question): boolean | undefined {
  const said = tidy(text);
  if (labels && tidy(labels.yes) === said) return true;
  if (labels && tidy(labels.no) === said) return false;
  const agreed = agreementOf(text);
  if (agreed) return agreed === 'yes';
  if (/^(?:还没|没有?(?:呢|解决)?|未|not yet|not really|it (?:is|was|has) ?n(?:o|')t)/i.test(said)) return false;
  return /^(?:有的?|已经|解决了?|it (?:is|was|has|does|did))/i.test(said) ? true : undefined;
}

/** The one figure in a message. */
function figureIn(text: string): number | undefined {
  const found = [...normalise(text).matchAll(new RegExp(number, 'gi'))].map(([word]) => numberOf(word!));
  return found.length === 1 && found[0] !== undefined && Number.isFinite(found[0]) ? found[0] : undefined;
}
