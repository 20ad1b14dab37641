import { TurnTooLong } from './turn.ts';
import type { Leased, TurnStore } from './turnStore.ts';

/** How long a turn may be decided, and how often its lease is renewed meanwhile. */
export interface LeaseTimes {
  store: Pick<TurnStore, 'renew'>;
  leaseMs: number;
  /** How long a turn may take, in ms. */
  limitMs: number;
}

/** Renews the lease of a turn that takes its time (a model answers), and ends one that takes too long (TurnTooLong). */
export async function whileLeased<T>(leased: Leased, work: Promise<T>, times: LeaseTimes): Promise<T> {
  const { store, leaseMs, limitMs } = times;
  const renewal = setInterval(() => void store.renew(leased).catch(() => undefined), leaseMs / 3);
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TurnTooLong('The turn took too long.')), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
    clearInterval(renewal);
  }
}
