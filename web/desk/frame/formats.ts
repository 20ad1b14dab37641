import { useMemo, useSyncExternalStore } from 'react';
import { type Language, localeOf } from '../../kit/i18n.ts';
import { useShop } from '../queries/shop.ts';
import { useLanguage } from './language.tsx';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Times and numbers as people of that language write them, in the shop's time zone. */
export interface Formats {
  /** 14:05 */
  time(at: string | Date): string;
  /** Today: the time; this year: month, day and time; else with the year. */
  moment(at: string | Date, now: Date): string;
  /** 2026-03-04 as 3月4日 / 4 Mar; the year where it is another one than `now`'s. */
  date(at: string | Date, now: Date): string;
  /** The whole date and time, for tooltips. */
  full(at: string | Date): string;
  /** Today, yesterday, or the date: the headline over the messages of a day. */
  dayName(at: string | Date, now: Date): string;
  /** A length of time in its largest unit: 3 分钟, 2 h, 5 days. */
  duration(milliseconds: number): string;
  /** A length of time in two units: 40 秒, 45 分钟, 3 小时 20 分钟; from two days on days and hours, unless `hours` is the largest unit. */
  span(milliseconds: number, largest?: 'hours'): string;
  integer(value: number): string;
  /** 0.873 as 87 %, without a false decimal. */
  percent(share: number): string;
  /** An amount in the currency's smallest unit: ¥20, ¥20.50. */
  money(cents: number): string;
  /** Whether both lie on one day of the shop's calendar. */
  sameDay(a: string | Date, b: string | Date): boolean;
}

function createFormats(language: Language, zone: string | undefined): Formats {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const zoned = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, ...(zone ? { timeZone: zone } : {}) });
  const clock = zoned({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const short = zoned({ month: 'short', day: 'numeric' });
  const long = zoned({ year: 'numeric', month: 'short', day: 'numeric' });
  const whole = zoned({ dateStyle: 'full', timeStyle: 'short' });
  const dayKey = new Intl.DateTimeFormat('en-CA', zone ? { timeZone: zone } : {});
  const relative = new Intl.RelativeTimeFormat(localeOf[language], { numeric: 'auto' });
  const integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const prices = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'CNY',
  });
  const wholePrices = new Intl.NumberFormat(locale, { style: 'currency', currency: 'CNY', maximumFractionDigits: 0 });
  const unit = (value: number, name: 'second' | 'minute' | 'hour' | 'day'): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: language === 'zh' ? 'long' : 'short',
    }).format(value);
  const parsed = (at: string | Date): Date => (typeof at === 'string' ? new Date(at) : at);
  const key = (at: string | Date): string => dayKey.format(parsed(at));
  const year = (at: string | Date): string => key(at).slice(0, 4);

  const formats: Formats = {
    time: (at) => clock.format(parsed(at)),
    date: (at, now) => (year(at) === year(now) ? short : long).format(parsed(at)),
    moment: (at, now) =>
      key(at) === key(now) ? clock.format(parsed(at)) : `${formats.date(at, now)} ${clock.format(parsed(at))}`,
    full: (at) => whole.format(parsed(at)),
    dayName(at, now) {
      const days = Math.round((Date.parse(key(at)) - Date.parse(key(now))) / day);
      return Math.abs(days) <= 1 ? relative.format(days, 'day') : formats.date(at, now);
    },
    duration(milliseconds) {
      const length = Math.max(0, milliseconds);
      if (length < hour) return unit(Math.max(1, Math.round(length / minute)), 'minute');
      return length < 2 * day ? unit(Math.round(length / hour), 'hour') : unit(Math.round(length / day), 'day');
    },
    span(milliseconds, largest) {
      const length = Math.max(0, milliseconds);
      if (length < minute) return unit(Math.round(length / 100) / 10, 'second');
      if (length < hour) return unit(Math.round(length / minute), 'minute');
      const [whole, name, part, partName] =
        length < 2 * day || largest
          ? ([hour, 'hour', minute, 'minute'] as const)
          : ([day, 'day', hour, 'hour'] as const);
      const parts = Math.round(length / part);
      const rest = parts % (whole / part);
      return [unit((parts - rest) / (whole / part), name), rest > 0 && unit(rest, partName)].filter(Boolean).join(' ');
    },
    integer: (value) => integers.format(value),
    percent: (share) => percents.format(share),
    money: (cents) => (cents % 100 === 0 ? wholePrices : prices).format(cents / 100),
    sameDay: (a, b) => key(a) === key(b),
  };
  return formats;
}

/** Made once: every row of a list asks for them, and a formatter takes longer to make than to use. */
const made = new Map<string, Formats>();

/** Formats in the page's language and the shop's zone. */
export function useFormats(): Formats {
  const { language } = useLanguage();
  const zone = useShop()?.zone;
  const key = `${language} ${zone}`;
  const formats = made.get(key) ?? createFormats(language, zone);
  made.set(key, formats);
  return formats;
}

let tick = Math.floor(Date.now() / minute);
function subscribe(changed: () => void): () => void {
  const timer = setInterval(() => {
    const next = Math.floor(Date.now() / minute);
    if (next === tick) return;
    tick = next;
    changed();
  }, 5000);
  return () => clearInterval(timer);
}

/** The present minute; the component is drawn again when the next one begins, so that "late" becomes true by itself. */
export function useNow(): Date {
  const minutes = useSyncExternalStore(subscribe, () => tick);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the minute is what makes it another "now"
  return useMemo(() => new Date(), [minutes]);
}
