import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../desk/frame/language.tsx';
import { ProblemNote } from '../desk/frame/problemNote.tsx';
import { frameTexts } from '../desk/i18n/frame.ts';

interface Props<T> {
  title: string;
  className: string;
  query: { data: T | undefined; error: unknown; isPlaceholderData?: boolean; refetch(): unknown };
  /** Rows of the skeleton: the shape of what comes. */
  rows: number;
  tools?: ReactNode;
  children(data: T): ReactNode;
}

/** A part of the page: its title, and what the query said, or its shape, or what went wrong. */
export function Card<T>({ title, className, query, rows, tools, children }: Props<T>): ReactNode {
  const frame = useTexts(frameTexts);
  return (
    <section className={`card ${className}`} aria-label={title} aria-busy={query.isPlaceholderData ?? false}>
      <header className="card-head">
        <h2>{title}</h2>
        {tools}
      </header>
      {query.data !== undefined ? (
        children(query.data)
      ) : query.error ? (
        <ProblemNote error={query.error} retry={() => void query.refetch()} />
      ) : (
        <div role="status" aria-label={frame.loading}>
          <Skeleton active title={{ width: '30%' }} paragraph={{ rows }} />
        </div>
      )}
    </section>
  );
}
