import { Segmented, Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ChoiceForm } from '../frame/choiceForm.tsx';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { knowledgeTexts } from '../i18n/knowledge.ts';
import { recordTexts } from '../i18n/records.ts';
import { KnowledgeTabs } from '../knowledge/knowledgeTabs.tsx';
import { useGapClusters } from '../queries/knowledge.ts';
import { rowsOf, useGaps } from '../queries/records.ts';
import { oneOf, useAddressValue } from '../shell/address.ts';
import { EmptyNote, MoreButton } from '../shell/listParts.tsx';
import { ClusterItem } from './clusterItem.tsx';
import '../knowledge/knowledge.css';

const states = ['open', 'closed'] as const;

function OpenGaps(): ReactNode {
  const t = useTexts(recordTexts);
  const clusters = useGapClusters();
  const rows = clusters.data?.items ?? [];
  return (
    <>
      {clusters.isPending && <RowsSkeleton />}
      {clusters.error && !clusters.data && <ProblemNote error={clusters.error} retry={() => void clusters.refetch()} />}
      {clusters.data && rows.length === 0 && (
        <EmptyNote icon="gaps" title={t.emptyGapsOpen}>
          {t.emptyGapsOpenText}
        </EmptyNote>
      )}
      <ul className="gaps">
        {rows.map((cluster) => (
          <ClusterItem key={cluster.id} cluster={cluster} />
        ))}
      </ul>
    </>
  );
}

function FilledGaps(): ReactNode {
  const t = useTexts(recordTexts);
  const knowledge = useTexts(knowledgeTexts);
  const formats = useFormats();
  const now = useNow();
  const gaps = useGaps('closed');
  const rows = rowsOf(gaps.data);
  return (
    <>
      {gaps.isPending && <RowsSkeleton />}
      {gaps.error && !gaps.data && <ProblemNote error={gaps.error} retry={() => void gaps.refetch()} />}
      {gaps.data && rows.length === 0 && (
        <EmptyNote icon="gaps" title={t.emptyGapsClosed}>
          {t.emptyGapsClosedText}
        </EmptyNote>
      )}
      <ul className="gaps">
        {rows.map((gap) => (
          <li key={gap.id} className="gap">
            <p className="gap-question">{gap.question}</p>
            <p className="gap-foot">
              <Tag>{gap.reason === 'unhelpful' ? t.gapUnhelpful : t.gapUnanswered}</Tag>
              <time className="soft figures" dateTime={gap.closedAt ?? gap.createdAt}>
                {formats.moment(gap.closedAt ?? gap.createdAt, now)}
              </time>
              {gap.conversationId && <Link to={`/conversations/${gap.conversationId}`}>{t.gapConversation}</Link>}
              {gap.articleId && <Link to={`/articles/${gap.articleId}`}>{knowledge.filledBy}</Link>}
            </p>
          </li>
        ))}
      </ul>
      <MoreButton query={gaps} />
    </>
  );
}

/** Questions that nobody could answer, the costliest first, to be turned into articles. */
export function GapArea(): ReactNode {
  const t = useTexts(recordTexts);
  const [value, setState] = useAddressValue('state');
  const state = oneOf(value, states);
  return (
    <main className="whole knowledge">
      <KnowledgeTabs />
      <header className="whole-head">
        <h1>{t.gapsTitle}</h1>
        <p className="soft">{t.gapsLead}</p>
        <ChoiceForm>
          <Segmented
            aria-label={t.state}
            value={state}
            options={states.map((each) => ({ value: each, label: each === 'open' ? t.gapOpen : t.gapClosed }))}
            onChange={setState}
          />
        </ChoiceForm>
      </header>
      {state === 'open' ? <OpenGaps /> : <FilledGaps />}
    </main>
  );
}
