import type { calendarTexts } from '../../i18n/calendars.ts';
import type { CalendarDraft } from '../../queries/calendars.ts';

type Words = (typeof calendarTexts)['zh']['problems'];
type Shifts = CalendarDraft['weekly'][number];

/** What is wrong with a calendar as it is filled in, in words; undefined where it can be kept. `days`: the weekdays' names. */
export function calendarProblem(draft: CalendarDraft, days: readonly string[], words: Words): string | undefined {
  const lists: [string, Shifts][] = [
    ...draft.weekly.map((shifts, index): [string, Shifts] => [days[index] ?? '', shifts]),
    ...draft.specialDays.map(({ date, shifts }): [string, Shifts] => [date, shifts]),
  ];
  for (const [day, shifts] of lists) {
    if (shifts.some(({ from, to }) => !from || !to || from >= to)) return words.order(day);
    if (shifts.some(({ from }, index) => index > 0 && from < (shifts[index - 1]?.to ?? ''))) return words.overlap(day);
  }
  const dates = draft.specialDays.map(({ date }) => date);
  const twice = dates.find((date, index) => date && dates.indexOf(date) !== index);
  if (dates.includes('')) return words.date;
  if (twice) return words.twice(twice);
  if (draft.weekly.every((shifts) => shifts.length === 0)) return words.open;
  return draft.name.zh.trim() && draft.name.en.trim() ? undefined : words.name;
}
