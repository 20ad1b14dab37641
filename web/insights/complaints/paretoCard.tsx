import { type ReactNode, useCallback } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { EmptyNote } from '../../desk/shell/listParts.tsx';
import { ActionBar, type InView } from '../actions/actionBar.tsx';
import { Card } from '../card.tsx';
import { useFormats } from '../formats.ts';
import { paretoTexts } from '../i18n/pareto.ts';
import type { Pareto, ParetoRow, usePareto } from './queries.ts';

interface Props {
  query: ReturnType<typeof usePareto>;
  by: Pareto['by'];
  picked: string | undefined;
  pick(value: string | undefined): void;
  actions: InView;
}

/** What a group is called. */
export function useGroupName(by: Pareto['by']): (row: ParetoRow) => string {
  const t = useTexts(paretoTexts);
  const { language } = useLanguage();
  return useCallback(
    ({ value, name }) => {
      if (value === '') return t.unknown[by];
      if (name === null) return value;
      return typeof name === 'string' ? name : localized(name, language);
    },
    [t, language, by],
  );
}

/** The few groups from which most complaints come: count, share, and the share of all down to here, on one scale. */
export function ParetoCard({ query, by, picked, pick, actions }: Props): ReactNode {
  const t = useTexts(paretoTexts);
  const formats = useFormats();
  return (
    <Card title={t.title} className="card-wide" query={query} rows={6}>
      {(report) =>
        report.n === 0 ? (
          <EmptyNote icon="complaints" title={t.none}>
            {t.noneText}
          </EmptyNote>
        ) : (
          <>
            <p className="pareto-most">{report.trust === 'tooFew' ? t.tooFew : <Most report={report} />}</p>
            <p className="note figures">
              {t.total(formats.integer(report.n), formats.integer(report.open), formats.integer(report.safety))}
              {report.trust === 'few' && ` · ${t.few}`}
            </p>
            <div className="breakdown-scroll">
              <table className="breakdown pareto">
                <thead>
                  <tr>
                    <th scope="col">{t.column.name}</th>
                    <th scope="col">{t.column.n}</th>
                    <th scope="col">{t.column.share}</th>
                    <th scope="col">{t.column.interval}</th>
                    <th scope="col">{t.column.cumulative}</th>
                    <th scope="col">{t.column.open}</th>
                    <th scope="col">{t.column.safety}</th>
                  </tr>
                </thead>
                <tbody>
                  {report.rows.map((row) => (
                    <Row key={row.value} row={row} by={by} shares={report.trust !== 'tooFew'} {...{ picked, pick }} />
                  ))}
                </tbody>
              </table>
            </div>
            <p className="note">{t.hint}</p>
            <ActionBar view={actions} />
          </>
        )
      }
    </Card>
  );
}

/** How few groups make up four fifths; where they do not, because too much is not known, that. */
function Most({ report: { by, rows, groups } }: { report: Pareto }): ReactNode {
  const t = useTexts(paretoTexts);
  const formats = useFormats();
  const unknown = rows.find(({ value }) => value === '');
  const place = rows.findIndex(({ value, cumulative }) => value !== '' && cumulative >= 0.8);
  if (unknown && place === -1) return t.mostUnknown(formats.percent(unknown.share), t.unknown[by]);
  const last = rows[place];
  const all = formats.integer(groups - (unknown ? 1 : 0));
  return last ? t.most(formats.percent(last.cumulative), formats.integer(place + 1), all) : t.scattered(all);
}

function Row({
  row,
  by,
  shares,
  picked,
  pick,
}: { row: ParetoRow; shares: boolean } & Omit<Props, 'query' | 'actions'>): ReactNode {
  const formats = useFormats();
  const nameOf = useGroupName(by);
  const { value, n, share, interval, cumulative, open, safety } = row;
  const isPicked = picked === value;
  return (
    <tr data-chosen={isPicked ? 'yes' : undefined}>
      <th scope="row">
        <button
          type="button"
          className="link-button"
          aria-pressed={isPicked}
          onClick={() => pick(isPicked ? undefined : value)}
        >
          {nameOf(row)}
        </button>
      </th>
      <td className="figures">{formats.integer(n)}</td>
      <td className="figures pareto-share">
        {shares && (
          <>
            <span className="pareto-track" aria-hidden="true">
              <span className="pareto-before" style={{ width: `${100 * (cumulative - share)}%` }} />
              <span className="pareto-bar" style={{ width: `${100 * share}%` }} />
            </span>
            {formats.percent(share)}
          </>
        )}
      </td>
      <td className="figures">
        {shares && interval ? `${formats.percent(interval.low)}–${formats.percent(interval.high)}` : '–'}
      </td>
      <td className="figures">{shares ? formats.percent(cumulative) : '–'}</td>
      <td className="figures">{formats.integer(open)}</td>
      <td className="figures" data-alarm={safety > 0 ? 'yes' : undefined}>
        {formats.integer(safety)}
      </td>
    </tr>
  );
}
