import { chineseNumber, numberCharacters } from '#ai/entities/chineseNumber.ts';
import { normalise } from '#ai/tokenizer.ts';
import type { Question } from '#crm/surveys/question.ts';
import { agreementOf, asksSomething } from '../agreement.ts';
import type { Heard } from '../heard.ts';

const englishNumbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const decimals = '[\\d零〇一二三四五六七八九]+';
/** 9, nine, 九, 8.5, 八点五, -1. */
export const number = `${englishNumbers.join('|')}|-?[${numberCharacters}]+(?:[.点]${decimals})?`;

const outOf = new RegExp(`(${number}) ?(?:\\/ ?|out of | of )(\\d+|five|seven|ten)`, 'i');
const points = new RegExp(
  `(?:^|[^\\d.点-])(${number}) ?(?:分(?![钟之满喜失好不难方感])(半)?|points?\\b|marks?\\b)`,
  'i',
);
const before =
  "我?(?:觉得|感觉)?(?:给|打|选)?(?:个|你们)?|就|大概|差不多|应该|about|maybe|(?:i[' ]?d|i would|i[' ]?ll|i will)? ?(?:say|give (?:it|you|them))";
const alone = new RegExp(`^(?:${before})? ?(?:an? )?(${number})(半)? ?(?:左右|吧|了|please| )*$`, 'i');
const between = new RegExp(
  `^(?:${number}) ?分? ?(?:[-~—–]|到|至|或者?|or|to) ?(?:${number}) ?(?:分|points?)?吧?$`,
  'i',
);

/** How far up the scale such words stand, 0 to 1: of scales whose ends are to agree and not to. */
const agreed: [number, RegExp][] = [
  [1, /^(?:非常|完全|十分|特别|很|强烈)(?:同意|赞同|认同)$|^(?:strongly|totally|completely|fully|absolutely) agree$/],
  [4 / 6, /^(?:比较|基本|大致|有点|还算)(?:同意|赞同|认同)$|^(?:somewhat|mostly|partly|slightly) agree$/],
  [5 / 6, /^(?:同意|赞同|认同)$|^(?:i )?agreed?$/],
  [2 / 6, /^(?:不太|不怎么|有点不|不是很|不大)(?:同意|赞同|认同)$|^(?:somewhat|mostly|partly|slightly) disagree$/],
  [1 / 6, /^不(?:同意|赞同|认同)$|^(?:i )?(?:disagree|do not agree|don[' ]?t agree)$/],
  [
    0,
    /^(?:非常|完全|十分|很|强烈|根本|坚决|一点[都也])不(?:同意|赞同|认同)$|^(?:strongly|totally|completely) disagree$/,
  ],
];
const agrees = /同意|agree/i;
/** Words that answer a scale without saying how much: "不会推荐", "probably". */
const almost =
  /推荐|同意|满意|recommend|agree|satisf|^(?:肯定|一定|绝对|当然|应该|可能)?不?会[的吧]?$|^(?:definitely|certainly|probably|not at all)(?: not)?$/i;

/** Without signs around it; the point of 8.5 stays. */
export const tidy = (text: string): string =>
  normalise(text)
    .replace(/(?<!\d)\.|\.(?!\d)|[\s,!?。，！？~～:：;；"“”'‘’]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();

/** A number in figures or words, also 八点五 and -1. */
export function numberOf(text: string): number | undefined {
  const place = englishNumbers.indexOf(text.toLowerCase());
  if (place >= 0) return place;
  const [whole, rest] = text.replace('-', '').split(/[.点]/);
  const [value, fraction] = [chineseNumber(whole!), rest && [...rest].map((c) => chineseNumber(c) ?? 0).join('')];
  if (value === undefined) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (value + (fraction ? Number(`0.${fraction}`) : 0));
}

/**
 * The step of a scale that a message means: a figure of the scale, the words of a step or an end, a touched star, or words of
 * feeling ("meh") brought onto the scale. `off`: a figure that is no step of it; which step is meant is asked, never guessed.
 */
export function stepMeant(heard: Heard, { choices, ends }: Question): number | 'off' | undefined {
  const values = choices.map(({ value }) => Number(value));
  const [min, max] = [Math.min(...values), Math.max(...values)];
  if (heard.rating !== undefined && max === 5) return heard.rating;
  const said = tidy(heard.text);
  const named = choices.find(({ value, text }) => [text, `${value} ${text}`].some((words) => tidy(words) === said));
  if (named) return Number(named.value);
  if (ends && said === tidy(ends.low)) return min;
  if (ends && said === tidy(ends.high)) return max;
  if (between.test(normalise(heard.text).trim())) return 'off';
  const [, given, top] = outOf.exec(said) ?? [];
  const whole = top ? numberOf(top) : undefined;
  if (given && whole) return nearest((numberOf(given)! / whole) * max, values);
  const [, word, half] = points.exec(said) ?? alone.exec(said) ?? [];
  const figure = word === undefined ? undefined : numberOf(word);
  if (figure !== undefined) return figureOn(values, half ? figure + 0.5 : figure);
  const [how] = agrees.test(`${ends?.low} ${ends?.high}`) ? (agreed.find(([, words]) => words.test(said)) ?? []) : [];
  if (how !== undefined) return nearest(min + how * (max - min), values);
  const score = heard.reading.entities.rating?.score;
  return score === undefined ? undefined : nearest(min + ((score - 1) / 4) * (max - min) - 0.01, values);
}

/** Whether it answers the scale and leaves open how much: it is asked once how many points that is. */
export const answersVaguely = ({ text }: Heard, { ends }: Question): boolean =>
  text.length <= 20 &&
  !asksSomething(text) &&
  (almost.test(tidy(text)) || (agrees.test(`${ends?.low} ${ends?.high}`) && agreementOf(text) !== undefined));

/** Nought is the lowest wherever a scale begins; five stars are given in tenths and hundredths, too. */
function figureOn(values: readonly number[], figure: number): number | 'off' {
  const [min, max] = [Math.min(...values), Math.max(...values)];
  if (values.includes(figure)) return figure;
  if (figure === 0) return min;
  const whole = Number.isInteger(figure) && max === 5 && figure > 5;
  if (whole && figure <= 10) return nearest((figure / 10) * max, values);
  if (whole && figure >= 20 && figure <= 100) return nearest((figure / 100) * max, values);
  return 'off';
}

/** Between two steps the higher one. */
const nearest = (value: number, values: readonly number[]): number =>
  values.toSorted((a, b) => b - a).reduce((best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best));
