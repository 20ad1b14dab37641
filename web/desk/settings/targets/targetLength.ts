/** The units in which a target is written down, in minutes. */
export const unitMinutes = { minutes: 1, hours: 60, days: 1440 } as const;
export type Unit = keyof typeof unitMinutes;

/** The largest unit that says it in a whole number: 90 minutes stay minutes, 120 are 2 hours. */
export function unitOf(minutes: number): Unit {
  if (minutes > 0 && minutes % 1440 === 0) return 'days';
  return minutes > 0 && minutes % 60 === 0 ? 'hours' : 'minutes';
}
