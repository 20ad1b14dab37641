import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { ChoiceForm } from '../../desk/frame/choiceForm.tsx';
import { useTexts } from '../../desk/frame/language.tsx';
import { EmptyNote } from '../../desk/shell/listParts.tsx';
import { ActionBar, type InView } from '../actions/actionBar.tsx';
import { Card } from '../card.tsx';
import { insightTexts } from '../i18n/insights.ts';

interface Props<Report> {
  title: string;
  query: Parameters<typeof Card<Report>>[0]['query'];
  by: 'week' | 'month';
  choose(by: 'week' | 'month'): void;
  /** Whether there is a point to draw. */
  isDrawn(report: Report): boolean;
  emptyText?: string;
  actions: InView;
  children(report: Report): ReactNode;
}

/** The card of a figure over time: by week or by month, or why there is nothing to draw. */
export function TrendFrame<Report>({
  title,
  query,
  by,
  choose,
  isDrawn,
  emptyText,
  actions,
  children,
}: Props<Report>): ReactNode {
  const words = useTexts(insightTexts);
  const units = (
    <ChoiceForm>
      <Segmented
        size="small"
        aria-label={words.trendUnit}
        value={by}
        options={(['week', 'month'] as const).map((value) => ({ value, label: words[value] }))}
        onChange={choose}
      />
    </ChoiceForm>
  );
  return (
    <Card title={title} className="card-trend" query={query} rows={8} tools={units}>
      {(report) =>
        isDrawn(report) ? (
          <>
            {children(report)}
            <ActionBar view={actions} />
          </>
        ) : (
          <EmptyNote icon="insights" title={words.trendNone}>
            {emptyText ?? words.trendNoneText}
          </EmptyNote>
        )
      }
    </Card>
  );
}
