import chineseDays from 'chinese-days';
import type { Localized } from '../localized.ts';

/** What the State Council decided of a day: free, or worked instead of another (调休). */
export interface ChineseDay {
  work: boolean;
  name: Localized;
}

const known = new Map<string, ChineseDay | null>();

/** What is special about an ISO date in China; null for an ordinary day, and for years whose holidays are not announced yet. */
export function chineseDay(date: string): ChineseDay | null {
  const kept = known.get(date);
  if (kept !== undefined) return kept;
  // Ordinary days are called by their weekday, others "National Day,国庆节,3".
  const { work, name } = chineseDays.getDayDetail(date);
  const [en, zh] = name.split(',');
  const day = en && zh ? { work, name: { zh, en } } : null;
  known.set(date, day);
  return day;
}

/** The last year whose holidays are known. */
export function holidaysKnownUntil(): number {
  let year = 2026;
  while (chineseDay(`${year + 1}-10-01`)) year++;
  return year;
}
