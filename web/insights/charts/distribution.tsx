import { type ReactNode, useMemo } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import { useFormats } from '../formats.ts';
import { insightTexts } from '../i18n/insights.ts';
import type { SatisfactionReport } from '../reports.ts';
import { Chart } from './chart.tsx';
import { useChartStyle } from './style.ts';

/** How many gave each score; 5 on top, those who count as satisfied in the accent. */
export function Distribution({ report }: { report: SatisfactionReport }): ReactNode {
  const t = useTexts(insightTexts);
  const formats = useFormats();
  const style = useChartStyle();
  const rows = useMemo(() => report.distribution.toSorted((a, b) => a.score - b.score), [report.distribution]);
  const label = rows.map(({ score, count }) => `${t.score(score)}: ${count}`).join(', ');
  const option = useMemo(
    () => ({
      animation: false,
      grid: { left: 36, right: 96, top: 0, bottom: 0 },
      xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...rows.map(({ count }) => count)) },
      yAxis: {
        type: 'category',
        data: rows.map(({ score }) => `${score} ★`),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { ...style.font, color: style.text, margin: 10 },
      },
      series: [
        {
          type: 'bar',
          barWidth: 16,
          silent: true,
          data: rows.map(({ score, count }) => ({
            value: count,
            itemStyle: { color: score >= 4 ? style.accent : style.neutral, borderRadius: 3 },
            label: {
              show: true,
              position: 'right',
              formatter: `${formats.integer(count)}  ${report.n > 0 ? formats.percent(count / report.n) : ''}`,
              ...style.font,
              color: style.text,
            },
          })),
        },
      ],
    }),
    [rows, report.n, style, formats],
  );
  return <Chart option={option} height={150} label={`${t.distribution}. ${label}`} />;
}
