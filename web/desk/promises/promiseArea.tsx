import { type ReactNode, useRef } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { CustomerPanel } from '../customers/customerPanel.tsx';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { promiseTexts } from '../i18n/promises.ts';
import { usePromise, usePromiseList } from '../queries/promises.ts';
import { rowsOf } from '../queries/records.ts';
import { Columns } from '../shell/columns.tsx';
import { useKeys, useListKeys } from '../shell/keys.ts';
import { EmptyNote, MoreButton } from '../shell/listParts.tsx';
import { PromiseFilters, usePromiseFilter } from './promiseFilters.tsx';
import { PromisePage } from './promisePage.tsx';
import { PromiseRow } from './promiseRow.tsx';

/** What was promised to customers, with the selected one and its customer. */
export function PromiseArea(): ReactNode {
  const { id } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const t = useTexts(promiseTexts);
  const list = useRef<HTMLDivElement>(null);
  const promises = usePromiseList(usePromiseFilter());
  const selected = usePromise(id ?? '', id !== undefined);
  useListKeys(list);
  const leave = (): void => {
    if (id) void navigate({ pathname: '/promises', search: params.toString() });
  };
  useKeys({ Escape: leave });
  const rows = rowsOf(promises.data);
  const customerId = selected.data?.customerId;
  return (
    <Columns
      label={t.title}
      open={id !== undefined}
      queue={
        <div className="list" ref={list}>
          <PromiseFilters />
          <div className="list-body">
            {promises.isPending && <RowsSkeleton />}
            {promises.error && !promises.data && (
              <ProblemNote error={promises.error} retry={() => void promises.refetch()} />
            )}
            {promises.data && rows.length === 0 && (
              <EmptyNote icon="check" title={t.empty}>
                {t.emptyText}
              </EmptyNote>
            )}
            {rows.map((promise) => (
              <PromiseRow key={promise.id} promise={promise} selected={promise.id === id} search={params.toString()} />
            ))}
            <MoreButton query={promises} />
          </div>
        </div>
      }
      detail={
        id ? (
          <PromisePage key={id} id={id} />
        ) : (
          <EmptyNote icon="check" title={t.choose}>
            {t.chooseText}
          </EmptyNote>
        )
      }
      side={id && customerId ? <CustomerPanel id={customerId} /> : undefined}
    />
  );
}
