/** What came of a task. */
export const outcomes = [
  'solved',
  'reached',
  'notReached',
  'refunded',
  'replaced',
  'repaired',
  'sent',
  'declined',
  'noActionNeeded',
  'other',
] as const;
export type Outcome = (typeof outcomes)[number];
