import type { ReactNode } from 'react';
import { useFormats } from '../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../desk/frame/language.tsx';
import { EmptyNote } from '../desk/shell/listParts.tsx';
import { ActionBar, fileAddress } from './actions/actionBar.tsx';
import { customersIn } from './actions/people.ts';
import { Card } from './card.tsx';
import { Distribution } from './charts/distribution.tsx';
import { insightTexts } from './i18n/insights.ts';
import type { Filter } from './period.ts';
import { RateNumber } from './rateNumber.tsx';
import { type SatisfactionReport, type useSatisfaction, useSkuOf } from './reports.ts';

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
export function SatisfactionCard({
  query,
  filter,
}: {
  query: ReturnType<typeof useSatisfaction>;
  filter: Filter;
}): ReactNode {
  const t = useTexts(insightTexts);
  const formats = useFormats();
  const { language } = useLanguage();
  const skuOf = useSkuOf();
  const { days, rated, productId } = filter;
  const asked = {
    metric: 'csat',
    from: days.first,
    to: days.last,
    who: rated && (rated === 'bot' ? 'bot' : 'person'),
    dimension: productId && 'product',
    value: productId,
  };
  const view = {
    name: t.satisfaction,
    count: t.answers(formats.integer(query.data?.n ?? 0)),
    people: { key: ['csat', asked], read: () => customersIn('/reports/surveys/answers', asked) },
    article: { product: skuOf(productId) },
    files: { csv: fileAddress('/reports/surveys/file', { ...asked, language }) },
  };
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
            <ActionBar view={view} />
          </>
        )
      }
    </Card>
  );
}
