import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useFormats, useNow } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { paretoTexts } from '../i18n/pareto.ts';
import { RowsCard } from '../rowsCard.tsx';
import type { ComplaintRow, useComplaintRows } from './queries.ts';

/** The complaints behind the numbers, newest first. */
export function ComplaintRowsCard({
  query,
  tools,
}: {
  query: ReturnType<typeof useComplaintRows>;
  tools: ReactNode;
}): ReactNode {
  const t = useTexts(paretoTexts);
  return (
    <RowsCard
      title={t.rows}
      empty={{ icon: 'complaints', title: t.none, text: t.noneText }}
      more={t.more}
      query={query}
      tools={tools}
    >
      {(row) => <Row key={row.id} row={row} />}
    </RowsCard>
  );
}

function Row({ row }: { row: ComplaintRow }): ReactNode {
  const t = useTexts(paretoTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const { severity, product, productText, batch, cause, solved, customer } = row;
  const facts = [
    product ? localized(product, language) : productText,
    batch,
    cause && localized(cause, language),
    customer,
    solved !== null && (solved ? t.solved : t.unsolved),
  ];
  return (
    <li>
      <span className="low-head">
        <strong>
          <a href={`/desk/complaints/${row.id}?show=all`}>{`C-${row.number}`}</a>
        </strong>
        {severity !== 'normal' && <Tag color={severity === 'safety' ? 'red' : 'default'}>{t.severities[severity]}</Tag>}
        <time className="note figures" dateTime={row.createdAt} title={formats.full(row.createdAt)}>
          {formats.moment(row.createdAt, now)}
        </time>
        {row.conversationId && <a href={`/desk/conversations/${row.conversationId}`}>{t.conversation}</a>}
      </span>
      <p className="prose">{row.whatHappened}</p>
      <p className="note">{facts.filter(Boolean).join(' · ')}</p>
    </li>
  );
}
