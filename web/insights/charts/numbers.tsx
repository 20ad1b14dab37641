import type { ReactNode } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import { insightTexts } from '../i18n/insights.ts';

interface Props {
  caption: string;
  head: string[];
  rows: { key: string; cells: ReactNode[] }[];
}

/** The numbers behind a chart as a table, folded. */
export function Numbers({ caption, head, rows }: Props): ReactNode {
  const t = useTexts(insightTexts);
  return (
    <details className="numbers">
      <summary>{t.numbers}</summary>
      <div className="numbers-scroll">
        <table>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [first, ...rest] }) => (
              <tr key={key}>
                <th scope="row">{first}</th>
                {rest.map((cell, index) => (
                  <td key={head[index + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
