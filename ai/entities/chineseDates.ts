import {
  dateOf,
  dayNumbered,
  daysFrom,
  month,
  nearestWeekday,
  oneDay,
  week,
  weekdayOf,
  weekend,
  yearless,
} from './calendar.ts';
import { chineseNumber } from './chineseNumber.ts';
import type { DateContext, DatePattern, Days } from './dates.ts';

const figure = '(\\d{1,3}|[一二两三四五六七八九十半几]+)';
const weekdayOfName: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, 末: 6 };
const weeksOf = (prefix: string): number =>
  prefix.startsWith('上上')
    ? -2
    : prefix.startsWith('上')
      ? -1
      : prefix.startsWith('下下')
        ? 2
        : prefix.startsWith('下')
          ? 1
          : 0;
const namedDays: Record<string, number> = {
  大前天: -3,
  前天: -2,
  前晚: -2,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  昨夜: -1,
  昨早: -1,
  昨儿: -1,
  今天: 0,
  今日: 0,
  今早: 0,
  今晚: 0,
  今儿: 0,
  刚才: 0,
  刚刚: 0,
  明天: 1,
  明日: 1,
  明早: 1,
  明晚: 1,
  明儿: 1,
  后天: 2,
  大后天: 3,
};

/** `amount` units before (-1) or after (1) today. 几 is three to five or so: a span. */
function away(context: DateContext, amount: string, unit: string, direction: 1 | -1): Days | undefined {
  const { today } = context;
  const shift = (n: number) => {
    if (unit === '天' || unit === '日') return today.add({ days: n * direction });
    if (unit.includes('月')) return today.add({ months: n * direction });
    if (unit.includes('年')) return today.add({ years: n * direction });
    return today.add({ weeks: n * direction });
  };
  if (amount === '几') return direction < 0 ? { from: shift(6), to: shift(2) } : { from: shift(2), to: shift(6) };
  if (amount === '半') {
    if (unit.includes('月')) return oneDay(today.add({ days: 15 * direction }));
    return unit.includes('年') ? oneDay(today.add({ months: 6 * direction })) : undefined;
  }
  const n = chineseNumber(amount);
  return n === undefined ? undefined : oneDay(shift(n));
}

const dayOfMonth = (context: DateContext, months: number, dayText: string): Days | undefined => {
  const { from } = month(context, months);
  const date = dateOf(from.year, from.month, chineseNumber(dayText) ?? 0);
  return date && oneDay(date);
};

/** Ways to name days in Chinese, the more exact first. */
export const chineseDates: DatePattern[] = [
  {
    re: /(去年|今年|明年|前年)?(?:的)?(\d{1,2}|[一二三四五六七八九十]+)月(?:份)?的?(\d{1,2}|[一二三四五六七八九十]+)(?:日|号|(?= ?[到至~-] ?\d{1,2}[日号]))(?: ?(?:到|至|-|~) ?(\d{1,2})[日号])?/g,
    days: (m, context) => {
      const monthNumber = chineseNumber(m[2]!) ?? 0;
      const day = chineseNumber(m[3]!) ?? 0;
      const year = m[1] && context.today.year + { 前年: -2, 去年: -1, 今年: 0, 明年: 1 }[m[1]]!;
      const date = year ? dateOf(year, monthNumber, day) : yearless(context, monthNumber, day)?.from;
      const to = date && m[4] ? dateOf(date.year, monthNumber, Number(m[4])) : date;
      return date && to && { from: date, to };
    },
  },
  {
    re: /(上上|上|这|本|下)个?月(\d{1,2}|[一二三四五六七八九十]+)(?:日|号)/g,
    days: (m, context) => dayOfMonth(context, weeksOf(m[1]!), m[2]!),
  },
  {
    re: /(上上|上|这|本|下|下下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天末])/g,
    days: (m, context) => {
      const weekday = weekdayOfName[m[2]!]!;
      if (m[2] === '末')
        return weekend(context, m[1] ? weeksOf(m[1]) : context.future || context.today.dayOfWeek >= 6 ? 0 : -1);
      return m[1] ? weekdayOf(context, weekday, weeksOf(m[1])) : nearestWeekday(context, weekday, context.future);
    },
  },
  {
    re: new RegExp(`${figure}(?:个?多|多?个)?(天|日|周|星期|礼拜|月|年)(?:多)?(?:以|之)?(前|后)`, 'g'),
    days: (m, context) => away(context, m[1]!, m[2]!, m[3] === '前' ? -1 : 1),
  },
  {
    re: new RegExp(`${figure}(?:个?多|多?个)?(小时|钟头|分钟)(?:多)?(?:以|之)?前`, 'g'),
    days: (m, { now }) => {
      const n = { 半: 0.5, 几: 4 }[m[1]!] ?? chineseNumber(m[1]!) ?? 0;
      return oneDay(now.subtract({ minutes: Math.round(n * (m[2] === '分钟' ? 1 : 60)) }).toPlainDate());
    },
  },
  {
    re: new RegExp(`(?:最近|过去|近)(?:的|这)?${figure}个?(天|周|星期|礼拜|月|年)`, 'g'),
    days: (m, context) => {
      const from = m[1] === '几' ? away(context, '六', m[2]!, -1) : away(context, m[1]!, m[2]!, -1);
      return from && { from: from.from, to: context.today };
    },
  },
  {
    re: /大前天|前天|前晚|昨[天日晚夜早儿]|今[天日早晚儿]|刚才|刚刚|明[天日早晚儿]|大后天|后天/g,
    days: (m, c) => daysFrom(c, namedDays[m[0]]!),
  },
  {
    re: /前(?:几|两)天|前阵子|这几天|这两天|最近几天/g,
    days: ({ 0: said }, { today }) => ({
      from: today.subtract({ days: said.includes('几') || said.includes('阵') ? 6 : 3 }),
      to: said.startsWith('前') ? today.subtract({ days: 1 }) : today,
    }),
  },
  { re: /(上上|上|这|本|下)(?:个)?(?:周|星期|礼拜)/g, days: (m, context) => week(context, weeksOf(m[1]!)) },
  { re: /(上上|上|这|本|下)个?月/g, days: (m, context) => month(context, weeksOf(m[1]!)) },
  {
    re: /(?<![\d月])([1-3]?\d)号(?!线|楼|店|码)/g,
    days: (m, context) => dayNumbered(context, Number(m[1])),
  },
];
