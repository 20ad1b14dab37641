import type { ReactNode } from 'react';
import { useTexts } from '../desk/frame/language.tsx';
import { EmptyNote } from '../desk/shell/listParts.tsx';
import { ActionBar, fileAddress } from './actions/actionBar.tsx';
import { peopleAt } from './actions/people.ts';
import { Card } from './card.tsx';
import { useFormats } from './formats.ts';
import { filterTexts } from './i18n/filters.ts';
import { promiseReportTexts } from './i18n/promises.ts';
import type { Filter } from './period.ts';
import { type Rate, RateNumber } from './rateNumber.tsx';
import { type PromiseReport, usePromiseReport } from './reports.ts';
import { trustOf } from './samples.ts';
import { Unheeded } from './unheeded.tsx';

/** Where the desk lists exactly the promises of a number. */
const listedAt = ({ from, to }: Filter, asked: Record<string, string>): string =>
  `/desk/promises?${new URLSearchParams({ show: 'all', ...asked, from, to })}`;

/** How many promises were kept in time, of staff and of the bot, and what became of the rest. */
export function PromisesCard({ filter }: { filter: Filter }): ReactNode {
  const t = useTexts(promiseReportTexts);
  const why = useTexts(filterTexts).why.promises;
  const formats = useFormats();
  const span = { from: filter.from, to: filter.to };
  const view = {
    name: t.notKept,
    people: peopleAt('promises', span),
    files: { csv: fileAddress('/reports/promises/file', span) },
  };
  return (
    <Card title={t.title} className="card-promises" query={usePromiseReport(filter)} rows={4}>
      {(report) =>
        report.n === 0 ? (
          <EmptyNote icon="check" title={t.none}>
            {t.noneText}
          </EmptyNote>
        ) : (
          <>
            <div className="promise-report">
              <Kept report={report} filter={filter} />
              <div>
                <Missed report={report} filter={filter} />
                <Promisers report={report} filter={filter} />
              </div>
            </div>
            <Unheeded filter={filter} why={why} />
            <ActionBar view={{ ...view, count: formats.integer(report.late + report.broken) }} />
          </>
        )
      }
    </Card>
  );
}

interface Props {
  report: PromiseReport;
  filter: Filter;
}

function Kept({ report, filter }: Props): ReactNode {
  const t = useTexts(promiseReportTexts);
  const formats = useFormats();
  const n = formats.integer(report.n);
  const { label, tooFewText, weak } = t;
  return (
    <RateNumber
      rate={report}
      words={{ label, count: t.count(n), tooFew: t.tooFew(n), tooFewText, weak }}
      testId="promise-share"
    >
      <p className="note">{t.note}</p>
      <p className="note">
        <a href={listedAt(filter, {})}>{t.lookAll(n)}</a> · <a href="/desk/promises?due=late">{t.look}</a>
      </p>
    </RateNumber>
  );
}

function Missed({ report, filter }: Props): ReactNode {
  const t = useTexts(promiseReportTexts);
  const formats = useFormats();
  return (
    <dl className="counts counts-row">
      {(['late', 'broken', 'withdrawn', 'moved'] as const).map((key) => (
        <div key={key} data-alarm={key === 'broken' && report.broken > 0 ? 'yes' : undefined}>
          <dt>{t[key]}</dt>
          <dd className="figures">
            {report[key] === 0 ? 0 : <a href={listedAt(filter, { show: key })}>{formats.integer(report[key])}</a>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The rate of staff, of the bot, and of people with enough promises to say something. */
function Promisers({ report, filter }: Props): ReactNode {
  const t = useTexts(promiseReportTexts);
  const formats = useFormats();
  const rows: { key: string; name: string; asked: Record<string, string>; rate: Rate & { kept: number } }[] = [
    { key: 'said', name: t.said, asked: { who: 'said' }, rate: report.said },
    ...report.people.map((person) => ({
      key: person.staffId,
      name: `· ${person.name}`,
      asked: { said: person.staffId },
      rate: person,
    })),
    { key: 'bot', name: t.bot, asked: { who: 'bot' }, rate: report.bot },
  ];
  return (
    <div className="numbers numbers-scroll">
      <table>
        <thead>
          <tr>
            {[t.table, t.n, t.kept, t.share, t.interval].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, asked, rate }) => {
            const { n, kept, share, interval } = rate;
            const counts = share !== null && interval !== null && trustOf(n) !== 'tooFew';
            return (
              <tr key={key} data-trust={trustOf(n)}>
                <th scope="row">{n > 0 ? <a href={listedAt(filter, asked)}>{name}</a> : name}</th>
                <td>{formats.integer(n)}</td>
                <td>{formats.integer(kept)}</td>
                <td>{counts ? formats.percent(share) : t.few}</td>
                <td>{counts ? `${formats.percent(interval.low)}–${formats.percent(interval.high)}` : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
