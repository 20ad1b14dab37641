import { chineseNumber, numberCharacters } from '#ai/entities/chineseNumber.ts';
import { englishNumber, englishNumberPattern } from '#ai/entities/englishNumber.ts';
import { withoutVery } from '#ai/entities/rating.ts';
import { normalise } from '#ai/tokenizer.ts';
import { asksSomething } from '../agreement.ts';
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

/** What may stand around a figure that answers; where there is more, it is told of something else. */
const around =
  /我们?|它|是|有|用|买|来|去|打|大概|大约|差不多|左右|应该|快|已经|[总一]?共|就|才|只|吧|了|过|的|呢|啊|觉得|[个次回件台瓶盒天日周月年岁元块人口遍趟度米斤克]|星期|礼拜|小时|分钟|\b(?:about|around|roughly|maybe|i|we|it|have|has|had|uses?|used|using|bought|been|for|the|an?|of|times?|months?|days?|weeks?|years?|hours?|minutes?|think|say|guess|in|total|exactly|only|just|now|so|far|would|be|is|was|ones?|pieces?|people|persons?|units?)\b/g;
const isBare = (rest: string): boolean =>
  (rest.match(/\p{Script=Han}/gu)?.length ?? 0) <= 2 && (rest.match(/[a-z]{2,}/g)?.length ?? 0) <= 1;

const figures = new RegExp(
  `-?\\d+(?:\\.\\d+)?|[${numberCharacters}]+(?:点[零一二三四五六七八九]+)?|\\b${englishNumberPattern}\\b`,
  'g',
);

/** What is longer tells something. */
const short = (text: string): boolean => text.length <= 24;

/** The one figure in a message. `vague`: there is one, and how many it is stays open, or it counts something else than was asked (一年 for months). */
export function amountIn(text: string, title: string): number | 'vague' | undefined {
  const plain = withoutVery(normalise(text).trim())
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .replace(noFigures, ' ');
  // 十几个月 is no question.
  if (asksSomething(text.replaceAll('几', ''))) return undefined;
  if (never.test(plain.replace(/[\s。.!！，,]+$/, ''))) return 0;
  if (undecided.test(tidy(text))) return 'vague';
  const found = [...plain.matchAll(figures)].map(([word]) => figureOf(word));
  if (loosely.test(plain)) return short(text) ? 'vague' : undefined;
  if (found.length === 0) return undefined;
  const asked = normalise(title);
  const [wanted, said] = [asked, plain].map((words) => units.filter((unit) => unit.test(words)));
  if (wanted!.length > 0 && said!.some((unit) => !wanted!.includes(unit))) return 'vague';
  if (!isBare(plain.replace(figures, ' ').replace(around, ' '))) return short(text) ? 'vague' : undefined;
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
