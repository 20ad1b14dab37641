import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { Temporal } from 'temporal-polyfill';
import { useShop } from '../desk/queries/shop.ts';
import { oneOf } from '../desk/shell/address.ts';

export const periods = ['30d', '7d', '90d', '12m', 'custom'] as const;
export type Period = (typeof periods)[number];

/** What is looked at. `from` and `to` are instants: [from, to). */
export interface Filter {
  period: Period;
  from: string;
  to: string;
  by: 'week' | 'month';
  rated: 'bot' | 'staff' | undefined;
  productId: string | undefined;
  /** First and last day of the period in the shop's calendar (2026-03-04). */
  days: { first: string; last: string };
}

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

function daysOf(period: Period, today: Temporal.PlainDate, search: URLSearchParams): { first: string; last: string } {
  const first = search.get('from');
  const last = search.get('to');
  if (period === 'custom' && isDay(first) && isDay(last))
    return first <= last ? { first, last } : { first: last, last: first };
  const lengths = {
    '7d': { days: 6 },
    '30d': { days: 29 },
    '90d': { days: 89 },
    '12m': { months: 12 },
    custom: { days: 29 },
  };
  return { first: today.subtract(lengths[period]).toString(), last: today.toString() };
}

/** The instant at which a day begins in a zone, ISO 8601. */
function startOf(day: string, zone: string, plusDays = 0): string {
  const start = Temporal.PlainDate.from(day).add({ days: plusDays }).toZonedDateTime(zone);
  return new Date(start.epochMilliseconds).toISOString();
}

/** Reads the filter of an address. Days that do not exist are moved into their month. */
export function filterOf(search: URLSearchParams, now: Date, zone: string): Filter {
  const period = oneOf(search.get('period') ?? undefined, periods);
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const days = daysOf(period, today, search);
  const length = Temporal.PlainDate.from(days.first).until(Temporal.PlainDate.from(days.last)).days;
  const rated = search.get('rated');
  const by = search.get('by');
  return {
    period,
    days,
    from: startOf(days.first, zone),
    to: startOf(days.last, zone, 1),
    by: by === 'week' || by === 'month' ? by : length > 200 ? 'month' : 'week',
    rated: rated === 'bot' || rated === 'staff' ? rated : undefined,
    productId: search.get('product') ?? undefined,
  };
}

/** The filter of the address bar and how to change it. */
export function useFilter(): [Filter, (change: Record<string, string | undefined>) => void] {
  const [search, setSearch] = useSearchParams();
  const zone = useShop()?.zone ?? 'Asia/Shanghai';
  // A period begins and ends with days: the same day gives the same query, so the cache is used.
  const today = new Date().toDateString();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day makes it another period
  const filter = useMemo(() => filterOf(search, new Date(), zone), [search, zone, today]);
  const change = (values: Record<string, string | undefined>): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(values)) {
          if (value === undefined) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  return [filter, change];
}
