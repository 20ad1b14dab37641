import { chineseNumber, numberCharacters } from '#ai/entities/chineseNumber.ts';
import { englishNumber, englishNumberPattern } from '#ai/entities/englishNumber.ts';
import { withoutVery } from '#ai/entities/rating.ts';
import { normalise } from '#ai/tokenizer.ts';

const englishNumbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const decimals = '[\\d零〇一二三四五六七八九]+';
/** 9, nine, 九, 8.5, 八点五, -1. */
const number = `\\b(?:${englishNumbers.join('|')})\\b|-?[${numberCharacters}]+(?:[.点]${decimals})?`;

/** A figure as it was said. `of`: the whole that it is a part of; `exact`: nothing but a whole step will do (90 %, 九成, four stars). */
export interface Figure {
  value: number;
  of?: number;
  exact?: boolean;
}

const outOf = new RegExp(`(${number}) ?(?:\\/ ?|out of | of )(\\d+|\\b(?:five|seven|ten)\\b)`, 'gi');
const ofFull = new RegExp(`满分(?:是|为)?(${number})分?[^\\d]{0,6}?(${number})分`, 'i');
const points = new RegExp(`(?:^|[^\\d.点-])(${number}) ?(?:分(?![钟之])(半)?|points?\\b|marks?\\b)`, 'gi');
const before =
  "我?(?:觉得|感觉)?(?:给|打|选)?(?:个|你们)?|就|大概|差不多|应该|about|maybe|(?:i[' ]?d|i would|i[' ]?ll|i will)? ?(?:say|give (?:it|you|them))";
const article = '(?:an? )?(?:solid |strong |weak )?';
const alone = new RegExp(`^(?:${before})? ?${article}(${number})(半)? ?(?:左右|吧|了|please| )*$`, 'i');
const stars = new RegExp(
  `(${number})( and a half)? ?(?:颗|个|粒)?(半)?(?:星(?![期球座光空辰级])|[ -]?stars?\\b)(半)?`,
  'gi',
);
const starSigns = /[⭐★🌟]/gu;

const unit = '(?:分|颗?星|成|%|points?|stars?)';
const separator = '[-~—–、]|到|至|或者?|or|to';
/** Between two figures: 8到9分, six or seven, 九分十分. */
const between = new RegExp(
  `^(?:${before})? ?(?:an? )?(?:${number}) ?(?:${unit}? ?(?:${separator})|${unit}) ?(?:an? )?(?:${number}) ?${unit}?(?:左右|吧| )*$`,
  'i',
);
/** Two figures in one: 七八分, 四五颗星. */
export const severalAtOnce = '(?:一二|一两|两三|二三|三四|三五|四五|五六|六七|七八|八九)';
const about = new RegExp(
  `${severalAtOnce}(?:个|颗)?(?:分(?!钟)|星(?!期)|成)|^(?:${before})?${severalAtOnce}(?:左右|吧| )*$`,
  'i',
);

const share = new RegExp(
  `(\\d+(?:\\.\\d+)?|\\b${englishNumberPattern}) ?(?:%|percent\\b|per cent\\b)|百分之?(百)|百分之([${numberCharacters}]+)|([一二两三四五六七八九十]|\\b\\d0?)成(半)?十?足?(?![分绩功本熟为了交人长员])`,
);
/** What may stand around a share so that it is a rating: not a discount, nor a part of something that is told. */
const aroundShare =
  /^(?:我|的|对|你们|给|打|有|个|就|大概|大约|差不多|左右|应该|可能性?|吧|会|满意度?|推荐[度率]?|意愿|同意|认可度?|是|算|也|只有|最多|a|about|around|maybe|roughly|i|id|im|am|would|say|give|it|you|satisfied|happy|sure|likely|recommend|agree|there|please)*$/;

/** Without signs around it; the point of 8.5 stays. */
export const tidy = (text: string): string =>
  normalise(text)
    .replace(/(?<!\d)\.|\.(?!\d)|[\s,!?。，！？～~：:;；"“”'‘’]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();

/** A number in figures or words, also 八点五 and -1. */
function numberOf(text: string): number {
  const place = englishNumbers.indexOf(text.toLowerCase());
  if (place >= 0) return place;
  const [whole, rest] = text.replace('-', '').split(/[.点]/);
  const [value, fraction] = [chineseNumber(whole!), rest && [...rest].map((c) => chineseNumber(c) ?? 0).join('')];
  return (text.startsWith('-') ? -1 : 1) * ((value ?? Number.NaN) + (fraction ? Number(`0.${fraction}`) : 0));
}

/** The figure that a message gives. `unclear`: between two, or several that are not the same; undefined: none. */
export function figureIn(text: string): Figure | 'unclear' | undefined {
  const plain = withoutVery(normalise(text).trim());
  if ((between.test(plain) && !/百分百/.test(plain)) || about.test(plain)) return 'unclear';
  const said = tidy(plain);
  return (
    shareIn(plain) ??
    only([...said.matchAll(outOf)].map(([, given, whole]) => ({ value: numberOf(given!), of: numberOf(whole!) }))) ??
    only(
      [ofFull.exec(said)].flatMap((found) => (found ? [{ value: numberOf(found[2]!), of: numberOf(found[1]!) }] : [])),
    ) ??
    starsIn(plain) ??
    only([...said.matchAll(points)].map(([, given, half]) => ({ value: numberOf(given!) + (half ? 0.5 : 0) }))) ??
    only([alone.exec(said)].flatMap((found) => (found ? [{ value: numberOf(found[1]!) + (found[2] ? 0.5 : 0) }] : [])))
  );
}

/** The one of them all; `unclear` where they differ: "服务四分，产品五分". */
function only(figures: Figure[]): Figure | 'unclear' | undefined {
  const [first, ...others] = figures.filter(({ value }) => Number.isFinite(value));
  if (!first) return undefined;
  return others.every(({ value, of }) => value === first.value && of === first.of) ? first : 'unclear';
}

function shareIn(plain: string): Figure | undefined {
  const found = share.exec(plain);
  if (!found) return undefined;
  const [whole, percent, , all, hundredths, tenths, half] = found;
  const rest = plain.replace(whole!, ' ').replace(/[^\p{L}]+/gu, '');
  if (!aroundShare.test(rest)) return undefined;
  const value = all
    ? 100
    : percent
      ? (englishNumber(percent) ?? Number(percent))
      : hundredths
        ? numberOf(hundredths)
        : numberOf(tenths!) * 10 + (half ? 5 : 0);
  return { value, of: 100, exact: true };
}

function starsIn(plain: string): Figure | 'unclear' | undefined {
  const given = [...plain.matchAll(stars)].map(([, figure, ...halves]) => ({
    value: numberOf(figure!) + (halves.some(Boolean) ? 0.5 : 0),
    of: 5,
    exact: true,
  }));
  const drawn = plain.match(starSigns)?.length ?? 0;
  const broken = /[⭐★🌟][^⭐★🌟☆]+[⭐★🌟]/u.test(plain.replaceAll('\ufe0f', ''));
  if (broken) return 'unclear';
  return only(drawn > 0 ? [...given, { value: drawn, of: 5, exact: true }] : given);
}
