import type { ReactNode } from 'react';
import { useTexts } from '../desk/frame/language.tsx';
import { levelTexts } from '../desk/i18n/levels.ts';
import { priorityNames } from '../desk/i18n/names.ts';
import { EmptyNote } from '../desk/shell/listParts.tsx';
import { ActionBar, fileAddress } from './actions/actionBar.tsx';
import { peopleAt } from './actions/people.ts';
import { Card } from './card.tsx';
import { Numbers } from './charts/numbers.tsx';
import { useFormats } from './formats.ts';
import { filterTexts } from './i18n/filters.ts';
import { levelsCardTexts } from './i18n/levels.ts';
import './levels.css';
import type { Filter } from './period.ts';
import { type ServiceLevelsReport, useServiceLevels } from './reports.ts';
import { tooFew, trustOf } from './samples.ts';
import { Unheeded } from './unheeded.tsx';

type Kept = ServiceLevelsReport['kinds'][number];
type Span = Pick<Filter, 'from' | 'to'>;

/** A length of time, or a dash where none is known or too few have ended; business time is told in hours, since a working day is no day. */
function useWait(): (seconds: number | null, unit: 'business' | 'wall', n: number) => string {
  const formats = useFormats();
  return (seconds, unit, n) =>
    seconds === null || n < tooFew ? '–' : formats.span(seconds * 1000, unit === 'business' ? 'hours' : undefined);
}

/** Where the waits that were missed are listed. */
const missedAt = (kind: Kept['kind'], { from, to }: Span): string =>
  `/desk/levels?${new URLSearchParams({ show: 'missed', kind, from, to })}`;

/** How targets were kept, and how long customers waited. */
export function LevelsCard({ filter }: { filter: Filter }): ReactNode {
  const t = useTexts(levelsCardTexts);
  const why = useTexts(filterTexts).why.levels;
  const formats = useFormats();
  const query = useServiceLevels(filter);
  const span = { from: filter.from, to: filter.to };
  const missed = (query.data?.kinds ?? []).reduce((sum, { n, met }) => sum + n - met, 0);
  const view = {
    name: t.title,
    count: t.missedCount(formats.integer(missed)),
    people: peopleAt('service-levels', span),
    files: { csv: fileAddress('/reports/service-levels/file', span) },
  };
  return (
    <Card title={t.title} className="card-levels" query={query} rows={5}>
      {(report) =>
        report.kinds.length === 0 ? (
          <EmptyNote icon="clock" title={t.none}>
            {t.noneText}
          </EmptyNote>
        ) : (
          <>
            <div className="kept">
              {report.kinds.map((kept) => (
                <KeptOf key={kept.kind} kept={kept} span={filter} />
              ))}
            </div>
            <Remarks report={report} />
            <ByLevel report={report} />
            <Unheeded filter={filter} why={why} />
            <ActionBar view={view} />
          </>
        )
      }
    </Card>
  );
}

function KeptOf({ kept, span }: { kept: Kept; span: Span }): ReactNode {
  const t = useTexts(levelsCardTexts);
  const { kinds } = useTexts(levelTexts);
  const formats = useFormats();
  const wait = useWait();
  const missed = kept.n - kept.met;
  return (
    <section className="kept-of" aria-label={kinds[kept.kind]}>
      <h3>{kinds[kept.kind]}</h3>
      <Share kept={kept} />
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{t.median}</th>
            <th scope="col">{t.p90}</th>
          </tr>
        </thead>
        <tbody>
          {(['business', 'wall'] as const).map((unit) => (
            <tr key={unit}>
              <th scope="row">{t[unit]}</th>
              <td className="figures">{wait(kept[unit].median, unit, kept.done)}</td>
              <td className="figures">{wait(kept[unit].p90, unit, kept.done)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note figures">
        {trustOf(kept.done) === 'tooFew' ? t.waitsFew(formats.integer(kept.done)) : t.waits(formats.integer(kept.done))}
      </p>
      {missed > 0 && <a href={missedAt(kept.kind, span)}>{t.missed(formats.integer(missed))}</a>}
    </section>
  );
}

function Share({ kept }: { kept: Kept }): ReactNode {
  const t = useTexts(levelsCardTexts);
  const formats = useFormats();
  if (kept.n === 0) return <p className="note">{t.nothing}</p>;
  if (trustOf(kept.n) === 'tooFew' || kept.share === null || !kept.interval)
    return <p className="note">{t.tooFew(formats.integer(kept.n))}</p>;
  const { low, high } = kept.interval;
  return (
    <>
      <p className="kept-share" data-trust={trustOf(kept.n)}>
        <strong className="figures">{formats.percent(kept.share)}</strong> {t.met}
      </p>
      <p className="note figures">
        {t.facts(formats.integer(kept.met), formats.integer(kept.n))} ·{' '}
        {t.interval(formats.percent(low), formats.percent(high))}
      </p>
    </>
  );
}

/** What runs now, what the bot answers by itself, and what reopened complaints took in all. */
function Remarks({ report }: { report: ServiceLevelsReport }): ReactNode {
  const t = useTexts(levelsCardTexts);
  const formats = useFormats();
  const wait = useWait();
  const { running, botAnswer, totalResolution } = report;
  return (
    <ul className="note kept-remarks figures">
      <li>
        {t.running(formats.integer(running.open), formats.integer(running.late), formats.integer(running.paused))}{' '}
        <a href="/desk/levels">{t.lookRunning}</a>
      </li>
      {botAnswer.n > 0 && (
        <li>
          {t.bot(
            wait(botAnswer.wall.median, 'wall', botAnswer.n),
            wait(botAnswer.wall.p90, 'wall', botAnswer.n),
            formats.integer(botAnswer.n),
          )}
        </li>
      )}
      {totalResolution.n > 0 && (
        <li>
          {t.total(
            wait(totalResolution.business.median, 'business', totalResolution.n),
            wait(totalResolution.business.p90, 'business', totalResolution.n),
            formats.integer(totalResolution.n),
          )}
        </li>
      )}
    </ul>
  );
}

function ByLevel({ report }: { report: ServiceLevelsReport }): ReactNode {
  const t = useTexts(levelsCardTexts);
  const { kinds } = useTexts(levelTexts);
  const priorities = useTexts(priorityNames);
  const formats = useFormats();
  const wait = useWait();
  return (
    <Numbers
      caption={t.title}
      head={[
        t.kind,
        t.level,
        t.n,
        t.share,
        `${t.median} · ${t.business}`,
        `${t.p90} · ${t.business}`,
        `${t.median} · ${t.wall}`,
        `${t.p90} · ${t.wall}`,
        t.done,
      ]}
      rows={report.levels.map((row) => ({
        key: [row.kind, row.priority, row.tier].join(' '),
        cells: [
          kinds[row.kind],
          `${priorities[row.priority]} · ${row.tier ?? t.everyTier}`,
          formats.integer(row.n),
          row.share === null || trustOf(row.n) === 'tooFew' ? '–' : formats.percent(row.share),
          wait(row.business.median, 'business', row.done),
          wait(row.business.p90, 'business', row.done),
          wait(row.wall.median, 'wall', row.done),
          wait(row.wall.p90, 'wall', row.done),
          formats.integer(row.done),
        ],
      }))}
    />
  );
}
