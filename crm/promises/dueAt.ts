import { Temporal } from 'temporal-polyfill';
import type { FoundPromise } from '#ai/promises.ts';
import { type BusinessHours, onBusinessDay } from '../shop/businessTime.ts';

/** By when a promise is to be kept, in the shop's time: by the hour that was said, else by the end of that day. Null: no time was said. */
export function dueAtOf(promise: FoundPromise, now: Date, hours: BusinessHours): Date | null {
  if (promise.withinMinutes !== undefined) return new Date(now.getTime() + promise.withinMinutes * 60_000);
  if (promise.withinWorkdays !== undefined) return onBusinessDay(now, promise.withinWorkdays, hours.close, hours);
  if (!promise.day) return null;
  const time = promise.time ?? hours.close;
  const end = time === '24:00';
  const day = Temporal.PlainDate.from(promise.day).add({ days: end ? 1 : 0 });
  const at = day.toZonedDateTime({ timeZone: hours.zone, plainTime: Temporal.PlainTime.from(end ? '00:00' : time) });
  const due = new Date(at.epochMilliseconds);
  return due > now ? due : null;
}
