import { Segmented } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { ChoiceForm } from '../frame/choiceForm.tsx';
import { useTexts } from '../frame/language.tsx';
import { inboxTexts } from '../i18n/tasks.ts';
import { ListSearch } from '../shell/listParts.tsx';
import { FilterBar } from './filterBar.tsx';
import { InboxTools } from './inboxTools.tsx';
import { TaskTabs } from './taskTabs.tsx';
import { scopes, useTaskFilter } from './useTaskFilter.ts';
import { ViewSwitch } from './viewSwitch.tsx';

/** What is typed is asked for when the typing rests. */
export function useSearchLater(typed: string, asked: string, change: (values: { query: string }) => void): void {
  useEffect(() => {
    if (typed.trim() === asked) return;
    const timer = setTimeout(() => change({ query: typed.trim() }), 250);
    return () => clearTimeout(timer);
  }, [typed, asked, change]);
}

/** Above the board and the calendar: whose tasks, a search, the filters. */
export function ViewHead({ raise, children }: { raise(): void; children?: ReactNode }): ReactNode {
  const t = useTexts(inboxTexts);
  const { filter, change } = useTaskFilter();
  const [query, setQuery] = useState(filter.query);
  useSearchLater(query, filter.query, change);
  return (
    <ChoiceForm className="view-head">
      <span className="view-tabs">
        <TaskTabs />
        <ViewSwitch />
      </span>
      <Segmented
        aria-label={t.scope}
        value={filter.scope}
        options={scopes.map((value) => ({ value, label: t[value] }))}
        onChange={(scope) => change({ scope })}
      />
      <span className="view-search">
        <ListSearch value={query} onChange={setQuery} label={t.search} />
      </span>
      <span className="inbox-tools">
        <InboxTools raise={raise} />
        <FilterBar />
      </span>
      {children}
    </ChoiceForm>
  );
}
