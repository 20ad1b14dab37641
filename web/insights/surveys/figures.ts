import { useMemo } from 'react';
import { useLanguage } from '../../desk/frame/language.tsx';
import { type MetricWords, metricWords } from '../../desk/frame/metricWords.ts';

export type { MetricWords };

/** How the page in view writes a metric. */
export function useMetricWords(metric: string): MetricWords {
  const { language } = useLanguage();
  return useMemo(() => metricWords(metric, language), [metric, language]);
}
