import { type ReactNode, useMemo } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import { useFormats } from '../formats.ts';
import { insightTexts } from '../i18n/insights.ts';
import type { TrendPoint } from '../reports.ts';
import { trustOf } from '../samples.ts';
import { Chart } from './chart.tsx';
import { Numbers } from './numbers.tsx';
import { useSpanName } from './spanName.ts';
import { useChartStyle } from './style.ts';
import { trendOption } from './trendOption.ts';

/** Whether a span has enough answers for a point. */
const isDrawn = (point: TrendPoint): boolean => point.share !== null && trustOf(point.n) !== 'tooFew' && point.n > 0;

/** Satisfaction over time with the band of its interval; undefined where no span has enough answers. */
export function hasTrend(points: readonly TrendPoint[]): boolean {
  return points.some(isDrawn);
}

/** The trend as a line with its interval, and its numbers as a table. */
export function Trend({ points, by }: { points: TrendPoint[]; by: 'week' | 'month' }): ReactNode {
  const t = useTexts(insightTexts);
  const formats = useFormats();
  const style = useChartStyle();
  const spanName = useSpanName(by);
  const words = useMemo(
    () =>
      points.map((point) => ({
        name: spanName(point.from),
        share: isDrawn(point) && point.share !== null ? formats.percent(point.share) : '–',
        low: isDrawn(point) && point.interval ? formats.percent(point.interval.low) : '–',
        high: isDrawn(point) && point.interval ? formats.percent(point.interval.high) : '–',
        n: formats.integer(point.n),
      })),
    [points, spanName, formats],
  );
  const option = useMemo(
    () =>
      trendOption({
        points: points.map((point) => (isDrawn(point) ? point : { ...point, share: null, interval: null })),
        names: words.map((each) => each.name),
        tooltip: words.map((each) => t.trendPoint(each.name, each.share, each.low, each.high, each.n)),
        percent: formats.percent,
        tick: formats.tick,
        style,
      }),
    [points, words, t, formats, style],
  );
  const last = words.findLast((each) => each.share !== '–');
  return (
    <>
      <Chart
        option={option}
        height={260}
        label={`${t.trend}. ${last ? t.trendPoint(last.name, last.share, last.low, last.high, last.n) : ''}`}
      />
      <p className="note">{t.trendNote}</p>
      <Numbers
        caption={t.trend}
        head={[by === 'week' ? t.weekFrom : t.monthFrom, t.share, t.low, t.high, t.count]}
        rows={words.map(({ name, share, low, high, n }, index) => ({
          key: points[index]?.from ?? name,
          cells: [name, share, low, high, n],
        }))}
      />
    </>
  );
}
