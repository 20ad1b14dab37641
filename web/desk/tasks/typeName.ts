import { localized } from '../customers/names.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { nameOf } from '../i18n/dictionary.ts';
import { taskTypeNames } from '../i18n/names.ts';

/** What a type is called: as the shop says, else as the pages say. */
export function useTypeName(): (type: string, own: { zh: string; en: string } | null) => string {
  const names = useTexts(taskTypeNames);
  const { language } = useLanguage();
  return (type, own) => (own ? localized(own, language) : nameOf(names, type));
}
