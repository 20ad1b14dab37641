import type { ReactNode } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import { relationTexts } from '../i18n/relation.ts';
import { trustOf } from '../samples.ts';
import type { RelationCell, RelationTable } from './queries.ts';
import { useRelationWords } from './words.ts';

interface Props {
  table: RelationTable;
  bar: string | undefined;
  chosen: string | undefined;
  choose(value: string): void;
}

/** The lines of a report; a press on a name shows what is behind it. */
export function ReportLines({ table, bar, chosen, choose }: Props): ReactNode {
  const t = useTexts(relationTexts);
  const words = useRelationWords();
  const { columns, rows, total, by } = table;
  const place = columns.findIndex(({ key }) => key === bar);
  const most = Math.max(1e-9, ...rows.map(({ cells }) => cells[place]?.value ?? 0));
  // What nobody knows anything of is no column: margins that are not set, say.
  const told = columns.map((_, index) =>
    [...rows.map(({ cells }) => cells), ...(total ? [total] : [])].some(
      (cells) => cells[index]?.value !== null || cells[index]?.n,
    ),
  );
  const line = (cells: RelationCell[], barred: boolean): ReactNode =>
    columns.map((column, index) => {
      const cell = cells[index];
      if (!told[index]) return null;
      const sure = words.sure(cell, column);
      const weak = cell?.n !== undefined && trustOf(cell.n) !== 'good';
      return (
        <td key={column.key} className="figures" data-weak={weak || undefined} title={words.rests(cell, column)}>
          {words.figure(cell, column)}
          {sure && <span className="note relation-sure">{sure}</span>}
          {barred && index === place && (
            <span className="relation-bar" aria-hidden="true">
              <span style={{ width: `${(100 * Math.max(0, cell?.value ?? 0)) / most}%` }} />
            </span>
          )}
        </td>
      );
    });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="breakdown-scroll relation-scroll" tabIndex={0} aria-label={words.by(by)}>
      <table className="breakdown relation-table">
        <thead>
          <tr>
            <th scope="col">{words.by(by)}</th>
            {columns.map(
              ({ key }, index) =>
                told[index] && (
                  <th key={key} scope="col">
                    {words.column(key)}
                  </th>
                ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.value} data-trust={row.trust} data-chosen={chosen === row.value ? 'yes' : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="link-button"
                  aria-pressed={chosen === row.value}
                  onClick={() => choose(row.value)}
                >
                  {words.row(row, by)}
                </button>
              </th>
              {line(row.cells, true)}
            </tr>
          ))}
          {total && (
            <tr className="relation-total">
              <th scope="row">{t.total}</th>
              {line(total, false)}
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
