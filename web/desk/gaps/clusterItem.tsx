import { App, Button, Tag, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { GapCluster } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { useMay } from '../frame/session.tsx';
import { knowledgeTexts } from '../i18n/knowledge.ts';
import { recordTexts } from '../i18n/records.ts';
import { useCloseGaps } from '../queries/knowledge.ts';

const SHOWN = 5;

/** Questions that ask the same: how often, how costly, and what to do about them. */
export function ClusterItem({ cluster }: { cluster: GapCluster }): ReactNode {
  const t = useTexts(knowledgeTexts);
  const records = useTexts(recordTexts);
  const formats = useFormats();
  const now = useNow();
  const mayManage = useMay('manager');
  const problemText = useProblemText();
  const { message } = App.useApp();
  const close = useCloseGaps();
  const others = [...new Set(cluster.gaps.map(({ question }) => question))].filter((each) => each !== cluster.question);
  const talked = cluster.gaps.find(({ conversationId }) => conversationId);
  return (
    <li className="gap">
      <p className="gap-question">{cluster.question}</p>
      {others.length > 0 && (
        <details className="sources">
          <summary>
            {t.alsoAsked} ({others.length})
          </summary>
          <ul>
            {others.slice(0, SHOWN).map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="gap-foot">
        <Tooltip title={t.scoreHint}>
          <Tag color={cluster.score >= 5 ? 'red' : 'default'}>
            {t.score} {cluster.score.toFixed(1)}
          </Tag>
        </Tooltip>
        <Tag>{t.clusterCount(cluster.count)}</Tag>
        {cluster.handoffs > 0 && <Tag>{t.clusterHandoffs(cluster.handoffs)}</Tag>}
        {cluster.complaints > 0 && <Tag>{t.clusterComplaints(cluster.complaints)}</Tag>}
        {cluster.unhelpful > 0 && <Tag>{t.clusterUnhelpful(cluster.unhelpful)}</Tag>}
        {cluster.product && <Tag>{cluster.product.name}</Tag>}
        <time className="soft figures" dateTime={cluster.lastAskedAt}>
          {t.lastAsked(formats.moment(cluster.lastAskedAt, now))}
        </time>
        {talked && <Link to={`/conversations/${talked.conversationId}`}>{records.gapConversation}</Link>}
        <span className="gap-space" />
        <span className="gap-actions">
          <Button
            size="small"
            loading={close.isPending}
            onClick={() =>
              close.mutate(
                cluster.gaps.map(({ id }) => id),
                { onError: (error) => void message.error(problemText(error)) },
              )
            }
          >
            {records.gapClose}
          </Button>
          {mayManage && (
            <Link to={`/articles/new?gap=${cluster.id}`}>
              <Button tabIndex={-1} size="small" type="primary">
                {t.writeArticle}
              </Button>
            </Link>
          )}
        </span>
      </p>
    </li>
  );
}
