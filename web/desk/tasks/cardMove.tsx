import { App, Modal, type RefSelectProps, Select } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { BoardColumn, Task, TaskPriority } from '../api.ts';
import { useFirstFocus } from '../frame/firstFocus.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { priorityNames } from '../i18n/names.ts';
import { taskTexts } from '../i18n/task.ts';
import { taskViewTexts } from '../i18n/taskViews.ts';
import { useStaffList } from '../queries/settings.ts';
import { type BoardKind, type Drop, useDrop } from '../queries/taskViews.ts';

/** A column as cards are moved to it. */
export type Place = Pick<BoardColumn, 'key' | 'owner'>;

/** What a column is called. */
export function useColumnName(): (column: Place) => string {
  const t = useTexts(taskViewTexts);
  const priorities = useTexts(priorityNames);
  return ({ key, owner }) => owner?.name ?? priorities[key as TaskPriority] ?? t.columns[key] ?? key;
}

function meant(id: string, by: BoardKind, { key, owner }: Place): Drop | 'complete' | 'snooze' {
  if (by === 'priority') return { id, patch: { priority: key } };
  if (owner) return { id, ownerId: owner.id };
  if (key === 'unowned') return { id, post: 'release' };
  if (key === 'inHand') return { id, post: 'claim' };
  return key === 'done' ? 'complete' : 'snooze';
}

/** Moves a card to another column, by mouse or by key. To be done or put off asks for more: its form is opened. */
export function useCardMove(by: BoardKind): (id: string, to: Place) => void {
  const problemText = useProblemText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const drop = useDrop();
  return (id, to) => {
    const wish = meant(id, by, to);
    if (typeof wish === 'string') {
      const next = new URLSearchParams(window.location.search);
      next.set('do', wish);
      void navigate({ pathname: `/tasks/${id}`, search: next.toString() });
    } else drop.mutate(wish, { onError: (error) => void message.error(problemText(error)) });
  };
}

interface Props {
  task: Task;
  columns: BoardColumn[];
  by: BoardKind;
  close(): void;
}

/** Asks to which column a card goes; of owners also those who have none yet. */
export function CardMove({ task, columns, by, close }: Props): ReactNode {
  const t = useTexts(taskViewTexts);
  const words = useTexts(taskTexts);
  const name = useColumnName();
  const move = useCardMove(by);
  const staff = useStaffList();
  const first = useFirstFocus<RefSelectProps>();
  const shown = columns.filter(({ items }) => !items.some(({ id }) => id === task.id));
  const others = (by === 'owner' ? (staff.data?.items ?? []) : [])
    .filter(({ id, active, demo }) => active && !demo && !columns.some(({ owner }) => owner?.id === id))
    .map(({ id, name: called }): Place => ({ key: id, owner: { id, name: called } }));
  const places: Place[] = [...shown, ...others];
  return (
    <Modal
      open
      {...first.dialog}
      title={t.moveTo}
      footer={null}
      onCancel={close}
      width={400}
      closable={{ 'aria-label': words.cancel }}
    >
      <p className="soft">{task.title}</p>
      <Select<string>
        ref={first.ref}
        defaultOpen
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t.moveTo}
        options={places.map((place) => ({ value: place.key, label: name(place) }))}
        onChange={(key) => {
          close();
          const to = places.find((place) => place.key === key);
          if (to) move(task.id, to);
        }}
      />
    </Modal>
  );
}
