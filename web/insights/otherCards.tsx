import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Rating } from '../desk/customers/rating.tsx';
import { useNow } from '../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../desk/frame/language.tsx';
import { useAddressValues } from '../desk/shell/address.ts';
import { EmptyNote } from '../desk/shell/listParts.tsx';
import { ActionBar, fileAddress } from './actions/actionBar.tsx';
import { peopleAt } from './actions/people.ts';
import { Card } from './card.tsx';
import { ComplaintBars } from './charts/complaintBars.tsx';
import { hasTrend, Trend } from './charts/trend.tsx';
import { TrendFrame } from './charts/trendFrame.tsx';
import { useFormats } from './formats.ts';
import { filterTexts } from './i18n/filters.ts';
import { insightTexts } from './i18n/insights.ts';
import type { Filter } from './period.ts';
import {
  useComplaintsReport,
  useNewestRatings,
  type useSatisfaction,
  useSatisfactionAsked,
  useSkuOf,
  useTasksReport,
} from './reports.ts';
import { useSatisfactionView } from './satisfactionCard.tsx';
import { Unheeded } from './unheeded.tsx';

interface TrendProps {
  query: ReturnType<typeof useSatisfaction>;
  filter: Filter;
  choose(by: 'week' | 'month'): void;
}

/** Satisfaction over time. */
export function TrendCard({ query, filter, choose }: TrendProps): ReactNode {
  const t = useTexts(insightTexts);
  const view = useSatisfactionView(filter, query.data?.n ?? 0);
  return (
    <TrendFrame
      title={t.trend}
      query={query}
      by={filter.by}
      choose={choose}
      isDrawn={({ trend }) => hasTrend(trend)}
      actions={view}
    >
      {(report) => <Trend points={report.trend} by={filter.by} />}
    </TrendFrame>
  );
}

/** Complaints by product. */
export function ComplaintsCard({ filter }: { filter: Filter }): ReactNode {
  const t = useTexts(insightTexts);
  const formats = useFormats();
  const { language } = useLanguage();
  const query = useComplaintsReport(filter);
  const [, change] = useAddressValues();
  const why = useTexts(filterTexts).why.complaints;
  const asked = { from: filter.from, to: filter.to, productId: filter.productId };
  const products = query.data?.products.flatMap(({ sku }) => sku ?? []);
  const view = {
    name: t.complaints,
    count: formats.integer(query.data?.n ?? 0),
    people: peopleAt('complaints', asked),
    article: { products },
    files: { csv: fileAddress('/reports/complaints/file', { ...asked, language }) },
  };
  const more = (
    <Button size="small" type="link" onClick={() => change({ view: 'complaints' })}>
      {t.complaintsMore}
    </Button>
  );
  return (
    <Card title={t.complaints} className="card-complaints" query={query} rows={6} tools={more}>
      {(report) =>
        report.n === 0 ? (
          <EmptyNote icon="complaints" title={t.complaintsNone}>
            {t.complaintsNoneText}
          </EmptyNote>
        ) : (
          <>
            <p className="note figures">{t.complaintsTotal(formats.integer(report.n), formats.integer(report.open))}</p>
            <ComplaintBars report={report} />
            <Unheeded filter={filter} heeds="product" why={why} />
            <ActionBar view={view} />
          </>
        )
      }
    </Card>
  );
}

/** How the follow-up tasks stand. */
export function TasksCard({ filter }: { filter: Filter }): ReactNode {
  const t = useTexts(insightTexts);
  const words = useTexts(filterTexts);
  const formats = useFormats();
  const query = useTasksReport();
  // Where some are late, these are what is in view; else all that are open.
  const late = (query.data?.late ?? 0) > 0;
  const view = {
    name: late ? `${t.tasks} · ${t.tasksLate}` : t.tasks,
    count: formats.integer((late ? query.data?.late : query.data?.open) ?? 0),
    people: peopleAt('tasks', { late }),
  };
  return (
    <Card title={t.tasks} className="card-tasks" query={query} rows={3}>
      {({ open, late: tooLate, unowned, snoozed, doneThisWeek, doneInTimeThisWeek }) => (
        <>
          <dl className="counts">
            {(
              [
                ['late', t.tasksLate, tooLate],
                ['open', t.tasksOpen, open],
                ['unowned', t.tasksUnowned, unowned],
                ['snoozed', t.tasksSnoozed, snoozed],
              ] as const
            ).map(([key, name, count]) => (
              <div key={key} data-alarm={key === 'late' && count > 0 ? 'yes' : undefined}>
                <dt>{name}</dt>
                <dd className="figures">{formats.integer(count)}</dd>
              </div>
            ))}
            <div>
              <dt>{t.tasksDone}</dt>
              <dd className="figures">
                {formats.integer(doneThisWeek)}
                {doneThisWeek > 0 && (
                  <span className="note">
                    {t.tasksInTime(
                      formats.percent(doneInTimeThisWeek / doneThisWeek),
                      formats.integer(doneInTimeThisWeek),
                    )}
                  </span>
                )}
              </dd>
            </div>
          </dl>
          <a href={tooLate > 0 ? '/desk/tasks?scope=all&show=late' : '/desk/tasks?scope=all'}>{t.tasksLook}</a>
          <p className="note">{words.tasksNow}</p>
          <Unheeded filter={filter} why={words.why.tasks} />
          <ActionBar view={view} />
        </>
      )}
    </Card>
  );
}

/** The newest ratings of 1 and 2 in the period, with what was said. */
export function LowRatingsCard({ filter }: { filter: Filter }): ReactNode {
  const t = useTexts(insightTexts);
  const formats = useFormats();
  const { language } = useLanguage();
  const now = useNow();
  const skuOf = useSkuOf();
  const asked = { ...useSatisfactionAsked(filter), maxScore: 2 };
  const query = useNewestRatings(asked);
  const shown = query.data?.items.length ?? 0;
  const sku = skuOf(filter.productId);
  const view = {
    name: t.lowRatings,
    count: `${formats.integer(shown)}${query.data?.nextCursor ? '+' : ''}`,
    people: peopleAt('surveys', asked),
    article: { products: sku ? [sku] : [] },
    files: { csv: fileAddress('/reports/surveys/file', { ...asked, language }) },
  };
  return (
    <Card title={t.lowRatings} className="card-low" query={query} rows={5}>
      {({ items: ratings }) =>
        ratings.length === 0 ? (
          <EmptyNote icon="check" title={t.lowRatingsNone}>
            {t.lowRatingsNoneText}
          </EmptyNote>
        ) : (
          <>
            <ul className="low-ratings">
              {ratings.map(({ id, score, comment, answeredAt, anonymous, conversationId }) => (
                <li key={id}>
                  <span className="low-head">
                    <Rating score={score ?? 0} />
                    <time className="note figures" dateTime={answeredAt}>
                      {anonymous ? formats.date(answeredAt, now) : formats.moment(answeredAt, now)}
                    </time>
                    {conversationId && (
                      <a href={`/desk/conversations/${encodeURIComponent(conversationId)}`}>{t.seeConversation}</a>
                    )}
                  </span>
                  <p className={comment ? 'prose' : 'note'}>{comment || t.noComment}</p>
                </li>
              ))}
            </ul>
            <ActionBar view={view} />
          </>
        )
      }
    </Card>
  );
}
