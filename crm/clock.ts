/** Where the business gets the time from, so that tests and jobs decide what "now" is. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };
