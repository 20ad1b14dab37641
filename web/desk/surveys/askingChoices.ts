import { localized } from '../customers/names.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { surveyTexts } from '../i18n/surveys.ts';
import { useTierRules } from '../queries/loyalty.ts';
import { useCategories, useTaskTypes } from '../queries/taskSettings.ts';
import { useTypeName } from '../tasks/typeName.ts';
import { type Choice, withStored } from './storedChoices.ts';

/** The types of task, categories and tiers that a survey may ask by, under their names. */
export function useAskingChoices() {
  const t = useTexts(surveyTexts);
  const { language } = useLanguage();
  const typeName = useTypeName();
  const types = useTaskTypes().data?.items.map(({ key, name }) => ({ value: key, label: typeName(key, name) }));
  const named = ({ key, name }: { key: string; name: { zh: string; en: string } }): Choice => ({
    value: key,
    label: localized(name, language),
  });
  const categories = useCategories().data?.items.map(named);
  const tiers = useTierRules().data?.tiers.map(named);
  return {
    types: (stored: readonly string[]) => withStored(types, stored, t.gone),
    categories: (stored: readonly string[]) => withStored(categories, stored, t.gone),
    tiers: (stored: readonly string[]) => withStored(tiers, stored, t.gone),
  };
}
