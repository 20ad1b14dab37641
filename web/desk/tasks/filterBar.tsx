import { Button, Popover, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { FilterQuery } from '../api.ts';
import { localized } from '../customers/names.ts';
import { Icon } from '../frame/icons.tsx';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { priorityNames } from '../i18n/names.ts';
import { inboxTexts } from '../i18n/tasks.ts';
import { useStaffList, useTeams } from '../queries/settings.ts';
import { useTaskTypes } from '../queries/taskSettings.ts';
import { SavedFilters } from './savedFilters.tsx';
import { useTypeName } from './typeName.ts';
import { narrowedBy, useTaskFilter } from './useTaskFilter.ts';

/** Narrows the list further, and keeps such a list under a name. */
export function FilterBar(): ReactNode {
  const t = useTexts(inboxTexts);
  const { filter, change } = useTaskFilter();
  const [open, setOpen] = useState(false);
  const count = narrowedBy(filter);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<Fields filter={filter} change={change} close={() => setOpen(false)} />}
    >
      <Button
        type={count > 0 ? 'primary' : 'default'}
        icon={<Icon name="filter" />}
        aria-label={count > 0 ? `${t.narrow} (${count})` : t.narrow}
      >
        {count > 0 ? count : null}
      </Button>
    </Popover>
  );
}

interface Props {
  filter: FilterQuery;
  change(values: Partial<FilterQuery>): void;
  close(): void;
}

function Fields({ filter, change, close }: Props): ReactNode {
  const t = useTexts(inboxTexts);
  const priorities = useTexts(priorityNames);
  const { language } = useLanguage();
  const typeName = useTypeName();
  const types = useTaskTypes();
  const teams = useTeams();
  const staff = useStaffList();
  return (
    <div className="filter-fields">
      <Select
        mode="multiple"
        aria-label={t.types}
        placeholder={t.types}
        value={filter.types}
        showSearch={{ optionFilterProp: 'label' }}
        options={types.data?.items.map(({ key, name }) => ({ value: key, label: typeName(key, name) }))}
        onChange={(value) => change({ types: value })}
      />
      <Select
        mode="multiple"
        aria-label={t.priorities}
        placeholder={t.priorities}
        value={filter.priorities}
        options={Object.entries(priorities).map(([value, label]) => ({
          value: value as FilterQuery['priorities'][number],
          label,
        }))}
        onChange={(value) => change({ priorities: value })}
      />
      <Select
        allowClear
        aria-label={t.ofTeam}
        placeholder={t.ofTeam}
        value={filter.teamId}
        options={teams.data?.items.map(({ id, name }) => ({ value: id, label: localized(name, language) }))}
        onChange={(value) => change({ teamId: value ?? null })}
      />
      <Select
        allowClear
        aria-label={t.ofOwner}
        placeholder={t.ofOwner}
        value={filter.ownerId}
        showSearch={{ optionFilterProp: 'label' }}
        options={staff.data?.items.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => change({ ownerId: value ?? null })}
      />
      {narrowedBy(filter) > 0 && (
        <Button onClick={() => change({ types: [], priorities: [], teamId: null, ownerId: null })}>
          {t.clearFilter}
        </Button>
      )}
      <SavedFilters filter={filter} change={change} close={close} />
    </div>
  );
}
