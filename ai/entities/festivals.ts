import chineseDays from 'chinese-days';
import { Temporal } from 'temporal-polyfill';
import { dateOf } from './calendar.ts';
import type { DateContext, DatePattern, Days } from './dates.ts';

/** The days of a festival in a year. */
type Festival = (year: number) => Days | undefined;

const solar =
  (month: number, day: number, length = 1): Festival =>
  (year) => {
    const from = dateOf(year, month, day);
    return from && { from, to: from.add({ days: length - 1 }) };
  };

/** By the lunar calendar; the year's leap month holds no festival. `early`: days before, for the eve. */
const lunar =
  (month: number, day: number, { length = 1, early = 0 } = {}): Festival =>
  (year) => {
    const { date } = chineseDays.getSolarDateFromLunar(`${year}-${month}-${day}`);
    if (!date) return undefined;
    const from = Temporal.PlainDate.from(date).subtract({ days: early });
    return { from, to: from.add({ days: length - 1 }) };
  };

/** The fourth Thursday of November, and the days after it. */
const thanksgiving =
  (later: number): Festival =>
  (year) => {
    const first = Temporal.PlainDate.from({ year, month: 11, day: 1 });
    const from = first.add({ days: ((4 - first.dayOfWeek + 7) % 7) + 21 + later });
    return { from, to: from };
  };

/** What others hold in their names comes first. */
const festivals: [names: string, en: string, days: Festival][] = [
  ['除夕|大年三十|年三十', "(?:chinese|lunar) new year's eve", lunar(1, 1, { early: 1 })],
  ['跨年夜?', "new year's eve", solar(12, 31)],
  ['春节|过年|大年初一|新年(?!货)', '(?:chinese|lunar) new year|spring festival', lunar(1, 1, { length: 7 })],
  ['平安夜', 'christmas eve', solar(12, 24)],
  ['元旦', "new year(?:'s)?(?: day)?", solar(1, 1)],
  ['情人节', "valentine(?:'s)?(?: day)?", solar(2, 14)],
  ['妇女节|三八节', "women's day", solar(3, 8)],
  ['五一(?:劳动节)?|劳动节', 'may day|labou?r day', solar(5, 1, 5)],
  ['六一(?:儿童节)?|儿童节', "children's day", solar(6, 1)],
  // A bare 618 may be a price.
  [
    '(?:618|六一八)(?=大促|活动|那天|当天|期间|的时候|时|节|买|下单|购)|(?<=[年在])618(?!\\s*[元块\\d])',
    '618 sale',
    solar(6, 18),
  ],
  ['国庆节?|十一(?=长假|黄金周|假期|期间)', 'national day|golden week', solar(10, 1, 7)],
  ['双十一|双11|光棍节', "singles'? day|double (?:11|eleven)", solar(11, 11)],
  ['双十二|双12', 'double (?:12|twelve)', solar(12, 12)],
  ['圣诞节?', 'christmas(?: day)?|xmas', solar(12, 25)],
  ['万圣节', 'halloween', solar(10, 31)],
  ['感恩节', 'thanksgiving', thanksgiving(0)],
  ['黑色星期五|黑五', 'black friday', thanksgiving(1)],
  ['网络星期一', 'cyber monday', thanksgiving(4)],
  ['元宵节?', 'lantern festival', lunar(1, 15)],
  ['端午节?', 'dragon boat(?: festival)?', lunar(5, 5)],
  ['七夕节?', 'qixi(?: festival)?', lunar(7, 7)],
  ['中秋节?', '(?:mid-?autumn|moon)(?: festival)?', lunar(8, 15)],
  ['重阳节?', 'double ninth(?: festival)?', lunar(9, 9)],
];

const yearsAway: Record<string, number> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1, last: -1, this: 0, next: 1 };
const chineseEnd = '(?:假期|长假|黄金周|小长假|大促|活动|那天|当天|期间|的时候)?';

/** The festival of the year that is named, else the last one that has begun, or the next one that is not over. */
function daysNamed(
  festival: Festival,
  { today, future }: Pick<DateContext, 'today' | 'future'>,
  away?: number,
): Days | undefined {
  if (away !== undefined) return festival(today.year + away);
  const compare = Temporal.PlainDate.compare;
  for (const step of future ? [-1, 0, 1] : [0, -1]) {
    const days = festival(today.year + step);
    if (days && (future ? compare(days.to, today) >= 0 : compare(days.from, today) <= 0)) return days;
  }
  return undefined;
}

/** A week before or after, for "国庆前" and "after Christmas". */
function beside({ from, to }: Days, side: string | undefined): Days {
  if (side === undefined) return { from, to };
  return /前|before/i.test(side)
    ? { from: from.subtract({ days: 7 }), to: from.subtract({ days: 1 }) }
    : { from: to.add({ days: 1 }), to: to.add({ days: 7 }) };
}

/** Festivals by name, both languages: 国庆期间, 去年双十一, 春节前, last Christmas, Black Friday.  */
export const festivalDates: DatePattern[] = festivals.flatMap(([zh, en, festival]) => [
  {
    re: new RegExp(`(去年|今年|明年|前年)?的?(?<!\\d)(?:${zh})(?!\\d)${chineseEnd}((?:之|以)?[前后](?!天))?`, 'g'),
    days: (m, context) => {
      const days = daysNamed(festival, context, m[1] ? yearsAway[m[1]] : undefined);
      return days && beside(days, m[2]);
    },
  },
  {
    re: new RegExp(`\\b(?:(before|after) )?(?:(last|this|next) )?(?:${en})\\b(?!'s eve)`, 'gi'),
    days: (m, context) => {
      const which = m[2]?.toLowerCase();
      // "Last Christmas" is the latest that was, in this year or the one before.
      const away = which === 'this' ? 0 : undefined;
      const days = daysNamed(festival, { ...context, future: which === 'next' || (!which && context.future) }, away);
      return days && beside(days, m[1]);
    },
  },
]);
