import type { Dictionary } from './dictionary.ts';
import { surveysEn } from './surveysEn.ts';
import { surveysZh } from './surveysZh.ts';

/** Words of the pages of surveys. */
export const surveyTexts: Dictionary<typeof surveysZh> = { zh: surveysZh, en: surveysEn };
