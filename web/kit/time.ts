import { type Language, localeOf } from './i18n.ts';

const dayMs = 86_400_000;

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}

/** When something was said, as one says it: the hour today, "yesterday" with it, else the date. */
export function saidAt(time: number, now: number, language: Language): string {
  const locale = localeOf[language];
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false }).format(time);
  const days = Math.round((startOfDay(now) - startOfDay(time)) / dayMs);
  if (days === 0) return clock;
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  const day =
    days === 1
      ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-1, 'day')
      : new Intl.DateTimeFormat(locale, {
          month: language === 'zh' ? 'long' : 'short',
          day: 'numeric',
          ...(!sameYear && { year: 'numeric' }),
        }).format(time);
  return `${day} ${clock}`;
}
