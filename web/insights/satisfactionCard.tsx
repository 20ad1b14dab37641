import type { ReactNode } from 'react';
import { useFormats } from '../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../desk/frame/language.tsx';
import { useAddressValues } from '../desk/shell/address.ts';
import { EmptyNote } from '../desk/shell/listParts.tsx';
import { ActionBar, fileAddress, type InView } from './actions/actionBar.tsx';
import { peopleAt } from './actions/people.ts';
import { Card } from './card.tsx';
import { Distribution } from './charts/distribution.tsx';
import { insightTexts } from './i18n/insights.ts';
import { invitedTexts } from './i18n/invited.ts';
import type { Filter } from './period.ts';
import { RateNumber } from './rateNumber.tsx';
import { type SatisfactionReport, type useSatisfaction, useSatisfactionAsked, useSkuOf } from './reports.ts';
import { useMetricWords } from './surveys/figures.ts';

function Share({ report }: { report: SatisfactionReport }): ReactNode {
  const t = useTexts(insightTexts);
  const formats = useFormats();
  const { share } = useMetricWords('csat');
  const { lead } = useTexts(invitedTexts);
  const [, change] = useAddressValues();
  const n = formats.integer(report.n);
  const { shareLabel: label, tooFewText, weak } = t;
  const words = { label, count: t.answers(n), tooFew: t.tooFew(n), tooFewText, weak };
  return (
    <RateNumber rate={report} words={words} testId="share">
      <p className="note figures">
        {report.responseRate === null
          ? t.noRate
          : t.responseRate(
              share(report.responseRate),
              formats.integer(Math.round(report.responseRate * report.invited)),
              formats.integer(report.invited),
            )}{' '}
        {report.invited > 0 && (
          <button
            type="button"
            className="link-button"
            onClick={() => change({ view: 'surveys', asked: 'delivered', of: undefined })}
          >
            {lead(formats.integer(report.invited))}
          </button>
        )}
      </p>
    </RateNumber>
  );
}

/** The n satisfaction ratings that the filter asks for, for whoever wants to do something about them. */
export function useSatisfactionView(filter: Filter, n: number): InView {
  const t = useTexts(insightTexts);
  const formats = useFormats();
  const { language } = useLanguage();
  const sku = useSkuOf()(filter.productId);
  const asked = useSatisfactionAsked(filter);
  return {
    name: t.satisfaction,
    count: t.answers(formats.integer(n)),
    people: peopleAt('surveys', asked),
    article: { products: sku ? [sku] : [] },
    files: { csv: fileAddress('/reports/surveys/file', { ...asked, language }) },
  };
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
  const view = useSatisfactionView(filter, query.data?.n ?? 0);
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
