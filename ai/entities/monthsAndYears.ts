import { daysOfYear, month, nearestMonth } from './calendar.ts';
import { chineseNumber } from './chineseNumber.ts';
import type { DateContext, DatePattern, Days } from './dates.ts';
import { monthOfName, monthPattern } from './monthNames.ts';

const chineseMonth =
  '(?<![\\d一二三四五六七八九十])(\\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?(?![\\d一二三四五六七八九十])';
const chineseYear = '(去年|今年|明年|前年|(?<!\\d)20\\d\\d年)';
const yearsAway: Record<string, number> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1, last: -1, this: 0, next: 1 };
const monthsAway: Record<string, number> = { 上上: -2, 上: -1, 这: 0, 本: 0, 当: 0, 下: 1, last: -1, this: 0, next: 1 };

const yearOf = ({ today }: DateContext, said: string): number =>
  /^\d/.test(said) ? Number.parseInt(said, 10) : today.year + yearsAway[said]!;

/** The first, middle or last third of a month: a month's ten-day parts (旬) are how both languages round. */
function thirdOf({ from, to }: Days, said: string | undefined): Days {
  if (!said) return { from, to };
  if (/初|上旬|头|early|start|beginning|first/i.test(said)) return { from, to: from.add({ days: 9 }) };
  if (/中|mid/i.test(said)) return { from: from.add({ days: 10 }), to: from.add({ days: 19 }) };
  return { from: from.add({ days: 20 }), to };
}

const thirdIn = (span: Days | undefined, said: string | undefined): Days | undefined => span && thirdOf(span, said);

/** Two months at the ends of a year, half years and seasons. */
function partOfYear({ from }: Days, said: string | undefined): Days | undefined {
  const months = (first: number, count: number): Days => {
    const start = from.add({ months: first - 1 });
    return { from: start, to: start.add({ months: count }).subtract({ days: 1 }) };
  };
  if (!said) return months(1, 12);
  if (/年?初|early|beginning|start/i.test(said)) return months(1, 2);
  if (/[底末尾]|late|end/i.test(said)) return months(11, 2);
  if (/年中|mid/i.test(said)) return months(6, 2);
  if (/上半/.test(said)) return months(1, 6);
  if (/下半/.test(said)) return months(7, 6);
  if (/春|spring/i.test(said)) return months(3, 3);
  if (/夏|summer/i.test(said)) return months(6, 3);
  if (/秋|autumn|fall/i.test(said)) return months(9, 3);
  return /冬|winter/i.test(said) ? months(12, 3) : undefined;
}

const part = 'early|mid|late|(?:the )?(?:end|start|beginning|first half|middle) of';

/** Months, years and their parts: 上个月底, 去年十月, 三月份, 2025年10月, 去年夏天, mid October, the end of last month, last year. */
export const monthsAndYears: DatePattern[] = [
  {
    re: /(上上|上|这|本|当|下)个?月(?:份)?的?(初|中旬?|底|末|上旬|下旬|月初|月底|头)/g,
    days: (m, context) => thirdOf(month(context, monthsAway[m[1]!]!), m[2]),
  },
  { re: /(?<![\p{Script=Han}\d])月(初|中旬?|底|末)/gu, days: (m, context) => thirdOf(month(context, 0), m[1]) },
  {
    re: new RegExp(`(?:${chineseYear}的?)?${chineseMonth}(初|中旬?|底|末|上旬|下旬)?`, 'g'),
    days: (m, context) => {
      const number = chineseNumber(m[2]!) ?? 0;
      return thirdIn(nearestMonth(context, number, m[1] ? yearOf(context, m[1]) : undefined), m[3]);
    },
  },
  {
    re: new RegExp(`\\b(${part})[- ](last|this|next) (month|year)\\b`, 'gi'),
    days: (m, context) => {
      const step = yearsAway[m[2]!.toLowerCase()]!;
      if (m[3]!.toLowerCase() === 'month') return thirdOf(month(context, step), m[1]);
      return partOfYear(daysOfYear(context.today.year + step), m[1]);
    },
  },
  {
    re: new RegExp(
      `\\b(?:in |since |by |of )?(?:(${part}|last|this|next)[- ]|(?<=\\b(?:in|since|by) ))${monthPattern}(?: (\\d{4}))?(?! ?\\d)`,
      'gi',
    ),
    days: (m, context) => {
      const which = m[1]?.toLowerCase();
      const year = m[3] ? Number(m[3]) : undefined;
      const ahead = which === 'next' || (which !== 'last' && context.future);
      const span = nearestMonth({ ...context, future: ahead }, monthOfName(m[2]!), year);
      return which && !/last|this|next/.test(which) ? thirdIn(span, which) : span;
    },
  },
  {
    re: /\b(last|this|next) (year|spring|summer|autumn|fall|winter)\b/gi,
    days: (m, { today }) => {
      const which = m[1]!.toLowerCase();
      if (m[2]!.toLowerCase() === 'year') return which === 'last' ? daysOfYear(today.year - 1) : undefined;
      const season = (year: number) => partOfYear(daysOfYear(year), m[2]);
      // "Last summer" is the latest that is over.
      if (which !== 'last') return season(today.year + yearsAway[which]!);
      return [0, -1, -2]
        .map((step) => season(today.year + step))
        .find((span) => span && span.to.toString() < today.toString());
    },
  },
];

/** Years and their parts in Chinese; after everything that names a day or a month of one. */
export const chineseYears: DatePattern[] = [
  {
    re: new RegExp(
      `${chineseYear}的?(年?初|年?底|年?末|年?中(?!秋)|上半年|下半年|春天|夏天|秋天|冬天|[春夏秋冬]季)?`,
      'g',
    ),
    // 今年 alone says nothing of a day: 今年新款.
    days: (m, context) =>
      /[今明]/.test(m[1]!) && !m[2] ? undefined : partOfYear(daysOfYear(yearOf(context, m[1]!)), m[2]),
  },
];
