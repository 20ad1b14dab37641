import type { Temporal } from 'temporal-polyfill';
import type { DateSpan } from '../reading.ts';
import { chineseDates } from './chineseDates.ts';
import { englishDates } from './englishDates.ts';
import { festivalDates } from './festivals.ts';
import { chineseYears, monthsAndYears } from './monthsAndYears.ts';
import { writtenDates } from './writtenDates.ts';

/** Days from and to, both included. */
export type Days = { from: Temporal.PlainDate; to: Temporal.PlainDate };

/** What a way of writing a date knows: now and today in the shop's zone, and whether the talk is of what comes rather than of what was. */
export type DateContext = { now: Temporal.ZonedDateTime; today: Temporal.PlainDate; future: boolean };

/** One way of writing dates. `days` gives undefined if the match is no real date (31 February). */
export type DatePattern = { re: RegExp; days: (match: RegExpMatchArray, context: DateContext) => Days | undefined };

const talkOfWhatComes =
  /打给我|回电|联系我|给我(?:回|打)|来电|上门|送货|送到|配送|预约|call me|ring me|contact me|reach me|deliver|by then|schedule/i;

const patterns = [
  ...writtenDates,
  ...festivalDates,
  ...monthsAndYears,
  ...chineseDates,
  ...chineseYears,
  ...englishDates,
];

/** Most messages hold no date: one look spares them two dozen patterns. */
const mayHoldDate =
  /[\d年月日号天周晚早夜今昨明末礼期阵节旦庆夕秋夏春冬假]|刚[才刚]|小时|分钟|五一|六一|双十|黑五|圣诞|day|tues|weds|thurs|night|week|month|year|morning|afternoon|evening|ago|just now|tomorrow|weekend|summer|winter|spring|autumn|fall|christmas|xmas|halloween|thanksgiving|festival|double|fortnight|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|the \d/i;

const partsOfDay: [NonNullable<DateSpan['partOfDay']>, RegExp][] = [
  ['night', /^[ ,的]*(?:凌晨|半夜|夜里|深夜|at night|night)/i],
  ['morning', /^[ ,的]*(?:早上|早晨|清晨|一大?早|上午|in the morning|morning)/i],
  ['noon', /^[ ,的]*(?:中午|正午|at noon|noon|lunch ?time)/i],
  ['afternoon', /^[ ,的]*(?:下午|午后|in the afternoon|afternoon)/i],
  ['evening', /^[ ,的]*(?:晚上|傍晚|晚间|夜晚|in the evening|evening|晚(?!点|到))/i],
];
const within: [NonNullable<DateSpan['partOfDay']>, RegExp][] = [
  ['night', /昨夜|last night/i],
  ['morning', /早|this morning/i],
  ['afternoon', /this afternoon/i],
  ['evening', /晚|tonight|this evening/i],
];

/**
 * Days that a message speaks of, in its order: "上周三", "前天晚上", "3天前", "last Tuesday", "11月3日". `now` is in the shop's zone.
 * A bare weekday is the last one, or the next one if the message is about a visit or a call to come. Expects NFKC text.
 */
export function readDates(text: string, now: Temporal.ZonedDateTime, future = talkOfWhatComes.test(text)): DateSpan[] {
  if (!mayHoldDate.test(text)) return [];
  const context = { now, today: now.toPlainDate(), future };
  const found: (DateSpan & { at: number })[] = [];
  for (const { re, days } of patterns) {
    for (const match of text.matchAll(re)) {
      const at = match.index;
      if (found.some((one) => at < one.at + one.text.length && one.at < at + match[0].length)) continue;
      const span = days(match, context);
      if (!span) continue;
      const rest = text.slice(at + match[0].length);
      const after = partsOfDay
        .map(([part, pattern]) => ({ part, said: rest.match(pattern)?.[0] }))
        .find(({ said }) => said);
      const part = after?.part ?? within.find(([, pattern]) => pattern.test(match[0]))?.[0];
      found.push({
        at,
        from: span.from.toString(),
        to: span.to.toString(),
        ...(part && { partOfDay: part }),
        text: match[0] + (after?.said ?? ''),
      });
    }
  }
  return joined(
    found.sort((a, b) => a.at - b.at),
    text,
  ).map(({ at: _, ...span }) => span);
}

const until = /^\s*(?:到|至|-|~|—|–|to|till|until|through)\s*(?:the )?$/i;

/** Two days with "to" between them are one span: 周一至周五, from Nov 1 to Nov 5, between Monday and Wednesday. */
function joined(found: (DateSpan & { at: number })[], text: string): (DateSpan & { at: number })[] {
  const spans: (DateSpan & { at: number })[] = [];
  for (const span of found) {
    const last = spans.at(-1);
    const gap = last && text.slice(last.at + last.text.length, span.at);
    const between = last && /\bbetween (?:the )?$/i.test(text.slice(0, last.at)) && /^ and (?:the )?$/i.test(gap!);
    if (last && (between || until.test(gap!)) && last.from <= span.to) {
      const { partOfDay: _, ...rest } = last;
      spans[spans.length - 1] = { ...rest, to: span.to, text: text.slice(last.at, span.at + span.text.length) };
    } else spans.push(span);
  }
  return spans;
}
