import { App, Button, Popconfirm, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Outcome } from '../api.ts';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { outcomeNames, priorityNames } from '../i18n/names.ts';
import { taskTexts } from '../i18n/task.ts';
import { inboxTexts } from '../i18n/tasks.ts';
import { useStaffList } from '../queries/settings.ts';
import { useShop } from '../queries/shop.ts';
import { type BulkAction, useBulk } from '../queries/taskFilters.ts';
import { BulkNextForm } from './bulkNextForm.tsx';
import { type Preset, presets, presetTime } from './snoozeTimes.ts';

/** The outcomes that end many tasks at once: those that need no words. */
const ends: Outcome[] = ['solved', 'reached', 'notReached', 'sent', 'noActionNeeded'];

interface Props {
  ids: string[];
  clear(): void;
}

/** What can be done with the chosen tasks at once. Those with which it could not be done stay chosen. */
export function BulkBar({ ids, clear, keep }: Props & { keep(ids: string[]): void }): ReactNode {
  const t = useTexts(inboxTexts);
  const task = useTexts(taskTexts);
  const outcomes = useTexts(outcomeNames);
  const priorities = useTexts(priorityNames);
  const staff = useStaffList();
  const zone = useShop()?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const bulk = useBulk();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [ending, setEnding] = useState<Outcome>();
  const act = (action: BulkAction): void =>
    bulk.mutate(
      { ids, action },
      {
        onSuccess: ({ done, failed }) => {
          keep(failed.map(({ id }) => id));
          if (failed.length === 0) void message.success(t.bulkDone(done));
          else void message.warning(t.bulkPart(done, failed.length));
        },
        onError: (error) => void message.error(problemText(error)),
      },
    );
  const choice = (
    label: string,
    options: { value: string; label: string }[],
    chosen: (value: string) => void,
  ): ReactNode => (
    <Select<string | null>
      size="small"
      aria-label={label}
      placeholder={label}
      value={null}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      onChange={(value) => value && chosen(value)}
    />
  );
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t.bulk} aria-busy={bulk.isPending}>
      <strong>{t.chosen(ids.length)}</strong>
      <Button size="small" onClick={() => act({ kind: 'claim' })}>
        {task.claim}
      </Button>
      {choice(
        task.assign,
        (staff.data?.items ?? [])
          .filter(({ active, demo }) => active && !demo)
          .map(({ id, name }) => ({ value: id, label: name })),
        (ownerId) => act({ kind: 'assign', ownerId }),
      )}
      {choice(
        task.snooze,
        presets.map((value) => ({ value, label: task[value] })),
        (value) => act({ kind: 'snooze', until: presetTime(value as Preset, new Date(), zone) }),
      )}
      {choice(
        task.priority,
        Object.entries(priorities).map(([value, label]) => ({ value, label })),
        (priority) => act({ kind: 'prioritize', priority }),
      )}
      {choice(
        task.complete,
        ends.map((value) => ({ value, label: outcomes[value] })),
        (outcome) => setEnding(outcome as Outcome),
      )}
      <Popconfirm
        title={t.cancelSure(ids.length)}
        okText={t.cancelThem}
        cancelText={task.cancel}
        onConfirm={() => act({ kind: 'cancel', note: null })}
      >
        <Button size="small" danger>
          {t.cancelThem}
        </Button>
      </Popconfirm>
      <Button size="small" type="text" icon={<Icon name="close" />} aria-label={t.chooseNone} onClick={clear} />
      {ending && (
        <BulkNextForm
          title={`${outcomes[ending]} · ${t.chosen(ids.length)}`}
          close={() => setEnding(undefined)}
          done={(next) => {
            setEnding(undefined);
            act({ kind: 'complete', outcome: ending, note: null, next });
          }}
        />
      )}
    </div>
  );
}
