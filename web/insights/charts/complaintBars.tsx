import { type ReactNode, useMemo } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useFormats } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { insightTexts } from '../i18n/insights.ts';
import type { ComplaintsReport } from '../reports.ts';
import { Chart } from './chart.tsx';
import { Numbers } from './numbers.tsx';
import { useChartStyle } from './style.ts';

/** Complaints by product, most on top, each bar with its words. */
export function ComplaintBars({ report }: { report: ComplaintsReport }): ReactNode {
  const t = useTexts(insightTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const style = useChartStyle();
  const rows = useMemo(
    () =>
      report.products.map(({ productId, name, n, open, safety }) => ({
        key: productId ?? 'none',
        productId,
        name: name ? localized(name, language) : t.noProduct,
        n,
        open,
        safety,
        label: [
          t.complaintLabel(formats.integer(n), formats.integer(open)),
          safety > 0 && t.complaintSafety(formats.integer(safety)),
        ]
          .filter(Boolean)
          .join(' · '),
      })),
    [report.products, language, t, formats],
  );
  const option = useMemo(() => {
    const drawn = rows.toReversed();
    return {
      animation: false,
      grid: { left: 0, right: 0, top: 8, bottom: 0 },
      xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...rows.map(({ n }) => n)) },
      yAxis: { type: 'category', data: drawn.map(({ key }) => key), show: false },
      series: [
        {
          type: 'bar',
          barWidth: 10,
          silent: true,
          itemStyle: { color: style.accent, borderRadius: 3 },
          label: {
            show: true,
            // Over the bar, from its beginning: long names have the whole width.
            position: [0, -18],
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const row = drawn[dataIndex];
              return row ? `{name|${row.name.replace(/[{}|]/g, ' ')}}  {rest|${row.label}}` : '';
            },
            rich: { name: { ...style.font, color: style.text }, rest: style.font },
          },
          data: drawn.map(({ n }) => n),
        },
      ],
    };
  }, [rows, style]);
  return (
    <>
      <Chart
        option={option}
        height={rows.length * 44 + 12}
        label={rows.map(({ name, label }) => `${name}: ${label}`).join('; ')}
      />
      <Numbers
        caption={t.complaints}
        head={[t.product, t.count, t.openOnes, t.safety]}
        rows={rows.map((row) => ({
          key: row.key,
          cells: [
            row.productId ? (
              <a key="link" href={`/desk/complaints?show=all&product=${encodeURIComponent(row.productId)}`}>
                {row.name}
              </a>
            ) : (
              row.name
            ),
            formats.integer(row.n),
            formats.integer(row.open),
            formats.integer(row.safety),
          ],
        }))}
      />
    </>
  );
}
