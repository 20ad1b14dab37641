import { Temporal } from 'temporal-polyfill';
import type { Language } from '#ai/reading.ts';

const words = { zh: { today: '今天', tomorrow: '明天' }, en: { today: 'today', tomorrow: 'tomorrow' } };

/** The wall-clock time in the shop's zone. */
export const inZone = (at: Date, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

/** A day as one says it: 今天, tomorrow, 12月3日, 3 December. */
export function sayDay(day: Temporal.PlainDate, today: Temporal.PlainDate, language: Language): string {
  const distance = today.until(day).days;
  if (distance === 0) return words[language].today;
  if (distance === 1) return words[language].tomorrow;
  return day.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'long',
    day: 'numeric',
    ...(day.year === today.year ? {} : { year: 'numeric' }),
  });
}

/** A point in time as one says it: 今天 15:30, tomorrow 10:00. */
export function sayTime(at: Date, now: Date, zone: string, language: Language): string {
  const local = inZone(at, zone);
  const day = sayDay(local.toPlainDate(), inZone(now, zone).toPlainDate(), language);
  return `${day} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
