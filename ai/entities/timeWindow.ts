import type { Expecting, TimeWindow } from '../reading.ts';
import { chineseNumber, numberCharacters } from './chineseNumber.ts';

/** Talk of when somebody may be reached; without it "昨天下午三点漏了" would be a wish to be called at three. */
const aboutContact =
  /电话|打给|打我|来电|回电|联系|致电|拨打|接听|有空|方便|在家|休息|送货|派送|上门|\b(?:call|calls|calling|ring|phone|reach|contact|available|free|home|deliver|delivery|text me|message me)\b/i;

const parts: [RegExp, string, string][] = [
  [/(?:早上|早晨|上午|清晨|\bmornings?\b)/i, '08:00', '12:00'],
  [/(?:中午|午休|\bnoon\b|\blunch ?(?:time|break)?\b)/i, '12:00', '14:00'],
  [/(?:下午|午后|\bafternoons?\b)/i, '12:00', '18:00'],
  [/(?:晚上|傍晚|晚间|夜里|下班(?:以|之)?后|\bevenings?\b|\bafter work\b|\bat night\b)/i, '18:00', '22:00'],
  [/(?:上班时间|工作时间|办公时间|\b(?:office|business|working) hours\b)/i, '09:00', '18:00'],
];
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const zhTime = `(凌晨|早上|上午|中午|下午|傍晚|晚上)?([${numberCharacters}]{1,3})(?:点钟?|时|[:：])(半|一刻|三刻|\\d{1,2})?(?:分)?`;
const enTime = "(\\d{1,2})(?:[:.](\\d{2}))? ?(a\\.?m\\.?|p\\.?m\\.?|o'?clock)?|(noon|midday|midnight)";

/** Minutes after midnight. Without a word for the half of the day, one to seven is taken as afternoon: nobody asks for a call at six in the morning. */
function minutesOf(hour: number, minute: number, half: 'am' | 'pm' | undefined): number | undefined {
  if (hour > 24 || minute > 59) return undefined;
  const pm = half === 'pm' || (half === undefined && hour >= 1 && hour <= 7);
  const h = pm && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  return Math.min(24 * 60, h * 60 + minute);
}

function zhMinutes(m: readonly (string | undefined)[], half?: 'am' | 'pm'): number | undefined {
  const [part, hourText, rest] = m;
  const hour = chineseNumber(hourText ?? '');
  if (hour === undefined) return undefined;
  const minute = rest === '半' ? 30 : rest === '一刻' ? 15 : rest === '三刻' ? 45 : rest ? Number(rest) : 0;
  const said = part ? (/凌晨|早上|上午/.test(part) ? 'am' : /中午/.test(part) && hour >= 11 ? undefined : 'pm') : half;
  return minutesOf(hour, minute, said);
}

function enMinutes(m: readonly (string | undefined)[], half?: 'am' | 'pm'): number | undefined {
  const [hour, minute, mark, name] = m;
  if (name) return /midnight/i.test(name) ? 24 * 60 : 12 * 60;
  const said = mark?.toLowerCase().startsWith('a') ? 'am' : mark?.toLowerCase().startsWith('p') ? 'pm' : half;
  return minutesOf(Number(hour), Number(minute ?? 0), said);
}

const halfOf = (mark: string | undefined): 'am' | 'pm' | undefined =>
  mark && /^[ap]/i.test(mark)
    ? mark.toLowerCase().startsWith('a')
      ? 'am'
      : 'pm'
    : mark && /下午|晚上|傍晚/.test(mark)
      ? 'pm'
      : undefined;

type Shape = { re: RegExp; window: (m: RegExpMatchArray) => [number | undefined, number | undefined] };
const END = 24 * 60;
const shapes: Shape[] = [
  {
    re: new RegExp(`${zhTime} ?(?:到|至|-|~|—)+ ?${zhTime}`),
    window: (m) => [zhMinutes(m.slice(1, 4)), zhMinutes(m.slice(4, 7), halfOf(m[1]))],
  },
  {
    re: new RegExp(`(?:between|from) (?:${enTime}) (?:and|to|till|until) (?:${enTime})`, 'i'),
    window: (m) => [enMinutes(m.slice(1, 5), halfOf(m[7])), enMinutes(m.slice(5, 9))],
  },
  {
    re: /\b(\d{1,2})(?::(\d{2}))? ?(am|pm)? ?(?:-|–|to) ?(\d{1,2})(?::(\d{2}))? ?(am|pm)\b/i,
    window: (m) => [enMinutes([m[1], m[2], m[3]], halfOf(m[6])), enMinutes([m[4], m[5], m[6]])],
  },
  { re: new RegExp(`${zhTime}(?:以|之)?后`), window: (m) => [zhMinutes(m.slice(1, 4)), END] },
  { re: new RegExp(`${zhTime}(?:以|之)?前`), window: (m) => [0, zhMinutes(m.slice(1, 4))] },
  { re: new RegExp(`\\b(?:after|past|from) (?:${enTime})`, 'i'), window: (m) => [enMinutes(m.slice(1, 5)), END] },
  { re: new RegExp(`\\b(?:before|until|by) (?:${enTime})`, 'i'), window: (m) => [0, enMinutes(m.slice(1, 5))] },
];

/** When the customer may be reached: "6点以后打电话", "after 6 pm", "工作日下午". Expects NFKC text. */
export function readTimeWindow(text: string, expecting?: Expecting): TimeWindow | undefined {
  if (expecting !== 'time' && !aboutContact.test(text)) return undefined;
  const days = /工作日|平日|周一到周五|weekdays?|working days?/i.exec(text) ?? /周末|双休|weekends?/i.exec(text);
  const when = days && { days: /末|双休|weekend/i.test(days[0]) ? ('weekend' as const) : ('workdays' as const) };
  for (const { re, window } of shapes) {
    const match = text.match(re);
    if (!match) continue;
    const [from, to] = window(match);
    if (from !== undefined && to !== undefined && from < to) {
      return { from: clock(from), to: clock(to), ...when, text: match[0] };
    }
  }
  for (const [re, from, to] of parts) {
    const match = text.match(re);
    if (match) return { from, to, ...when, text: match[0] };
  }
  return when ? { from: '00:00', to: '24:00', ...when, text: days[0] } : undefined;
}
