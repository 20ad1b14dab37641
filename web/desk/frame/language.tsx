import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Language, localeOf, pickLanguage } from '../../kit/i18n.ts';
import { browserStore } from '../../kit/storage.ts';

const storageKey = 'zhiyin.language';
const store = browserStore(() => window.localStorage);

interface Choice {
  language: Language;
  choose(language: Language): void;
}

/** The language in which what stands inside is written. */
export const LanguageContext = createContext<Choice>({ language: 'zh', choose: () => undefined });

/** Holds the language of the page: as chosen before in this browser, else as the browser asks. */
export function LanguageProvider({ children }: { children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState<Language>(() => {
    const wished = new URLSearchParams(window.location.search).get('lang');
    return pickLanguage(wished, store.get(storageKey), ...navigator.languages);
  });
  useEffect(() => {
    document.documentElement.lang = localeOf[language];
  }, [language]);
  const choice = useMemo<Choice>(
    () => ({
      language,
      choose: (next) => {
        store.set(storageKey, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

/** The page's language and how to change it. */
export function useLanguage(): Choice {
  return useContext(LanguageContext);
}

/** The dictionary's words in the page's language. */
export function useTexts<T>(dictionary: Record<Language, T>): T {
  return dictionary[useContext(LanguageContext).language];
}
