import { type Interval, type Mean, meanDifference, meanOf, shareDifference, shareOf } from '../../statistics.ts';
import { type Change, FEWEST, type Trust, trustOf } from '../../surveys/metrics.ts';

/** What TalkDay adds up to for some days. */
export interface TalkCounts {
  talks: number;
  involved: number;
  answered: number;
  confirmed: number;
  assumed: number;
  returned: number;
  unresolved: number;
  person: number;
  felt: number;
  feelings: number;
  feelingsSquared: number;
  negative: number;
  positive: number;
}

/** So many of all, with Wilson's 95 % interval; null: of nothing. */
export interface Part {
  n: number;
  share: number | null;
  interval: Interval | null;
}

/**
 * What customers got without a person, of all talks that are over and in which something was asked: confirmed and assumed apart, and
 * together. `involved`: the bot took part; `answered`: it gave at least one answer (a greeting is none).
 */
export interface SelfService {
  n: number;
  trust: Trust;
  without: Part;
  confirmed: Part;
  assumed: Part;
  returned: Part;
  unresolved: Part;
  person: Part;
  involved: Part;
  answered: Part;
}

/** How customers felt: the mean over talks of what their messages said, -1 to 1, and in how many a message was clearly bad, or one was clearly good and none bad. */
export interface Attitude extends Mean {
  trust: Trust;
  negative: Part;
  positive: Part;
}

/** Both, of one span or group. */
export interface TalkFigures {
  selfService: SelfService;
  attitude: Attitude;
}

const names = [
  'talks',
  'involved',
  'answered',
  'confirmed',
  'assumed',
  'returned',
  'unresolved',
  'person',
  'felt',
  'feelings',
  'feelingsSquared',
  'negative',
  'positive',
] as const satisfies (keyof TalkCounts)[];

export function addedUp(rows: readonly TalkCounts[]): TalkCounts {
  const sum = Object.fromEntries(names.map((name) => [name, 0])) as unknown as TalkCounts;
  for (const row of rows) for (const name of names) sum[name] += row[name];
  return sum;
}

export function figuresOf(counts: TalkCounts): TalkFigures {
  const { talks, felt } = counts;
  const part = (n: number, of: number): Part => ({ n, ...shareOf(n, of) });
  return {
    selfService: {
      n: talks,
      trust: trustOf(talks),
      without: part(counts.confirmed + counts.assumed, talks),
      confirmed: part(counts.confirmed, talks),
      assumed: part(counts.assumed, talks),
      returned: part(counts.returned, talks),
      unresolved: part(counts.unresolved, talks),
      person: part(counts.person, talks),
      involved: part(counts.involved, talks),
      answered: part(counts.answered, talks),
    },
    attitude: {
      ...meanOf(felt, counts.feelings, counts.feelingsSquared),
      trust: trustOf(felt),
      negative: part(counts.negative, felt),
      positive: part(counts.positive, felt),
    },
  };
}

const verdictOf = (found: (Interval & { difference: number }) | null, enough: boolean): Change => {
  if (!found || !enough) return { difference: found?.difference ?? null, interval: null, verdict: 'tooFew' };
  const { difference, low, high } = found;
  return { difference, interval: { low, high }, verdict: low > 0 || high < 0 ? 'real' : 'noise' };
};

/** Against an earlier span: Newcombe for the share without a person, Welch for the attitude; both need 5 talks. */
export function changeOfTalks(before: TalkFigures, now: TalkFigures): { selfService: Change; attitude: Change } {
  const [first, second] = [before.selfService, now.selfService];
  return {
    selfService: verdictOf(
      shareDifference([first.without.n, first.n], [second.without.n, second.n]),
      Math.min(first.n, second.n) >= FEWEST,
    ),
    attitude: verdictOf(
      meanDifference(before.attitude, now.attitude),
      Math.min(before.attitude.n, now.attitude.n) >= FEWEST,
    ),
  };
}
