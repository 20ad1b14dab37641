import { z } from 'zod';
import type { Language } from '#ai/reading.ts';

/** A text in both languages of the shop. */
export const localizedSchema = z.object({ zh: z.string(), en: z.string() });
export type Localized = z.infer<typeof localizedSchema>;

/** The text in the language asked for; the other language where that one is empty. */
export const inLanguage = (text: Localized, language: Language): string =>
  text[language] || text[language === 'zh' ? 'en' : 'zh'];
