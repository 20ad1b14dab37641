import { Temporal } from 'temporal-polyfill';

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

/** A day of the address (2026-03-04); undefined where it is none, such as 2026-02-30. */
function dayOf(text: string | null): string | undefined {
  try {
    return text ? Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() : undefined;
  } catch {
    return undefined;
  }
}

function daysOf(period: Period, today: Temporal.PlainDate, search: URLSearchParams): { first: string; last: string } {
  const first = dayOf(search.get('from'));
  const last = dayOf(search.get('to'));
  if (period === 'custom' && first && last) return first <= last ? { first, last } : { first: last, last: first };
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

const idShape = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Reads the filter of an address; what makes no sense in it counts as absent. `zone` is the shop's. */
export function filterOf(search: URLSearchParams, now: Date, zone: string): Filter {
  const asked = search.get('period');
  const period = periods.find((each) => each === asked) ?? periods[0];
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const days = daysOf(period, today, search);
  const length = Temporal.PlainDate.from(days.first).until(Temporal.PlainDate.from(days.last)).days;
  const rated = search.get('rated');
  const by = search.get('by');
  const product = search.get('product');
  return {
    period,
    days,
    from: startOf(days.first, zone),
    to: startOf(days.last, zone, 1),
    by: by === 'week' || by === 'month' ? by : length > 200 ? 'month' : 'week',
    rated: rated === 'bot' || rated === 'staff' ? rated : undefined,
    productId: idShape.test(product ?? '') ? (product ?? undefined) : undefined,
  };
}
