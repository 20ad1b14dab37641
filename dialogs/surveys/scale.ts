import type { Question } from '#crm/surveys/question.ts';
import { agreementOf, asksSomething } from '../agreement.ts';
import type { Heard } from '../heard.ts';
import { type Figure, figureIn, tidy } from './figures.ts';
import { agreed, almost, likely, undecided } from './words.ts';

/** Wholes that points are given of. */
const usual = [5, 7, 10, 100];
/** So many steps at most have a word of feeling each. */
const WORDED = 7;
const toAgree = /同意|agree/i;
const toBeLikely = /会|likely|certain/i;

/**
 * The step of a scale that a message means: a figure of the scale, the words of a step or an end, a touched star, or words of
 * feeling ("meh") brought onto the scale. `off`: a figure that is no step of it; `vague`: it answers and leaves open how much. Which
 * step is meant is asked then, never guessed (docs/decisions/0053).
 */
export function stepMeant(heard: Heard, { choices, ends }: Question): number | 'off' | 'vague' | undefined {
  const values = choices.map(({ value }) => Number(value));
  const [min, max] = [Math.min(...values), Math.max(...values)];
  if (heard.rating !== undefined && max === 5) return heard.rating;
  const said = tidy(heard.text);
  const named = choices.find(({ value, text }) => [text, `${value} ${text}`].some((words) => tidy(words) === said));
  if (named) return Number(named.value);
  if (ends && said === tidy(ends.low)) return min;
  if (ends && said === tidy(ends.high)) return max;
  const figure = figureIn(heard.text);
  if (figure === 'unclear') return 'off';
  if (figure) return stepOf(figure, values);
  const words = `${ends?.low} ${ends?.high}`;
  const ways = toAgree.test(words) ? agreed : toBeLikely.test(words) ? likely : [];
  const [how] = ways.find(([, meant]) => meant.test(said)) ?? [];
  if (how !== undefined) return nearest(min + how * (max - min), values);
  // "Yes" to "do you agree?" says that, and not how much; a thumb says no more than yes.
  if (toAgree.test(words) && agreementOf(heard.text)) return 'vague';
  if (undecided.test(said)) return 'vague';
  const score = heard.reading.entities.rating?.score;
  // "挺好的" of eleven steps may be 7 or 9, and these count apart.
  if (score === 4 && values.length > WORDED) return 'vague';
  if (score !== undefined) return nearest(min + ((score - 1) / 4) * (max - min) - 0.01, values);
  const isVague = heard.text.length <= 24 && !asksSomething(heard.text);
  return isVague && (almost.test(said) || agreementOf(heard.text) === 'yes') ? 'vague' : undefined;
}

/**
 * A part of another whole: points (8/10) go to the nearest step, between two to the higher one; a share (80 %, 八成) and stars
 * only where they are a step exactly. Nought is the lowest wherever a scale begins; five stars are given in tenths and hundredths, too.
 */
function stepOf({ value, of, exact }: Figure, values: readonly number[]): number | 'off' {
  const [min, max] = [Math.min(...values), Math.max(...values)];
  if (of !== undefined) {
    if (![...usual, max].includes(of) || value < 0 || value > of) return 'off';
    if (value === 0) return min;
    const step = (value / of) * max;
    if (!exact) return nearest(step, values);
    return values.find((one) => Math.abs(one - step) < 1e-9) ?? 'off';
  }
  if (values.includes(value)) return value;
  if (value === 0) return min;
  const whole = Number.isInteger(value) && max === 5 && value > 5;
  if (whole && value <= 10) return nearest((value / 10) * max, values);
  if (whole && value >= 20 && value <= 100) return nearest((value / 100) * max, values);
  return 'off';
}

/** Between two steps the higher one. */
const nearest = (value: number, values: readonly number[]): number =>
  values.toSorted((a, b) => b - a).reduce((best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best));
