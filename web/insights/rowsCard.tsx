import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { IconName } from '../desk/frame/icons.tsx';
import { EmptyNote } from '../desk/shell/listParts.tsx';
import { Card } from './card.tsx';

interface Props<Row> {
  title: string;
  empty: { icon: IconName; title: string; text: string };
  /** What the button says that shows further rows. */
  more: string;
  query: UseInfiniteQueryResult<InfiniteData<{ items: Row[] }>>;
  tools: ReactNode;
  children(row: Row): ReactNode;
}

/** The rows behind the numbers, newest first, a page at a time. */
export function RowsCard<Row>({ title, empty, more, query, tools, children }: Props<Row>): ReactNode {
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Card title={title} className="card-wide" query={{ ...query, data: items }} rows={6} tools={tools}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyNote icon={empty.icon} title={empty.title}>
            {empty.text}
          </EmptyNote>
        ) : (
          <>
            <ul className="low-ratings">{rows.map(children)}</ul>
            {query.hasNextPage && (
              <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {more}
              </Button>
            )}
          </>
        )
      }
    </Card>
  );
}
