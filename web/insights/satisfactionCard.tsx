import type { ReactNode } from 'react';
import { useFormats } from '../desk/frame/formats.ts';
import { useTexts } from '../desk/frame/language.tsx';
import { EmptyNote } from '../desk/shell/listParts.tsx';
import { Card } from './card.tsx';
import { Distribution } from './charts/distribution.tsx';
import { insightTexts } from './i18n/insights.ts';
import { RateNumber } from './rateNumber.tsx';
import type { SatisfactionReport, useSatisfaction } from './reports.ts';

function Share({ report }: { report: SatisfactionReport }): ReactNode {
  const t = useTexts(insightTexts);
  const formats = useFormats();
  const n = formats.integer(report.n);
  const { shareLabel: label, tooFewText, weak } = t;
  const words = { label, count: t.answers(n), tooFew: t.tooFew(n), tooFewText, weak };
  return (
    <RateNumber rate={report} words={words} testId="share">
      {report.responseRate !== null && (
        <p className="note figures">
          {t.responseRate(formats.percent(report.responseRate), formats.integer(report.invited))}
        </p>
      )}
    </RateNumber>
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
