import { dateOf, oneDay, yearless } from './calendar.ts';
import type { DatePattern } from './dates.ts';

/** Dates in figures, the same in both languages: 2026-11-03, 2026/11/3, 2026年11月3日, 11/3/2026, 3.11.2026 (day first), 11/3. */
export const writtenDates: DatePattern[] = [
  {
    re: /(?<!\d)(\d{4}) ?(?:[-/.]|年) ?(\d{1,2}) ?(?:[-/.]|月) ?(\d{1,2})(?!\d)[日号]?/g,
    days: (m) => {
      const date = dateOf(Number(m[1]), Number(m[2]), Number(m[3]));
      return date && oneDay(date);
    },
  },
  {
    re: /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g,
    days: (m) => {
      const date = dateOf(Number(m[3]), Number(m[1]), Number(m[2])) ?? dateOf(Number(m[3]), Number(m[2]), Number(m[1]));
      return date && oneDay(date);
    },
  },
  {
    re: /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(20\d{2})(?![\d.])/g,
    days: (m) => {
      const date = dateOf(Number(m[3]), Number(m[2]), Number(m[1]));
      return date && oneDay(date);
    },
  },
  {
    // 8/10 and 4/5 are scores; a date in this form needs a word that makes it one.
    re: /(?<=\b(?:on|since|until|from|bought|ordered|delivered|arrived) )(\d{1,2})\/(\d{1,2})(?![\d/])/gi,
    days: (m, context) => yearless(context, Number(m[1]), Number(m[2])),
  },
];
