import type { Random } from './random.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** The history reaches back so far. */
export const HISTORY_DAYS = 730;
/** China has one zone and no summer time: its clock is always so far ahead of UTC. */
const CHINA = 8 * HOUR;

/** How much is said on each weekday, Sunday first, and in each hour of China's day. */
const weekdays = [1.25, 0.9, 0.85, 0.9, 0.95, 1.05, 1.3];
const hours = [3, 1.5, 1, 0.5, 0.5, 1, 2, 4, 6, 9, 11, 10, 8, 7, 8, 9, 9, 8, 9, 12, 14, 13, 9, 5];
/** What the month adds: sales in June and November, a quiet Spring Festival. January first. */
const months = [0.9, 0.7, 1, 0.95, 1, 1.25, 0.95, 0.9, 1, 1.05, 1.5, 1.15];

/** When things happen: more as the shop grows, more at weekends and in the evening, never after `now`. */
export class Calendar {
  readonly now: Date;
  readonly #random: Random;

  constructor(now: Date, random: Random) {
    this.now = now;
    this.#random = random;
  }

  /** A moment between so many days ago (the larger first); it leaves an hour for what follows from it. */
  moment(from = HISTORY_DAYS, to = 0): Date {
    for (;;) {
      const day = this.#random.next() * (from - to) + to;
      const midnight = Math.floor((this.now.getTime() - day * DAY + CHINA) / DAY) * DAY;
      const date = new Date(midnight);
      const likely = (weekdays[date.getUTCDay()]! * months[date.getUTCMonth()]! * (1.4 - day / HISTORY_DAYS)) / 3;
      if (!this.#random.chance(likely)) continue;
      const hour = this.#random.weighted(hours.map((weight, index) => [index, weight] as const));
      const at = midnight - CHINA + hour * HOUR + this.#random.int(0, HOUR - 1);
      const oldest = this.now.getTime() - from * DAY;
      if (at >= oldest && at <= this.now.getTime() - HOUR) return new Date(at);
    }
  }

  /** How many days ago that was. */
  daysAgo(at: Date): number {
    return (this.now.getTime() - at.getTime()) / DAY;
  }
}

/** Later by so many milliseconds. */
export const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/** That hour of the day (China's clock), so many days after the day that holds `at`. */
export function onDay(at: Date, days: number, hour: number): Date {
  const midnight = Math.floor((at.getTime() + CHINA) / DAY) * DAY;
  return new Date(midnight - CHINA + days * DAY + hour * HOUR);
}

/** By when people act: urgent in 30 minutes, high in 4 hours of work (9 to 21), normal the next noon, low the third noon. */
export function dueAt(priority: 'urgent' | 'high' | 'normal' | 'low', at: Date): Date {
  if (priority === 'urgent') return after(at, 30 * MINUTE);
  if (priority === 'normal') return onDay(at, 1, 12);
  if (priority === 'low') return onDay(at, 3, 12);
  const opens = onDay(at, 0, 9);
  const closes = onDay(at, 0, 21);
  if (at >= closes) return onDay(at, 1, 13);
  const from = at < opens ? opens : at;
  const left = closes.getTime() - from.getTime();
  return left >= 4 * HOUR ? after(from, 4 * HOUR) : after(onDay(at, 1, 9), 4 * HOUR - left);
}
