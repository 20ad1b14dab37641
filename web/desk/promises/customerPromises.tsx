import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { promiseTexts } from '../i18n/promises.ts';
import { usePromiseList } from '../queries/promises.ts';
import { rowsOf } from '../queries/records.ts';
import { MoreButton } from '../shell/listParts.tsx';
import { PromiseDue, PromiseTag, usePromiser } from './promiseState.tsx';

/** What a customer was promised and how it stands: all of it, or what is still to be kept. */
export function CustomerPromises({ id, show }: { id: string; show: 'all' | 'open' }): ReactNode {
  const t = useTexts(promiseTexts);
  const promiser = usePromiser();
  const promises = usePromiseList({ customerId: id, show });
  if (promises.isPending) return <RowsSkeleton rows={2} />;
  if (!promises.data) return <ProblemNote error={promises.error} retry={() => void promises.refetch()} />;
  const rows = rowsOf(promises.data);
  if (rows.length === 0) return <p className="soft">{show === 'open' ? t.ofCustomerNoneOpen : t.ofCustomerNone}</p>;
  return (
    <>
      <ul className="case-list">
        {rows.map((promise) => (
          <li key={promise.id}>
            <span className="case-similar">
              <Link className="case-told" to={`/promises/${promise.id}`}>
                {promise.text}
              </Link>
              <span className="promise-head">
                <PromiseTag promise={promise} />
                <span className="soft">{promiser(promise)}</span>
                <PromiseDue promise={promise} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      <MoreButton query={promises} />
    </>
  );
}
