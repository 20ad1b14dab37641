import { Temporal } from 'temporal-polyfill';
import { chineseNumber, numberCharacters } from '../entities/chineseNumber.ts';
import { readDates } from '../entities/dates.ts';
import { englishNumber } from '../entities/englishNumber.ts';
import { clockTimeIn } from './clockTime.ts';
import type { Deadline } from './promise.ts';

type Now = Temporal.ZonedDateTime;
type Said = { re: RegExp; deadline: (match: RegExpMatchArray, now: Now) => Deadline | undefined };

const zhNumber = `([${numberCharacters}]{1,4})`;
const enWords =
  'a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty[- ]four|twenty|thirty|forty[- ]eight|forty-five|sixty';
const enNumber = `(\\d{1,3}|${enWords})`;
const zhRange = `(?:[${numberCharacters}]{1,3}\\s*(?:-|~|–|到|至|或)\\s*)?${zhNumber}`;
const enRange = `(?:(?:\\d{1,3}|${enWords})\\s*(?:-|–|to|or)\\s*)?${enNumber}`;
const within = '(?:之内|以内|内|之后|以后|后|左右)';

const numberOf = (text: string): number | undefined => {
  const said = text.toLowerCase();
  if (said === 'a' || said === 'an') return 1;
  if (said === 'a couple of') return 2;
  return /^\d+$/.test(said) ? Number(said) : (chineseNumber(said) ?? englishNumber(said));
};
const workdays = (text: string): Deadline | undefined => {
  const count = numberOf(text);
  return count && count <= 60 ? { withinWorkdays: count } : undefined;
};
const minutes = (text: string, each: number, more = 0): Deadline | undefined => {
  const count = numberOf(text);
  return count === undefined ? undefined : { withinMinutes: Math.round(count * each + more) };
};
const days = (now: Now, text: string, each: number): Deadline | undefined => {
  const count = numberOf(text);
  return count
    ? {
        day: now
          .toPlainDate()
          .add({ days: count * each })
          .toString(),
      }
    : undefined;
};
const sunday = (now: Now, weeks: number): Deadline => {
  const to = now.toPlainDate().add({ days: 7 - now.dayOfWeek + 7 * weeks });
  return { fromDay: to.subtract({ days: 6 }).toString(), day: to.toString() };
};
/** The Friday to come; on a weekend itself the next. */
const friday = (now: Now): Deadline => ({
  day: now
    .toPlainDate()
    .add({ days: (12 - now.dayOfWeek) % 7 })
    .toString(),
});
const lastOfMonth = (now: Now, months: number): Deadline => {
  const first = now.toPlainDate().with({ day: 1 }).add({ months });
  const to = first.add({ months: 1 }).subtract({ days: 1 });
  return { fromDay: first.toString(), day: to.toString() };
};

