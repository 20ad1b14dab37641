import { Temporal } from 'temporal-polyfill';

/** When a person does not want to be disturbed, by the clock of `zone`. */
export interface QuietTime {
  /** HH:MM; the time from `quietFrom` to `quietTo` may span midnight. Null, or both alike: no quiet hours. */
  quietFrom: string | null;
  quietTo: string | null;
  /** ISO weekdays that are quiet from midnight to midnight. */
  quietDays: number[];
}

/** Quiet days and nights follow each other at most as often as a week has them; then somebody wants no peace but silence. */
const AT_MOST_SPANS = 16;

/** When somebody may be told who should be told at `at`: then, or at the end of the quiet time. Null: all seven days are quiet. */
export function afterQuiet(at: Date, quiet: QuietTime, zone: string): Date | null {
  if (new Set(quiet.quietDays).size >= 7) return null;
  let time = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  for (let i = 0; i < AT_MOST_SPANS; i++) {
    const end = endOfQuiet(time, quiet);
    if (!end) return new Date(time.epochMilliseconds);
    time = end;
  }
  return null;
}

/** The end of the quiet span that holds `time`, or null where none does. */
function endOfQuiet(time: Temporal.ZonedDateTime, quiet: QuietTime): Temporal.ZonedDateTime | null {
  const day = time.toPlainDate();
  const start = (of: Temporal.PlainDate) => of.toZonedDateTime(time.timeZoneId);
  if (quiet.quietDays.includes(day.dayOfWeek)) return start(day.add({ days: 1 }));
  const { quietFrom: from, quietTo: to } = quiet;
  if (!from || !to || from === to) return null;
  const clock = time.toPlainTime().toString({ smallestUnit: 'minute' });
  const overnight = from > to;
  if (overnight ? clock < from && clock >= to : clock < from || clock >= to) return null;
  const endDay = overnight && clock >= from ? day.add({ days: 1 }) : day;
  const end = endDay.toZonedDateTime({ timeZone: time.timeZoneId, plainTime: Temporal.PlainTime.from(to) });
  // Where the clocks go back an hour comes twice: the end has then passed already.
  return Temporal.ZonedDateTime.compare(end, time) > 0 ? end : null;
}
