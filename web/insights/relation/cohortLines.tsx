import { type ReactNode, useMemo } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import { Chart } from '../charts/chart.tsx';
import { useChartStyle } from '../charts/style.ts';
import { useFormats } from '../formats.ts';
import { reportWords } from '../i18n/reportWords.ts';
import { linesOption } from './linesOption.ts';
import type { RelationTable } from './queries.ts';
import { useRelationWords } from './words.ts';

/** The share that bought again by month n, of all cohorts in view together. */
export function CohortLines({ table }: { table: RelationTable }): ReactNode {
  const words = useRelationWords();
  const title = useTexts(reportWords).cohorts!.title;
  const style = useChartStyle();
  const formats = useFormats();
  const points = useMemo(
    () =>
      table.columns.flatMap((column, place) => {
        const cell = table.total?.[place];
        return column.kind === 'share' && cell?.value != null ? [{ column, cell, value: cell.value }] : [];
      }),
    [table],
  );
  const option = useMemo(
    () =>
      linesOption({
        lines: [{ name: '', values: points.map(({ value }) => value), bold: true, dash: 'solid' }],
        names: points.map(({ column }) => words.column(column.key)),
        written: (value) => words.figure({ value }, { key: '', kind: 'share' }),
        tick: formats.tick,
        style,
      }),
    [points, words, formats, style],
  );
  const last = points.at(-1);
  if (points.length < 2 || !last) return null;
  return (
    <Chart
      option={option}
      height={200}
      label={`${title}. ${words.column(last.column.key)}: ${words.figure(last.cell, last.column)}`}
    />
  );
}
