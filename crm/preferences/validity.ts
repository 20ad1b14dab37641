import { Temporal } from 'temporal-polyfill';

/** For so many months a word counts, by what it is about: how long such things last. What is not named holds for good. */
const months: Readonly<Record<string, number>> = {
  budget: 12,
  children: 36,
  contactChannel: 24,
  contactTime: 12,
  hair: 24,
  household: 24,
  pregnant: 9,
  skin: 24,
};

/** Until when something counts that was said then; null: for good. */
export function validUntil(key: string, said: Date): Date | null {
  const length = months[key];
  if (!length) return null;
  const day = Temporal.Instant.fromEpochMilliseconds(said.getTime()).toZonedDateTimeISO('UTC');
  return new Date(day.add({ months: length }).epochMilliseconds);
}
