import { chineseNumber, numberCharacters } from '#ai/entities/chineseNumber.ts';
import { englishNumber, englishNumberPattern } from '#ai/entities/englishNumber.ts';
import { withoutVery } from '#ai/entities/rating.ts';
import { normalise } from '#ai/tokenizer.ts';
import { severalAtOnce, tidy } from './figures.ts';
import { undecided } from './words.ts';

/** Words with a figure's character in them that count nothing: 一般, 一下. */
const noFigures = /一(?:般|下|定|直|样|起|些|点|会儿?|旦|切|边|共|向|律)|统一|唯一|万一|十分(?=\p{Script=Han})/gu;
/** About so many, more or less than so many, a part of something: none of them is a figure. */
const loosely = new RegExp(
  `${severalAtOnce}|(?:[${numberCharacters}]|几)(?:[个年月天次]|小时)?(?:多|来|几|出头|半)|[几半]|上[百千]|好多|不到|不足|超过|[以之][上下内]|至少|最多|多于|少于|成(?=[吧了的]|$)|折|%|[-~—–]\\d|\\b(?:more|less|over|under|at least|at most|couple|few|dozens?|several|half|between|up to|or so|percent)\\b`,
);
/** Units of time: an answer in another one than the question's is no figure of it. */
const units: RegExp[] = [
  /小时|\bhours?\b/,
  /天|日|\bdays?\b/,
  /周|星期|礼拜|\bweeks?\b/,
  /月|\bmonths?\b/,
  /年|\byears?\b/,
];
const never =
  /^(?:一[次回个件](?:都|也)没有?.{0,3}|从(?:来)?没有?.{0,3}|没有?过|never|not once|not a single(?: one)?|none|zero)$/;

const figures = new RegExp(
  `-?\\d+(?:\\.\\d+)?|[${numberCharacters}]+(?:点[零一二三四五六七八九]+)?|\\b${englishNumberPattern}\\b`,
  'g',
);

/** The one figure in a message. `vague`: there is one, and how many it is stays open, or it counts something else than was asked (一年 for months). */
export function amountIn(text: string, title: string): number | 'vague' | undefined {
  const plain = withoutVery(normalise(text).trim())
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .replace(noFigures, ' ');
  if (never.test(plain.replace(/[\s。.!！，,]+$/, ''))) return 0;
  if (undecided.test(tidy(text))) return 'vague';
  const found = [...plain.matchAll(figures)].map(([word]) => figureOf(word));
  if (loosely.test(plain)) return 'vague';
  if (found.length === 0) return undefined;
  const asked = normalise(title);
  const [wanted, said] = [asked, plain].map((words) => units.filter((unit) => unit.test(words)));
  if (wanted!.length > 0 && said!.some((unit) => !wanted!.includes(unit))) return 'vague';
  const [value] = found;
  return found.length === 1 && value !== undefined && Number.isFinite(value) ? value : 'vague';
}

function figureOf(word: string): number | undefined {
  if (/^-?\d/.test(word)) return Number(word);
  const [whole, fraction] = word.split('点');
  const value = /^[a-z]/.test(word) ? englishNumber(word) : chineseNumber(whole!);
  return fraction && value !== undefined
    ? value + Number(`0.${[...fraction].map((c) => chineseNumber(c)).join('')}`)
    : value;
}
