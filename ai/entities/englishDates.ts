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
import type { DateContext, DatePattern, Days } from './dates.ts';
import { monthOfName, monthPattern } from './monthNames.ts';

const numbers: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  'a couple of': 2,
  'a few': 3,
  several: 4,
  couple: 2,
  'a couple': 2,
  'half a': 0.5,
};
const figure = `(\\d{1,3}|${Object.keys(numbers)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const weekdayName =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?';
const numberOf = (text: string): number => numbers[text.toLowerCase()] ?? Number(text);
const weekdayOfName = (text: string): number => weekdays.indexOf(text.slice(0, 3).toLowerCase()) + 1;

function away({ today }: DateContext, amount: string, unit: string, direction: 1 | -1): Days {
  if (/^half/i.test(amount))
    return oneDay(today.add(unit.startsWith('y') ? { months: 6 * direction } : { days: 15 * direction }));
  if (unit === 'fortnight') return oneDay(today.add({ weeks: 2 * numberOf(amount) * direction }));
  const n = numberOf(amount) * direction;
  const key = `${unit.toLowerCase()}s` as 'days' | 'weeks' | 'months' | 'years';
  return oneDay(today.add({ [key]: n }));
}

function monthDay(context: DateContext, monthText: string, dayText: string, yearText?: string): Days | undefined {
  const number = monthOfName(monthText);
  if (!yearText) return yearless(context, number, Number(dayText));
  const date = dateOf(Number(yearText), number, Number(dayText));
  return date && oneDay(date);
}

const named: Record<string, number> = {
  today: 0,
  'this morning': 0,
  'this afternoon': 0,
  'this evening': 0,
  tonight: 0,
  'just now': 0,
  yesterday: -1,
  'last night': -1,
  tomorrow: 1,
  'the day before yesterday': -2,
  'day before yesterday': -2,
  'the night before last': -2,
  'the day after tomorrow': 2,
  'day after tomorrow': 2,
};
const namedPattern = Object.keys(named)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** Ways to name days in English, the more exact first. Written figures are read month first, as 11/3/2026. */
export const englishDates: DatePattern[] = [
  {
    re: new RegExp(`\\b${monthPattern} (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?`, 'gi'),
    days: (m, context) => monthDay(context, m[1]!, m[2]!, m[3]),
  },
  {
    re: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${monthPattern}(?![a-z])(?:,? (\\d{4}))?`, 'gi'),
    days: (m, context) => monthDay(context, m[2]!, m[1]!, m[3]),
  },
  {
    re: new RegExp(`\\b(?:${namedPattern})\\b`, 'gi'),
    days: (m, context) => daysFrom(context, named[m[0].toLowerCase()]!),
  },
  {
    re: new RegExp(`\\b${figure} (day|week|month|year|fortnight)s? (?:ago|back|earlier)\\b`, 'gi'),
    days: (m, context) => away(context, m[1]!, m[2]!.toLowerCase(), -1),
  },
  {
    re: new RegExp(`\\b${figure} (hour|hr|minute|min)s? ago\\b`, 'gi'),
    days: (m, { now }) => {
      const minutes = Math.round(numberOf(m[1]!) * (m[2]!.startsWith('m') ? 1 : 60));
      return oneDay(now.subtract({ minutes }).toPlainDate());
    },
  },
  {
    re: new RegExp(
      `\\b(?:in|for|over|during|within) the (?:past|last) (?:${figure} )?(day|week|month|year)s?\\b`,
      'gi',
    ),
    days: (m, context) => ({ ...away(context, m[1] ?? 'one', m[2]!, -1), to: context.today }),
  },
  {
    re: /\bthe (week|month) before last\b/gi,
    days: (m, context) => (m[1]!.toLowerCase() === 'week' ? week(context, -2) : month(context, -2)),
  },
  {
    re: /\b(?:over|at|on|during) the weekend\b/gi,
    days: (_, context) => weekend(context, context.future || context.today.dayOfWeek >= 6 ? 0 : -1),
  },
  {
    re: /\b(?:on|by|since) the (\d{1,2})(?:st|nd|rd|th)\b/gi,
    days: (m, context) => dayNumbered(context, Number(m[1])),
  },
  {
    re: new RegExp(`\\bin ${figure} (day|week|month|year)s?\\b(?! or)`, 'gi'),
    days: (m, context) => away(context, m[1]!, m[2]!, 1),
  },
  {
    re: new RegExp(`\\b(last|this past|past|this|next|coming) ${weekdayName}\\b`, 'gi'),
    days: (m, context) => {
      const weekday = weekdayOfName(m[2]!);
      const which = m[1]!.toLowerCase();
      if (which === 'next') return weekdayOf(context, weekday, 1);
      if (which === 'this') return weekdayOf(context, weekday, 0);
      return nearestWeekday(context, weekday, which === 'coming', true);
    },
  },
  {
    re: /\b(last|this|this past|next) (week|weekend|month)\b/gi,
    days: (m, context) => {
      const which = m[1]!.toLowerCase();
      const step = which === 'next' ? 1 : which === 'this' ? 0 : -1;
      const unit = m[2]!.toLowerCase();
      return unit === 'week' ? week(context, step) : unit === 'weekend' ? weekend(context, step) : month(context, step);
    },
  },
  {
    re: /\b(?:the other day|a few days back)\b/gi,
    days: (_, { today }) => ({ from: today.subtract({ days: 6 }), to: today.subtract({ days: 2 }) }),
  },
  {
    re: /\b(?:on |since |by )?(monday|tues(?:day)?|weds|wednesday|thurs(?:day)?|friday|saturday|sunday)\b(?!s)/gi,
    days: (m, context) => nearestWeekday(context, weekdayOfName(m[1]!), context.future),
  },
];
