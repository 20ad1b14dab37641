import { Temporal } from 'temporal-polyfill';
import { readDates } from './entities/dates.ts';

/** A promise that somebody of the shop makes in a sentence, and by when, as far as that is said. */
export interface FoundPromise {
  /** The sentence, as it was said. */
  text: string;
  /** The day by which; absent where only a span or nothing is said ("尽快"). */
  day?: string;
  /** Wall-clock time on that day, HH:MM; absent: by the end of the shop's day. */
  time?: string;
  /** "within two hours": minutes from now. */
  withinMinutes?: number;
  /** "within three working days". */
  withinWorkdays?: number;
}

const figures: Record<string, number> = {
  半: 0.5,
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  half: 0.5,
  couple: 2,
};
const figure = `(\\d{1,3}|${Object.keys(figures).join('|')})`;
const numberOf = (text: string): number => figures[text.toLowerCase()] ?? Number(text);

/** What the shop says it will do. */
const commits = [
  /(?:我|我们|同事|客服|师傅|仓库|店里|这边|专员)[^，。！？；]{0,12}?(?:会|一定|保证|答应|马上|尽快|就)?[^，。！？；]{0,14}?(?:给您|帮您|为您|跟您|向您|联系您|回复您|答复您|通知您|告诉您|打给您|回您|寄出?|发出|发货|补发|退款|退给|换新|上门|安排|处理好|修好|查清|核实|跟进|答复|回电|回复)/,
  /(?:前|内|之前|以内)[^，。！？；]{0,6}(?:给您|帮您|为您|联系您|回复您|答复您|回电|寄出|发出|发货|补发|退款|上门|处理好)/,
  /\b(?:i|we)(?:['’]ll| will| shall| promise to|['’]m going to|['’]re going to| am going to| are going to)\s+(?!not\b|never\b|see if\b|be (?:happy|glad|sorry)\b|need you\b)\w+/i,
  /\b(?:a|my|our|the) (?:colleague|technician|team|warehouse|courier|manager)s?(?:['’]ll| will)\s+(?!not\b)\w+/i,
  /\byou(?:['’]ll| will) (?:get|have|receive|hear)\b/i,
];
const none = [
  /[?？]\s*$|[吗呢么]\s*$/,
  /^(?:请|麻烦|劳烦|辛苦|您|请您|麻烦您|如果|要是|假如|万一|只要|等您)/,
  /(?:不能|不会|无法|没法|没办法|不敢|不方便|不一定|不保证)|(?:已经|刚刚|刚才|昨天|前天|上周)[^，。]{0,16}(?:了|过)/,
  /^(?:please|if|once you|when you|could you|can you|would you|you (?:can|could|may|should|need))\b/i,
  /\b(?:won['’]t|will not|can['’]?t|cannot|unable|not able|don['’]t promise|already|yesterday|last (?:week|month))\b/i,
];

const hours = new RegExp(`${figure}(?:个)?\\s*(小时|钟头|hours?|hrs?)`, 'i');
const minutes = new RegExp(`${figure}\\s*(?:分钟|minutes?|mins?)`, 'i');
const workdays = new RegExp(`${figure}\\s*(?:个)?\\s*(?:工作日|working days?|business days?|workdays?)`, 'i');
const endOfDay = /下班前|打烊前|关门前|今天(?:之)?内|今日内|end of (?:the )?day|before we close|by close/i;
const clock = /(上午|中午|下午|晚上|今晚)?\s*(\d{1,2})(?:[:：](\d{2})|点(半)?)|\b(\d{1,2})(?::(\d{2}))?\s*(am|pm)\b/i;
const partTimes: [RegExp, string][] = [
  [/中午|noon/i, '12:00'],
  [/上午|早上|morning/i, '12:00'],
  [/下午|afternoon/i, '18:00'],
  [/晚上|今晚|evening|tonight/i, '21:00'],
];

/** The promises in what a member of staff (or the bot) wrote, one a sentence. `now` is in the shop's zone. Written for sentences to customers. */
export function findPromises(said: string, now: Temporal.ZonedDateTime): FoundPromise[] {
  return said
    .split(/(?<=[。！？!?；;\n])|(?<=\.)\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence && sentence.length <= 300)
    .filter((sentence) => commits.some((re) => re.test(sentence)) && !none.some((re) => re.test(sentence)))
    .map((sentence) => ({ text: sentence, ...dueOf(sentence, now) }));
}

function dueOf(sentence: string, now: Temporal.ZonedDateTime): Omit<FoundPromise, 'text'> {
  const days = workdays.exec(sentence);
  if (days) return { withinWorkdays: Math.ceil(numberOf(days[1]!)) };
  const span = hours.exec(sentence);
  if (span) return { withinMinutes: Math.round(numberOf(span[1]!) * 60) };
  const short = minutes.exec(sentence);
  if (short) return { withinMinutes: Math.max(1, Math.round(numberOf(short[1]!))) };
  const named = readDates(sentence, now, true).at(-1);
  const time = timeIn(sentence);
  if (named) return { day: named.to, ...(time && { time }) };
  const today = now.toPlainDate().toString();
  if (time) return { day: today, time };
  return endOfDay.test(sentence) ? { day: today } : {};
}

/** HH:MM of "下午3点半", "18:00", "3 pm", "before noon"; undefined where no time is said. */
function timeIn(sentence: string): string | undefined {
  const found = clock.exec(sentence);
  if (found) {
    const [, part, zhHour, zhMinute, half, enHour, enMinute, meridiem] = found;
    let hour = Number(zhHour ?? enHour);
    if ((/下午|晚上|今晚/.test(part ?? '') || /pm/i.test(meridiem ?? '')) && hour < 12) hour += 12;
    if (/am/i.test(meridiem ?? '') && hour === 12) hour = 0;
    const minute = half ? 30 : Number(zhMinute ?? enMinute ?? 0);
    if (hour <= 23 && minute <= 59)
      return Temporal.PlainTime.from({ hour, minute }).toString({ smallestUnit: 'minute' });
  }
  return partTimes.find(([re]) => re.test(sentence))?.[1];
}
