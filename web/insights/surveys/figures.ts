import { useMemo } from 'react';
import { useLanguage } from '../../desk/frame/language.tsx';

/** A metric's value as people read it: a share in per cent, NPS as a whole signed number, CES with two decimals. */
export interface MetricWords {
  value(value: number | null): string;
  /** A difference, with its sign. */
  difference(value: number | null): string;
  /** The scale of a chart. */
  scale: { min: number; max: number; step: number };
}

export function useMetricWords(metric: string): MetricWords {
  const { language } = useLanguage();
  return useMemo(() => {
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
    const written = (format: Intl.NumberFormat) => (value: number | null) =>
      value === null ? '–' : format.format(value);
    const signed = { signDisplay: 'exceptZero' as const };
    const points = language === 'zh' ? ' 个百分点' : ' points';
    if (metric === 'nps')
      return {
        value: written(number({ maximumFractionDigits: 0 })),
        difference: written(number({ maximumFractionDigits: 0, ...signed })),
        scale: { min: -100, max: 100, step: 50 },
      };
    if (metric === 'ces')
      return {
        value: written(number({ minimumFractionDigits: 2, maximumFractionDigits: 2 })),
        difference: written(number({ minimumFractionDigits: 2, maximumFractionDigits: 2, ...signed })),
        scale: { min: 1, max: 7, step: 2 },
      };
    const difference = number({ maximumFractionDigits: 0, ...signed });
    return {
      value: written(number({ style: 'percent', maximumFractionDigits: 0 })),
      difference: (value: number | null) => (value === null ? '–' : `${difference.format(100 * value)}${points}`),
      scale: { min: 0, max: 1, step: 0.25 },
    };
  }, [metric, language]);
}
