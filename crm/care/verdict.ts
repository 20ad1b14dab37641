import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';

/** What is true of a customer at the moment of sending. */
export interface Standing {
  demo: boolean;
  tier: string | null;
  /** The latest answer for this purpose and channel; null: never asked. */
  granted: boolean | null;
  /** Whether a complaint of theirs is open. */
  complaining: boolean;
  /** When the shop last wrote of its own accord, by any rule. */
  lastAt: Date | null;
  /** Null with a channel: one on which the shop writes first. */
  conversationId: string | null;
  channel: string | null;
  holder: 'bot' | 'queue' | 'person' | null;
  /** Whether the channel takes it: the account is there, and its allowance is not used up. */
  reachable: boolean;
  /** The zone of the customer's own clock; null: nothing tells, the shop's holds. */
  zone: string | null;
}

/**
 * How the shop holds it: no more than one message in so many days (for some tiers in others), none in the quiet hours (wall clock,
 * `HH:MM`).
 */
export interface CareManners {
  days: number;
  tiers?: { tier: string; days: number }[];
  quietFrom: string;
  quietTo: string;
}

/** Why something is not sent now. */
export type Withheld =
  | 'ruleOff'
  | 'demo'
  | 'tier'
  | 'noConsent'
  | 'withdrawn'
  | 'complaint'
  | 'unreachable'
  | 'withPerson'
  | 'quietHours'
  | 'frequency';

/** send; later: look again then; never: dropped, with the reason. */
export type Verdict =
  | { do: 'send' }
  | { do: 'later'; reason: Withheld; until: Date }
  | { do: 'never'; reason: Withheld };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Whether a rule may write to a customer now. What cannot change by waiting comes first. */
export function verdictOf(
  standing: Standing,
  { tiers }: { tiers: readonly string[] },
  manners: CareManners,
  { now, zone }: { now: Date; zone: string },
): Verdict {
  const never = (reason: Withheld): Verdict => ({ do: 'never', reason });
  const later = (reason: Withheld, until: Date): Verdict => ({ do: 'later', reason, until });
  if (tiers.length > 0 && !tiers.includes(standing.tier ?? '')) return never('tier');
  if (standing.granted === null) return never('noConsent');
  if (!standing.granted) return never('withdrawn');
  if (standing.complaining) return never('complaint');
  if (!standing.channel || !standing.reachable) return never('unreachable');
  if (standing.demo) return never('demo');
  const { days } = manners.tiers?.find(({ tier }) => tier === standing.tier) ?? manners;
  const free = standing.lastAt && new Date(standing.lastAt.getTime() + days * DAY);
  if (free && free > now) return later('frequency', free);
  const morning = endOfQuiet(now, standing.zone ?? zone, manners);
  if (morning) return later('quietHours', morning);
  if (standing.holder !== 'bot') return later('withPerson', new Date(now.getTime() + 2 * HOUR));
  return { do: 'send' };
}

/** When the quiet hours that `at` lies in are over; undefined outside of them. They may go over midnight. */
export function endOfQuiet(
  at: Date,
  zone: string,
  { quietFrom, quietTo }: Pick<CareManners, 'quietFrom' | 'quietTo'>,
): Date | undefined {
  const here = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const time = here.toPlainTime();
  const [from, to] = [Temporal.PlainTime.from(quietFrom), Temporal.PlainTime.from(quietTo)];
  const after = Temporal.PlainTime.compare(time, from) >= 0;
  const before = Temporal.PlainTime.compare(time, to) < 0;
  const overnight = Temporal.PlainTime.compare(from, to) > 0;
  if (overnight ? !after && !before : !(after && before)) return undefined;
  const date = overnight && after ? here.toPlainDate().add({ days: 1 }) : here.toPlainDate();
  return new Date(date.toZonedDateTime({ timeZone: zone, plainTime: to }).epochMilliseconds);
}

/** Whether a rule leaves a customer out to compare with: always the same ones, evenly drawn. */
export function isControl(ruleId: string, customerId: string, percent: number): boolean {
  const digest = createHash('sha256').update(`${ruleId}:${customerId}`).digest();
  return digest.readUInt32BE(0) % 100 < percent;
}
