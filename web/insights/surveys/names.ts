import { useCallback } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { surveyReportTexts } from '../i18n/surveys.ts';
import type { BreakdownRow } from './queries.ts';

/** What one of a dimension is called: as its table says, else in the page's words, else as it is. */
export function useValueName(): (value: string, name: BreakdownRow['name']) => string {
  const t = useTexts(surveyReportTexts);
  const { language } = useLanguage();
  return useCallback(
    (value, name) => {
      if (typeof name === 'string') return name;
      if (name) return localized(name, language);
      return Object.hasOwn(t.values, value) ? t.values[value as keyof typeof t.values] : value;
    },
    [t, language],
  );
}
