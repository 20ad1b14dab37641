import { useCallback, useMemo } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { audienceNames } from '../../desk/i18n/knowledge.ts';
import { channelNames, languageNames } from '../../desk/i18n/names.ts';
import { segmentTexts } from '../../desk/i18n/segments.ts';
import { useTierRules } from '../../desk/queries/loyalty.ts';
import { talkTexts } from '../i18n/talks.ts';
import type { TalkGroup, Way } from './queries.ts';

/** What one of a way is called. */
export function useGroupName(): (way: Way, value: string, name?: TalkGroup['name']) => string {
  const t = useTexts(talkTexts);
  const { language } = useLanguage();
  const tiers = useTierRules().data?.tiers;
  const channel = useTexts(channelNames);
  const spoken = useTexts(languageNames);
  const audience = useTexts(audienceNames);
  const { segments: segment } = useTexts(segmentTexts);
  const tables = useMemo(() => {
    const tier = Object.fromEntries((tiers ?? []).map(({ key, name }) => [key, name[language]]));
    return { channel, language: spoken, audience, segment, tier } as Partial<Record<Way, Record<string, string>>>;
  }, [tiers, language, channel, spoken, audience, segment]);
  return useCallback(
    (way, value, name = null) => {
      if (value === '') return t.unknown;
      if (name) return typeof name === 'string' ? name : localized(name, language);
      return tables[way]?.[value] ?? value;
    },
    [t, language, tables],
  );
}

/** A feeling of -1 to 1, with its sign. */
export function useFeelingWords(): (feeling: number | null) => string {
  const { language } = useLanguage();
  return useMemo(() => {
    const format = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      signDisplay: 'exceptZero',
    });
    return (feeling) => (feeling === null ? '–' : format.format(feeling));
  }, [language]);
}
