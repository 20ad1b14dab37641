import { type ReactNode, useMemo } from 'react';
import { useFormats } from '../../desk/frame/formats.ts';
import { useTexts } from '../../desk/frame/language.tsx';
import { Chart } from '../charts/chart.tsx';
import { useChartStyle } from '../charts/style.ts';
import { reportWords } from '../i18n/reportWords.ts';
import { linesOption } from './linesOption.ts';
import type { RelationTable } from './queries.ts';
import { useRelationWords } from './words.ts';

const drawn = ['active', 'silent', 'lost', 'prospect'];

/** A line for each segment, labelled at its end. */
export function SegmentChart({ table }: { table: RelationTable }): ReactNode {
  const words = useRelationWords();
  const title = useTexts(reportWords).segmentsOverTime!.title;
  const style = useChartStyle();
  const formats = useFormats();
  const option = useMemo(() => {
    const lines = drawn.map((key, place) => {
      const column = table.columns.findIndex((each) => each.key === key);
      return {
        name: words.column(key),
        values: table.rows.map(({ cells }) => cells[column]?.value ?? null),
        bold: place === 0,
        dash: (['solid', 'dashed', 'dotted', 'solid'] as const)[place]!,
      };
    });
    return linesOption({
      lines,
      names: table.rows.map((row) => words.row(row, 'month')),
      written: formats.integer,
      style,
    });
  }, [table, words, style, formats]);
  const last = table.rows.at(-1);
  if (table.rows.length < 2 || !last) return null;
  const told = drawn.map((key) => {
    const column = table.columns.findIndex((each) => each.key === key);
    return `${words.column(key)} ${words.figure(last.cells[column], { key, kind: 'count' })}`;
  });
  return <Chart option={option} height={240} label={`${title}. ${words.row(last, 'month')}: ${told.join(', ')}`} />;
}
