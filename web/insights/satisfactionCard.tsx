import type { ReactNode } from 'react';
import { useFormats } from '../desk/frame/formats.ts';
import { useTexts } from '../desk/frame/language.tsx';
import { EmptyNote } from '../desk/shell/listParts.tsx';
import { Card } from './card.tsx';
import { Distribution } from './charts/distribution.tsx';
import { insightTexts } from './i18n/insights.ts';
import type { SatisfactionReport, useSatisfaction } from './reports.ts';
import { trustOf } from './samples.ts';

/** The interval on a line from 0 to 100 %. */
function IntervalLine({ share, low, high }: { share: number; low: number; high: number }): ReactNode {
  const percent = (value: number): string => `${value * 100}%`;
  return (
    <div className="interval" aria-hidden="true">
      <span className="interval-band" style={{ left: percent(low), width: percent(high - low) }} />
      <span className="interval-point" style={{ left: percent(share) }} />
      <span className="interval-end">0</span>
      <span className="interval-end">100%</span>
    </div>
  );
}

function Share({ report }: { report: SatisfactionReport }): ReactNode {
  const t = useTexts(insightTexts);
  const formats = useFormats();
  const n = formats.integer(report.n);
  const rate =
    report.responseRate !== null &&
    t.responseRate(formats.percent(report.responseRate), formats.integer(report.invited));
  if (trustOf(report.n) === 'tooFew' || report.share === null || !report.interval) {
    return (
      <div className="share">
        <p className="share-few">{t.tooFew(n)}</p>
        <p className="note">{t.tooFewText}</p>
        {rate && <p className="note">{rate}</p>}
      </div>
    );
  }
  const { low, high } = report.interval;
  return (
    <div className="share" data-trust={trustOf(report.n)}>
      <p className="share-line">
        <strong className="share-number figures" data-testid="share">
          {formats.percent(report.share)}
        </strong>
        <span>{t.shareLabel}</span>
      </p>
      <p className="share-facts figures">
        <span>{t.interval(formats.percent(low), formats.percent(high))}</span>
        <span>{t.answers(n)}</span>
      </p>
      <IntervalLine share={report.share} low={low} high={high} />
      {trustOf(report.n) === 'weak' && <p className="share-weak">{t.weak}</p>}
      {rate && <p className="note figures">{rate}</p>}
    </div>
  );
}

/** The number, its n and its interval, then how the scores are spread. */
export function SatisfactionCard({ query }: { query: ReturnType<typeof useSatisfaction> }): ReactNode {
  const t = useTexts(insightTexts);
  return (
    <Card title={t.satisfaction} className="card-share" query={query} rows={6}>
      {(report) =>
        report.n === 0 ? (
          <EmptyNote icon="insights" title={t.none}>
            {t.noneText}
          </EmptyNote>
        ) : (
          <>
            <Share report={report} />
            <h3>{t.distribution}</h3>
            <Distribution report={report} />
          </>
        )
      }
    </Card>
  );
}
