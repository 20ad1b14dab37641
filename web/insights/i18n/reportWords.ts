import type { Dictionary } from '../../desk/i18n/dictionary.ts';
import { en } from './reportWordsEn.ts';
import { zh } from './reportWordsZh.ts';

/** What a report of the relation is called, and how it is worked out. */
export interface ReportWords {
  title: string;
  lead: string;
  /** How the figures come about: each a sentence. */
  how(facts: Record<string, string>): string[];
}

/** What the reports are called, and how they are worked out. */
export const reportWords: Dictionary<Record<string, ReportWords>> = { zh, en };
