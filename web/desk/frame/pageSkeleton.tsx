import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { frameTexts } from '../i18n/frame.ts';
import { useTexts } from './language.tsx';

/** The shape of rows that are on their way. */
export function RowsSkeleton({ rows = 6 }: { rows?: number }): ReactNode {
  const t = useTexts(frameTexts);
  return (
    <div className="rows-skeleton" role="status" aria-label={t.loading}>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity
        <Skeleton key={index} active title={{ width: '55%' }} paragraph={{ rows: 1, width: '85%' }} />
      ))}
    </div>
  );
}

/** The shape of a page that is on its way. */
export function PageSkeleton(): ReactNode {
  const t = useTexts(frameTexts);
  return (
    <div className="page-skeleton" role="status" aria-label={t.loading}>
      <Skeleton active title={{ width: '40%' }} paragraph={{ rows: 6 }} />
    </div>
  );
}
