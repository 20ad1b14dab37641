import { Segmented, Select } from 'antd';
import { type ReactNode, type RefObject, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import type { Task } from '../api.ts';
import { ChoiceForm } from '../frame/choiceForm.tsx';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { inboxTexts } from '../i18n/tasks.ts';
import { rowsOf } from '../queries/records.ts';
import { type Scope, type Show, useTasks } from '../queries/tasks.ts';
import { ListSearch, MoreButton } from '../shell/listParts.tsx';
import { useArrivals } from './arrivals.ts';
import { BulkBar } from './bulkBar.tsx';
import { FilterBar } from './filterBar.tsx';
import { InboxEmpty } from './inboxEmpty.tsx';
import { InboxTools } from './inboxTools.tsx';
import { TaskRow } from './taskRow.tsx';
import { TaskTabs } from './taskTabs.tsx';
import { useChosen } from './useChosen.ts';
import { narrowedBy, scopes, shows, useTaskFilter } from './useTaskFilter.ts';
import { useSearchLater } from './viewHead.tsx';
import { ViewSwitch } from './viewSwitch.tsx';

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
  const { filter, change } = useTaskFilter();
  const { scope, show } = filter;
  const [query, setQuery] = useState(filter.query);
  const tasks = useTasks(filter);
  const loaded = useMemo(() => (tasks.data ? rowsOf(tasks.data) : undefined), [tasks.data]);
  const rows = useMemo(() => loaded ?? [], [loaded]);
  const groups = useGroups(rows, show);
  const { fresh, last } = useArrivals(JSON.stringify(filter), tasks.isPlaceholderData ? undefined : loaded);
  const { chosen, toggle, keep } = useChosen(list, rows);
  useSearchLater(query, filter.query, change);

  const search = useLocation().search;
  return (
    <div className="list" ref={list}>
      <ChoiceForm className="list-head">
        <span className="view-tabs">
          <TaskTabs />
          <ViewSwitch />
        </span>
        <div className="list-filters">
          <Segmented<Scope>
            aria-label={t.scope}
            value={scope}
            options={scopes.map((value) => ({ value, label: t[value] }))}
            onChange={(value) => change({ scope: value })}
          />
          <Select<Show>
            aria-label={t.show}
            value={show}
            options={shows.map((value) => ({ value, label: t[value] }))}
            onChange={(value) => change({ show: value })}
            popupMatchSelectWidth={false}
          />
        </div>
        <div className="list-filters">
          <ListSearch value={query} onChange={setQuery} label={t.search} />
          <InboxTools raise={raise} />
          <FilterBar />
        </div>
      </ChoiceForm>
      <p className="visually-hidden" role="status">
        {last && t.arrived(last)}
      </p>
      <div className="list-body">
        {tasks.isPending && <RowsSkeleton />}
        {tasks.error && !tasks.data && <ProblemNote error={tasks.error} retry={() => void tasks.refetch()} />}
        {tasks.data && rows.length === 0 && (
          <InboxEmpty scope={scope} show={show} searching={filter.query !== '' || narrowedBy(filter) > 0} />
        )}
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
                chosen={chosen.has(task.id)}
                choosing={chosen.size > 0}
                toggle={toggle}
              />
            ))}
          </section>
        ))}
        <MoreButton query={tasks} />
      </div>
      {chosen.size > 0 && <BulkBar ids={[...chosen]} clear={() => keep([])} keep={keep} />}
    </div>
  );
}
