import { Segmented, Select } from 'antd';
import { type ReactNode, type RefObject, useEffect, useMemo, useState } from 'react';
import type { Task } from '../api.ts';
import { complaintNumber } from '../customers/names.ts';
import { ChoiceForm } from '../frame/choiceForm.tsx';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { inboxTexts } from '../i18n/tasks.ts';
import { rowsOf } from '../queries/records.ts';
import { type Scope, type Show, useTasks } from '../queries/tasks.ts';
import { oneOf, useAddressValue } from '../shell/address.ts';
import { ListSearch, MoreButton } from '../shell/listParts.tsx';
import { useArrivals } from './arrivals.ts';
import { InboxEmpty } from './inboxEmpty.tsx';
import { InboxTools } from './inboxTools.tsx';
import { TaskRow } from './taskRow.tsx';
import { TaskTabs } from './taskTabs.tsx';

const scopes: readonly [Scope, ...Scope[]] = ['team', 'mine', 'all'];
const shows: readonly [Show, ...Show[]] = ['open', 'today', 'late', 'snoozed', 'done'];

function matches(task: Task, query: string): boolean {
  const number = task.complaint ? complaintNumber(task.complaint.number) : '';
  const text = [task.title, task.detail, task.customer?.name, task.owner?.name, number].join('\n').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

type Group = 'groupLate' | 'groupToday' | 'groupLater';

/** Late first, then what is due today, then the rest; other lists are one group without a headline. */
function useGroups(tasks: Task[], show: Show): [Group | null, Task[]][] {
  const now = useNow();
  const formats = useFormats();
  return useMemo(() => {
    if (show !== 'open') return [[null, tasks]];
    const groups: Record<Group, Task[]> = { groupLate: [], groupToday: [], groupLater: [] };
    for (const task of tasks) {
      if (Date.parse(task.dueAt) < now.getTime()) groups.groupLate.push(task);
      else if (formats.sameDay(task.dueAt, now)) groups.groupToday.push(task);
      else groups.groupLater.push(task);
    }
    return (Object.entries(groups) as [Group, Task[]][]).filter(([, members]) => members.length > 0);
  }, [tasks, show, now, formats]);
}

interface Props {
  list: RefObject<HTMLDivElement | null>;
  selected: string | undefined;
  /** Opens the form for a new task. */
  raise(): void;
}

/** The queue of tasks: whose, which, and a search among them. */
export function TaskInbox({ list, selected, raise }: Props): ReactNode {
  const t = useTexts(inboxTexts);
  const [scopeValue, setScope] = useAddressValue('scope');
  const [showValue, setShow] = useAddressValue('show');
  const [query, setQuery] = useState('');
  const scope = oneOf(scopeValue, scopes);
  const show = oneOf(showValue, shows);
  const tasks = useTasks(scope, show);
  const loaded = useMemo(() => (tasks.data ? rowsOf(tasks.data) : undefined), [tasks.data]);
  const words = query.trim();
  const rows = useMemo(
    () => (words ? (loaded ?? []).filter((task) => matches(task, words)) : (loaded ?? [])),
    [loaded, words],
  );
  const groups = useGroups(rows, show);
  const { fresh, last } = useArrivals(`${scope} ${show}`, loaded);

  // A search means all tasks of the list, so the pages that are not here yet are fetched.
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = tasks;
  useEffect(() => {
    if (words && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [words, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const search = new URLSearchParams({ scope, show }).toString();
  return (
    <div className="list" ref={list}>
      <ChoiceForm className="list-head">
        <TaskTabs />
        <div className="list-filters">
          <Segmented<Scope>
            aria-label={t.scope}
            value={scope}
            options={scopes.map((value) => ({ value, label: t[value] }))}
            onChange={setScope}
          />
          <Select<Show>
            aria-label={t.show}
            value={show}
            options={shows.map((value) => ({ value, label: t[value] }))}
            onChange={setShow}
            popupMatchSelectWidth={false}
          />
        </div>
        <div className="list-filters">
          <ListSearch value={query} onChange={setQuery} label={t.search} />
          <InboxTools raise={raise} />
        </div>
      </ChoiceForm>
      <p className="visually-hidden" role="status">
        {last && t.arrived(last)}
      </p>
      <div className="list-body">
        {tasks.isPending && <RowsSkeleton />}
        {tasks.error && !tasks.data && <ProblemNote error={tasks.error} retry={() => void tasks.refetch()} />}
        {tasks.data && rows.length === 0 && <InboxEmpty scope={scope} show={show} searching={words !== ''} />}
        {groups.map(([group, members]) => (
          <section key={group ?? 'all'} aria-label={group ? t[group] : undefined}>
            {group && (
              <h2 className="group" data-group={group}>
                {t[group]} <span className="figures">{members.length}</span>
              </h2>
            )}
            {members.map((task) => (
              <TaskRow
                key={task.id}
                task={task}
                selected={task.id === selected}
                fresh={fresh.has(task.id)}
                search={search}
              />
            ))}
          </section>
        ))}
        <MoreButton query={tasks} />
      </div>
    </div>
  );
}
