/** The languages that every page speaks. */
export type Language = 'zh' | 'en';

/** A text in both languages, as the API sends it. */
export interface Localized {
  zh: string;
  en: string;
}

/** What a browser, and the `lang` attribute, call our languages (BCP 47). */
export const localeOf: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

/** The language of a BCP 47 tag, or undefined where we do not speak it. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  if (!tag) return undefined;
  if (/^(zh|yue|cmn)\b/i.test(tag)) return 'zh';
  return /^en\b/i.test(tag) ? 'en' : undefined;
}

/** The first language we speak among the wishes (address, stored choice, browser), Chinese where there is none. */
export function pickLanguage(...wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const language = languageOf(wish);
    if (language) return language;
  }
  return 'zh';
}
