import { chineseNumber, numberCharacters } from '../entities/chineseNumber.ts';
import { englishNumber } from '../entities/englishNumber.ts';

const chinese = new RegExp(
  `(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|今晚|晚)?\\s*([${numberCharacters}]{1,3})(?:点钟?|时(?!间|候))(半|一刻|三刻|[${numberCharacters}]{1,3}分?)?(?!\\d)(之?后|以后)?`,
  'g',
);
const figures =
  /(?<![\d:.])(凌晨|早上|上午|中午|下午|傍晚|晚上|今晚)?\s*([01]?\d|2[0-4]):([0-5]\d)(?![\d:])\s*(am|pm)?(之?后|以后)?/gi;
const english =
  /\b(after |from )?(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[:.]([0-5]\d))?\s*(a\.?m\b\.?|p\.?m\b\.?|o['’]?clock)/gi;

/** By when the parts of a day are over; the end of the shop's day stands for an afternoon. */
const parts: [RegExp, string][] = [
  [/中午|午饭前|\bnoon\b|\bmidday\b|\blunch ?time\b/i, '13:00'],
  [/上午|早上|早晨|[一明后]早|\bmorning\b/i, '12:00'],
  [/晚上|今晚|傍晚|\bevening\b|\btonight\b/i, '22:00'],
];

/** The last time of day that a text names, HH:MM: "下午三点半前", "18:00", "by 5 pm"; a span's end; undefined where none, or only from when on. */
export function clockTimeIn(text: string): string | undefined {
  const named = [
    ...[...text.matchAll(chinese)].map((m) => ({ at: m.index, time: m[4] ? undefined : chineseTime(m) })),
    ...[...text.matchAll(figures)].map((m) => ({
      at: m.index,
      time: m[5] ? undefined : timeOf(Number(m[2]), Number(m[3]), halfOf(m[1] ?? m[4])),
    })),
    ...[...text.matchAll(english)].map((m) => ({
      at: m.index,
      time: m[1] ? undefined : timeOf(hourOf(m[2]!), Number(m[3] ?? 0), halfOf(m[4])),
    })),
  ].sort((a, b) => a.at - b.at);
  if (named.length > 0) return named.at(-1)!.time;
  return parts.find(([part]) => part.test(text))?.[1];
}

const hourOf = (text: string): number => (/\d/.test(text) ? Number(text) : (englishNumber(text.toLowerCase()) ?? 0));

function chineseTime({ index = 0, input = '', ...match }: RegExpMatchArray): string | undefined {
  const [said, part, hourText, rest] = Object.values(match) as string[];
  // 快一点, 一点问题: a little, not one o'clock.
  if (
    hourText === '一' &&
    !part &&
    !rest &&
    !/钟$/.test(said!) &&
    !/^(?:之?前|左右)/.test(input.slice(index + said!.length))
  )
    return undefined;
  const hour = chineseNumber(hourText!);
  if (hour === undefined) return undefined;
  const fractions: Record<string, number> = { 半: 30, 一刻: 15, 三刻: 45 };
  const minute = rest ? (fractions[rest] ?? chineseNumber(rest.replace(/分$/, '')) ?? 0) : 0;
  return timeOf(hour, minute, halfOf(part));
}

function halfOf(mark: string | undefined): 'am' | 'pm' | undefined {
  if (!mark) return undefined;
  if (/^a|凌晨|早|上午/i.test(mark)) return 'am';
  return /^p|下午|傍晚|晚/i.test(mark) ? 'pm' : undefined;
}

/** Without a word for the half of the day, one to seven is taken as afternoon: nobody promises a call for six in the morning. */
function timeOf(hour: number, minute: number, half: 'am' | 'pm' | undefined): string | undefined {
  if (hour > 24 || minute > 59) return undefined;
  const pm = half === 'pm' || (half === undefined && hour >= 1 && hour <= 7);
  const h = pm && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  return `${String(h).padStart(2, '0')}:${String(h === 24 ? 0 : minute).padStart(2, '0')}`;
}
