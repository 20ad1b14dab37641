import type { Language } from '../../kit/i18n.ts';

/** A metric's value as people read it: a share in per cent and NPS with one digit, CES with two. The weekly mail writes the same. */
export interface MetricWords {
  value(value: number | null): string;
  /** A difference, with its sign. */
  difference(value: number | null): string;
  /** A share, such as the response rate. */
  share(value: number | null): string;
  /** A mark beside a chart: whole. */
  tick(value: number): string;
  /** The scale of a chart. */
  scale: { min: number; max: number; step: number };
}

const scales = {
  csat: { min: 0, max: 1, step: 0.25 },
  nps: { min: -100, max: 100, step: 50 },
  ces: { min: 1, max: 7, step: 2 },
};

export function metricWords(metric: string, language: Language): MetricWords {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const written = (digits: number, options: Intl.NumberFormatOptions = {}, times = 1, unit = '') => {
    // −0.0 is 0.0.
    const sign = { signDisplay: 'negative' as const, ...options };
    const format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      ...sign,
    });
    return (value: number | null) => (value === null ? '–' : `${format.format(times * value)}${unit}`);
  };
  const signed = { signDisplay: 'exceptZero' as const };
  const share = written(1, { style: 'percent' });
  const tick = written(0, metric === 'csat' ? { style: 'percent' } : {});
  if (metric === 'nps') return { value: written(1), difference: written(1, signed), share, tick, scale: scales.nps };
  if (metric === 'ces') return { value: written(2), difference: written(2, signed), share, tick, scale: scales.ces };
  const points = language === 'zh' ? ' 个百分点' : ' points';
  return { value: share, difference: written(1, signed, 100, points), share, tick, scale: scales.csat };
}
