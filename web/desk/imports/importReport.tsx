import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useFormats } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { importTexts } from '../i18n/imports.ts';
import { type ImportResult, rejectedFile } from './sendFile.ts';

const SHOWN = 50;

/** Counts, what is new beside the rows, and the rows that are refused. */
export function ImportReportView({ result: { report, rejected } }: { result: ImportResult }): ReactNode {
  const t = useTexts(importTexts);
  const formats = useFormats();
  const { language } = useLanguage();
  const names = { categories: t.newCategories, properties: t.newProperties };
  const lists = [
    ...Object.entries(report.extras).map(([key, list]) => [names[key as keyof typeof names] ?? key, list] as const),
    [t.ignored, report.ignored] as const,
  ].filter(([, list]) => list.length > 0);
  const download = (): void => {
    const url = URL.createObjectURL(rejectedFile(rejected, language));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'rejected.csv';
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <>
      <dl className="import-counts">
        {(['added', 'changed', 'unchanged', 'rejected'] as const).map((key) => (
          <div key={key} data-kind={report[key] > 0 ? key : 'none'}>
            <dt>{t[key]}</dt>
            <dd className="figures">{formats.integer(report[key])}</dd>
          </div>
        ))}
      </dl>
      {lists.map(([name, list]) => (
        <p key={name} className="soft">
          {name}: {list.slice(0, 30).join(', ')}
          {list.length > 30 && ' …'}
        </p>
      ))}
      {rejected.length > 0 && (
        <>
          <div className="block-head">
            <h3>{t.rejectedRows}</h3>
            <Button size="small" onClick={download}>
              {t.download}
            </Button>
          </div>
          <table className="rejected">
            <thead>
              <tr>
                <th>{t.line}</th>
                <th>{t.column}</th>
                <th>{t.reason}</th>
              </tr>
            </thead>
            <tbody>
              {rejected.slice(0, SHOWN).map((row) => (
                <tr key={`${row.file} ${row.line} ${row.reason}`}>
                  <td className="figures">{row.line}</td>
                  <td>{row.column}</td>
                  <td>{(language === 'zh' && row.zh) || row.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {rejected.length > SHOWN && <p className="soft">{t.more(rejected.length - SHOWN)}</p>}
        </>
      )}
    </>
  );
}