/** Spans that are counted from now, which the reader of dates does not know; the first that is said holds. */
const spans: Said[] = [
  { re: new RegExp(`${zhRange}\\s*个?工作日`), deadline: (m) => workdays(m[1]!) },
  { re: /(?:下一?个|次)工作日|\bnext (?:working|business) day\b/i, deadline: () => ({ withinWorkdays: 1 }) },
  {
    re: new RegExp(`\\b${enRange}\\s*(?:full )?(?:working|business|week)[ -]?days?\\b`, 'i'),
    deadline: (m) => workdays(m[1]!),
  },
  { re: new RegExp(`${zhNumber}个半(?:小时|钟头)${within}?`), deadline: (m) => minutes(m[1]!, 60, 30) },
  { re: new RegExp(`半个?(?:小时|钟头)${within}?`), deadline: () => ({ withinMinutes: 30 }) },
  { re: new RegExp(`一刻钟${within}?`), deadline: () => ({ withinMinutes: 15 }) },
  { re: new RegExp(`${zhRange}\\s*个?(?:小时|钟头)\\s*${within}`), deadline: (m) => minutes(m[1]!, 60) },
  { re: new RegExp(`${zhRange}\\s*分钟\\s*${within}`), deadline: (m) => minutes(m[1]!, 1) },
  { re: /\b(?:in|within|give (?:me|us)) (?:the next )?half an hour\b/i, deadline: () => ({ withinMinutes: 30 }) },
  {
    re: new RegExp(`\\b(?:in|within|give (?:me|us)) (?:the next )?${enRange}\\s*(?:hours?|hrs?)\\b`, 'i'),
    deadline: (m) => minutes(m[1]!, 60),
  },
  {
    re: new RegExp(`\\b(?:in|within|give (?:me|us)) (?:the next )?${enRange}\\s*(?:minutes?|mins?)\\b`, 'i'),
    deadline: (m) => minutes(m[1]!, 1),
  },
  { re: /\bwithin the hour\b/i, deadline: () => ({ withinMinutes: 60 }) },
  { re: new RegExp(`${zhRange}\\s*[天日]\\s*(?:之内|以内|内)`), deadline: (m, now) => days(now, m[1]!, 1) },
  { re: new RegExp(`给我们?${zhNumber}天(?:的?时间)?`), deadline: (m, now) => days(now, m[1]!, 1) },
  { re: new RegExp(`给我们?${zhNumber}个?(?:小时|钟头)`), deadline: (m) => minutes(m[1]!, 60) },
  { re: /这两天|这一两天/, deadline: (_, now) => days(now, '2', 1) },
  {
    re: new RegExp(`${zhRange}\\s*(?:个?星期|周|个?礼拜)\\s*(?:之内|以内|内)`),
    deadline: (m, now) => days(now, m[1]!, 7),
  },
  { re: new RegExp(`\\bwithin (?:the next )?${enRange}\\s*days?\\b`, 'i'), deadline: (m, now) => days(now, m[1]!, 1) },
  { re: new RegExp(`\\bwithin (?:the next )?${enRange}\\s*weeks?\\b`, 'i'), deadline: (m, now) => days(now, m[1]!, 7) },
  { re: /\b(?:by|before) the weekend\b/i, deadline: (_, now) => friday(now) },
  { re: /\b(?:end of (?:the |this )?week|this week)\b/i, deadline: (_, now) => sunday(now, 0) },
  { re: /\bend of next week\b/i, deadline: (_, now) => sunday(now, 1) },
  { re: /\bend of (?:the |this )?month\b/i, deadline: (_, now) => lastOfMonth(now, 0) },
  { re: /\bend of next month\b/i, deadline: (_, now) => lastOfMonth(now, 1) },
];

const endOfDay =
  /下班(?:之|以)?前|打烊前|关门前|收工前|(?:今天|今日|当天)(?:之|以)?内|\bend of (?:the |this |my )?(?:business |working )?day\b|\beod\b|\bcob\b|\bclose of business\b|\bbefore (?:we )?clos(?:e|ing)\b/i;

/** By when, as a text says it; undefined where it names no time to come. Expects NFKC text; `now` is in the shop's zone. */
export function deadlineIn(text: string, now: Now): Deadline | undefined {
  for (const { re, deadline } of spans) {
    const match = text.match(re);
    const found = match && deadline(match, now);
    if (found) return found;
  }
  const today = now.toPlainDate();
  const dates = readDates(text, now, true);
  const named = dates.findLast(({ to }) => to >= today.toString());
  // "昨天晚上" is no evening to come.
  if (!named && dates.length > 0) return undefined;
  const time = clockTimeIn(text);
  if (named) return { ...dayOf(named, text, now, time !== undefined), ...(time && { time }) };
  if (endOfDay.test(text)) return { day: today.toString() };
  if (/下午|\bafternoon\b/i.test(text) && !time) return { day: today.toString() };
  if (!time) return undefined;
  const past = time <= now.toPlainTime().toString({ smallestUnit: 'minute' });
  return { day: today.add({ days: past ? 1 : 0 }).toString(), time };
}

/** "Before Monday" and "周末前" end the day before; "周五前" and "by Friday" end with Friday. */
function dayOf(named: { from: string; to: string; text: string }, text: string, now: Now, timed: boolean): Deadline {
  const at = text.indexOf(named.text);
  const excluded = timed
    ? false
    : /\b(?:before|prior to) (?:the )?$/i.test(text.slice(0, at)) ||
      (/周末/.test(named.text) && /^(?:之|以)?前/.test(text.slice(at + named.text.length)));
  if (excluded) {
    const before = Temporal.PlainDate.from(named.from).subtract({ days: 1 });
    const today = now.toPlainDate();
    return { day: (Temporal.PlainDate.compare(before, today) < 0 ? today : before).toString() };
  }
  return { day: named.to, ...(named.from !== named.to && { fromDay: named.from }) };
}
