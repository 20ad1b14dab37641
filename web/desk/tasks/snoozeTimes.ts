import { Temporal } from 'temporal-polyfill';

/** Times to put a task off to, in the order they are offered. */
export const presets = ['inHour', 'inThreeHours', 'tomorrow', 'nextWeek'] as const;
export type Preset = (typeof presets)[number];

const morning = { hour: 9, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 };

function zonedNow(now: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
}

const isoOf = (time: Temporal.ZonedDateTime): string => new Date(time.epochMilliseconds).toISOString();

/** The instant of a preset, by the shop's clock. "Next Monday" on a Monday is the one in seven days. */
export function presetTime(preset: Preset, now: Date, zone: string): string {
  const start = zonedNow(now, zone);
  switch (preset) {
    case 'inHour':
      return isoOf(start.add({ hours: 1 }));
    case 'inThreeHours':
      return isoOf(start.add({ hours: 3 }));
    case 'tomorrow':
      return isoOf(start.add({ days: 1 }).with(morning));
    case 'nextWeek':
      return isoOf(start.add({ days: 8 - start.dayOfWeek }).with(morning));
  }
}

/** What a datetime-local field holds (2026-03-04T09:00), read by the shop's clock; undefined where it is no time. */
export function fieldTime(value: string, zone: string): string | undefined {
  try {
    return isoOf(Temporal.PlainDateTime.from(value).toZonedDateTime(zone));
  } catch {
    return undefined;
  }
}

/** An instant as a datetime-local field wants it. */
export function fieldValue(at: Date, zone: string): string {
  return zonedNow(at, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}
