import { inLanguage } from '../../localized.ts';
import type { Cell as FileCell } from '../surveys/responseTable.ts';
import type { RelationTable } from './relationReports.ts';
import type { Cell } from './table.ts';

/** A table for a file: money in whole currency, shares as they are, each with what it rests on. */
export function fileRows(table: RelationTable, language: 'zh' | 'en'): FileCell[][] {
  const withN = table.columns.map(({ key }, place) => {
    const cells = [...table.rows.map((row) => row.cells[place]), table.total?.[place]];
    return { key, kind: table.columns[place]!.kind, rests: cells.some((cell) => cell?.n !== undefined) };
  });
  const head = [
    table.by,
    'name',
    ...withN.flatMap(({ key, rests }) => (rests ? [key, `${key}N`, `${key}Low`, `${key}High`] : [key])),
  ];
  const figure = (kind: string, value: number | null) =>
    value === null ? null : kind === 'money' ? value / 100 : value;
  const line = (cells: readonly Cell[]): FileCell[] =>
    withN.flatMap(({ kind, rests }, place) => {
      const { value, n, interval } = cells[place]!;
      const shown = figure(kind, value);
      return rests ? [shown, n ?? null, interval?.low ?? null, interval?.high ?? null] : [shown];
    });
  const nameOf = (name: RelationTable['rows'][number]['name']) =>
    typeof name === 'string' || name === null ? name : inLanguage(name, language);
  const rows = table.rows.map((row) => [row.value, nameOf(row.name), ...line(row.cells)]);
  return [head, ...rows, ...(table.total ? [['total', null, ...line(table.total)]] : [])];
}
