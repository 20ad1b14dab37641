import { Button, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { Rating } from '../desk/customers/rating.tsx';
import { ChoiceForm } from '../desk/frame/choiceForm.tsx';
import { useFormats, useNow } from '../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../desk/frame/language.tsx';
import { useAddressValues } from '../desk/shell/address.ts';
import { EmptyNote } from '../desk/shell/listParts.tsx';
import { ActionBar, fileAddress } from './actions/actionBar.tsx';
import { customersIn } from './actions/people.ts';
import { Card } from './card.tsx';
import { ComplaintBars } from './charts/complaintBars.tsx';
import { hasTrend, Trend } from './charts/trend.tsx';
import { insightTexts } from './i18n/insights.ts';
import type { Filter } from './period.ts';
import { useComplaintsReport, useLowRatings, type useSatisfaction, useTasksReport } from './reports.ts';

interface TrendProps {
  query: ReturnType<typeof useSatisfaction>;
  by: 'week' | 'month';
  choose(by: 'week' | 'month'): void;
}

/** Satisfaction over time. */
export function TrendCard({ query, by, choose }: TrendProps): ReactNode {
  const t = useTexts(insightTexts);
  const units = (
    <ChoiceForm>
      <Segmented
        size="small"
        aria-label={t.trendUnit}
        value={by}
        options={(['week', 'month'] as const).map((value) => ({ value, label: t[value] }))}
        onChange={choose}
      />
    </ChoiceForm>
  );
  return (
    <Card title={t.trend} className="card-trend" query={query} rows={8} tools={units}>
      {(report) =>
        hasTrend(report.trend) ? (
          <Trend points={report.trend} by={by} />
        ) : (
          <EmptyNote icon="insights" title={t.trendNone}>
            {t.trendNoneText}
          </EmptyNote>
        )
      }
    </Card>
  );
}

/** Complaints by product. */
export function ComplaintsCard({ filter }: { filter: Filter }): ReactNode {
  const t = useTexts(insightTexts);
  const formats = useFormats();
  const { language } = useLanguage();
  const query = useComplaintsReport(filter);
  const [, change] = useAddressValues();
  const asked = { from: filter.from, to: filter.to };
  const view = {
    name: t.complaints,
    count: formats.integer(query.data?.n ?? 0),
    people: { key: ['complaints', asked], read: () => customersIn('/reports/complaints/rows', asked) },
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
            <ActionBar view={view} />
          </>
        )
      }
    </Card>
  );
}

/** How the follow-up tasks stand. */
export function TasksCard(): ReactNode {
  const t = useTexts(insightTexts);
  const formats = useFormats();
  return (
    <Card title={t.tasks} className="card-tasks" query={useTasksReport()} rows={3}>
      {({ open, late, unowned, snoozed, doneThisWeek, doneInTimeThisWeek }) => (
        <>
          <dl className="counts">
            {(
              [
                ['late', t.tasksLate, late],
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
          <a href={late > 0 ? '/desk/tasks?scope=all&show=late' : '/desk/tasks?scope=all'}>{t.tasksLook}</a>
        </>
      )}
    </Card>
  );
}

/** The newest ratings of 1 and 2, with what was said. */
export function LowRatingsCard(): ReactNode {
  const t = useTexts(insightTexts);
  const formats = useFormats();
  const now = useNow();
  return (
    <Card title={t.lowRatings} className="card-low" query={useLowRatings()} rows={5}>
      {(ratings) =>
        ratings.length === 0 ? (
          <EmptyNote icon="check" title={t.lowRatingsNone}>
            {t.lowRatingsNoneText}
          </EmptyNote>
        ) : (
          <ul className="low-ratings">
            {ratings.map((rating) => (
              <li key={rating.id}>
                <span className="low-head">
                  <Rating score={rating.score} />
                  <time className="note figures" dateTime={rating.answeredAt} title={formats.full(rating.answeredAt)}>
                    {formats.moment(rating.answeredAt, now)}
                  </time>
                  {rating.conversationId && (
                    <a href={`/desk/conversations/${encodeURIComponent(rating.conversationId)}`}>{t.seeConversation}</a>
                  )}
                </span>
                <p className={rating.comment ? 'prose' : 'note'}>{rating.comment || t.noComment}</p>
              </li>
            ))}
          </ul>
        )
      }
    </Card>
  );
}
