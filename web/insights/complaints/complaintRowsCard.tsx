import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useFormats, useNow } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { EmptyNote } from '../../desk/shell/listParts.tsx';
import { Card } from '../card.tsx';
import { paretoTexts } from '../i18n/pareto.ts';
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
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Card title={t.rows} className="card-wide" query={{ ...query, data: items }} rows={6} tools={tools}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyNote icon="complaints" title={t.none}>
            {t.noneText}
          </EmptyNote>
        ) : (
          <>
            <ul className="low-ratings">
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </ul>
            {query.hasNextPage && (
              <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t.more}
              </Button>
            )}
          </>
        )
      }
    </Card>
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
