import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { ChoiceForm } from '../frame/choiceForm.tsx';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { promiseTexts } from '../i18n/promises.ts';
import type { PromiseListFilter } from '../queries/promises.ts';
import { useStaffList } from '../queries/settings.ts';
import { oneOf, timeOf, useAddressValues } from '../shell/address.ts';
import { TaskTabs } from '../tasks/taskTabs.tsx';

const scopes = ['all', 'mine', 'team', 'said', 'bot'] as const;
const shows = ['open', 'proposed', 'kept', 'late', 'broken', 'withdrawn', 'moved', 'all'] as const;
const dues = ['any', 'late', 'today', 'week'] as const;

/** Which promises the address asks for; `from` and `to`: those decided in a span, where a report leads to. */
export function usePromiseFilter(): PromiseListFilter {
  const [search] = useAddressValues();
  const who = search.get('who') ?? undefined;
  const scope = oneOf(who, scopes);
  const show = oneOf(search.get('show') ?? undefined, shows);
  const due = oneOf(search.get('due') ?? undefined, dues);
  return {
    scope,
    show,
    due: show !== 'open' || due === 'any' ? undefined : due,
    ownerId: who && who !== scope ? who : undefined,
    saidBy: search.get('said') ?? undefined,
    from: timeOf(search.get('from')),
    to: timeOf(search.get('to')),
  };
}

/** Whose promises, in which state, and for those still to be kept by when. */
export function PromiseFilters(): ReactNode {
  const t = useTexts(promiseTexts);
  const [, change] = useAddressValues();
  const { scope, show, due, ownerId, saidBy, from, to } = usePromiseFilter();
  const formats = useFormats();
  const now = useNow();
  const named = (at: string | undefined, before = 0) =>
    at ? formats.date(new Date(Date.parse(at) - before), now) : '…';
  const staff = useStaffList();
  const colleagues = (staff.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ChoiceForm className="list-head">
      <TaskTabs />
      <div className="list-filters">
        <Select
          aria-label={t.whose}
          value={saidBy ?? ownerId ?? scope}
          options={[...scopes.map((value) => ({ value: value as string, label: t.scopes[value] })), ...colleagues]}
          onChange={(value) => change({ who: value === 'all' ? undefined : value, said: undefined })}
          popupMatchSelectWidth={false}
        />
        <Select
          aria-label={t.show}
          value={show}
          options={shows.map((value) => ({ value, label: from && value === 'late' ? t.lateEither : t.shows[value] }))}
          onChange={(value) => change({ show: value === 'open' ? undefined : value, due: undefined })}
          popupMatchSelectWidth={false}
        />
        {show === 'open' && (
          <Select
            aria-label={t.dueFilter}
            value={due ?? 'any'}
            options={dues.map((value) => ({ value, label: t.dues[value] }))}
            onChange={(value) => change({ due: value === 'any' ? undefined : value })}
            popupMatchSelectWidth={false}
          />
        )}
      </div>
      {(from || to) && (
        <p className="list-span note">
          <span>{t.decided(named(from), named(to, 1))}</span>
          <Button size="small" onClick={() => change({ from: undefined, to: undefined, said: undefined })}>
            {t.anyTime}
          </Button>
        </p>
      )}
    </ChoiceForm>
  );
}
