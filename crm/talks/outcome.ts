import type { Said } from './said.ts';
import { SILENCE_MS } from './split.ts';

/**
 * How a talk ended. Confirmed: the customer said, rated or showed that it helped, and no person was needed. Assumed: the bot
 * answered, and the customer left without asking for a person. Returned: assumed, but they came back within three days and needed one.
 * Unresolved: the bot had no answer, or the customer said that it was none. Person: somebody of the shop answered, was asked for,
 * or has a task from it. Nothing: nobody asked anything. Running: the customer may still write.
 * Words as in Intercom's resolution rate (confirmed and assumed apart, a greeting is no answer, a return takes it back).
 */
export const outcomes = ['confirmed', 'assumed', 'returned', 'unresolved', 'person', 'nothing', 'running'] as const;
export type Outcome = (typeof outcomes)[number];
export type Proof = 'said' | 'thanked' | 'rated' | 'thumb';

/** What happened about a talk beside its words; times are within it. */
export interface Happened {
  /** Somebody of the shop got work from it, or was waited for. */
  needsPerson: boolean;
  /** Questions without an answer, or whose answer did not help. */
  gaps: Date[];
  thumbs: { at: Date; helpful: boolean }[];
  /** Ratings of the bot's help in it, on the survey's own scale; `good` and `low` by the metric. */
  ratings: { at: Date; good: boolean; low: boolean }[];
}

const solved =
  /(?<![没未不])(?:解决了|搞定|弄好了|修好了|可以了|好使了|能用了)|\b(?:that(?:'s| has| is)? (?:solved|fixed)|it works(?: now)?|works now|problem solved|solved it|sorted)\b/i;
const unsolved =
  /没(?:有)?(?:解决|搞定|用|弄好)|还是不行|不管用|解决不了|\b(?:not solved|still (?:not|does ?n.t|broken)|did ?n.t help|no help)\b/i;
const thanks =
  /谢|感谢|多谢|3q|明白了|清楚了|知道了|懂了|\b(?:thanks?|thank you|thx|cheers|got it|that helps|great help)\b/i;

/** Thanks that decline, or give up. */
const declines = /^(?:不用|不必|算了|不要|不需要|没事)|\bno,? thank|\bnever ?mind/i;
const isThanks = ({ text, intent }: Said): boolean =>
  !declines.test(text.trim()) && (intent === 'thanks' || thanks.test(text));

export interface Judged {
  outcome: Outcome;
  how: Proof | null;
  involved: boolean;
  answers: number;
}

/** Judges a talk (its messages in order) as of `now`. */
export function judge(talk: readonly Said[], happened: Happened, now: Date): Judged {
  const answers = talk.filter(({ isAnswer }) => isAnswer);
  const involved = talk.some(({ sender }) => sender === 'bot');
  const told = (outcome: Outcome, how: Proof | null = null): Judged => ({
    outcome,
    how,
    involved,
    answers: answers.length,
  });
  if (happened.needsPerson || talk.some(({ sender }) => sender === 'staff')) return told('person');
  const asked = answers.length > 0 || happened.gaps.length > 0;
  const isOver = now.getTime() - lastHeard(talk) > SILENCE_MS;
  if (!asked) return told(isOver ? 'nothing' : 'running');
  const rating = latest(happened.ratings);
  if (rating?.good) return told('confirmed', 'rated');
  if (rating?.low) return told('unresolved', 'rated');
  const answered = answers.at(-1)?.at.getTime() ?? Number.NEGATIVE_INFINITY;
  const thumb = latest(happened.thumbs);
  if (thumb && (thumb.helpful || thumb.at.getTime() >= answered))
    return thumb.helpful ? told('confirmed', 'thumb') : told('unresolved', 'thumb');
  const after = talk.filter(({ sender, at }) => sender === 'customer' && at.getTime() >= answered);
  if (after.some(({ text }) => unsolved.test(text))) return told('unresolved', 'said');
  if (after.some(({ text }) => solved.test(text))) return told('confirmed', 'said');
  // A question that stayed open after the last answer: thanks are courtesy then.
  if (happened.gaps.some((at) => at.getTime() >= answered)) return told(isOver ? 'unresolved' : 'running');
  if (after.some(isThanks)) return told('confirmed', 'thanked');
  return told(isOver ? 'assumed' : 'running');
}

export const lastHeard = (talk: readonly Said[]): number =>
  talk.findLast(({ sender }) => sender === 'customer')?.at.getTime() ?? 0;

const latest = <T extends { at: Date }>(rows: readonly T[]): T | undefined =>
  rows.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
