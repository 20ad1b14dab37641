import { type ReactNode, useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { CustomerPanel } from '../customers/customerPanel.tsx';
import { useTexts } from '../frame/language.tsx';
import { inboxTexts } from '../i18n/tasks.ts';
import { useTask } from '../queries/tasks.ts';
import { Columns } from '../shell/columns.tsx';
import { focusedRow, useKeys, useListKeys } from '../shell/keys.ts';
import { EmptyNote } from '../shell/listParts.tsx';
import { useClaim } from './claim.ts';
import { NewTaskForm } from './newTaskForm.tsx';
import { TaskBoard } from './taskBoard.tsx';
import { TaskCalendar } from './taskCalendar.tsx';
import { TaskInbox } from './taskInbox.tsx';
import { TaskPage } from './taskPage.tsx';
import { useView, views } from './viewSwitch.tsx';

/** The task inbox with the selected task and its customer. */
export function TaskArea(): ReactNode {
  const { id } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const t = useTexts(inboxTexts);
  const list = useRef<HTMLDivElement>(null);
  const task = useTask(id ?? '', id !== undefined);
  const { claim } = useClaim();
  useListKeys(list);
  const [raising, setRaising] = useState(false);
  const raise = (): void => setRaising(true);

  /** Opens the focused task, else the open one, with this form; without a form it is claimed. */
  const act = (form: 'complete' | 'snooze' | 'assign' | 'note' | undefined): void => {
    const target = focusedRow(list.current) ?? id;
    if (!target) return;
    const next = new URLSearchParams(search);
    next.delete('do');
    if (form) next.set('do', form);
    else claim(target);
    void navigate({ pathname: `/tasks/${target}`, search: next.toString() });
  };
  const leave = (): void => {
    const next = new URLSearchParams(search);
    const formIsOpen = next.has('do') || next.has('panel');
    next.delete('do');
    next.delete('panel');
    if (id) void navigate({ pathname: formIsOpen ? `/tasks/${id}` : '/tasks', search: next.toString() });
  };
  useKeys({
    c: () => act(undefined),
    d: () => act('complete'),
    s: () => act('snooze'),
    a: () => act('assign'),
    n: () => act('note'),
    t: raise,
    Escape: leave,
  });

  const [view, chooseView] = useView();
  useKeys({ v: () => chooseView(views[(views.indexOf(id ? 'calendar' : view) + 1) % views.length]!) });
  const form = raising && <NewTaskForm close={() => setRaising(false)} />;

  if (!id && view !== 'list') {
    return (
      <>
        {view === 'board' ? <TaskBoard board={list} raise={raise} /> : <TaskCalendar raise={raise} />}
        {form}
      </>
    );
  }
  return (
    <>
      <Columns
        label={t.inbox}
        open={id !== undefined}
        queue={<TaskInbox list={list} selected={id} raise={raise} />}
        detail={
          id ? (
            <TaskPage key={id} id={id} />
          ) : (
            <EmptyNote icon="tasks" title={t.choose}>
              {t.chooseText}
            </EmptyNote>
          )
        }
        side={id && task.data?.customer ? <CustomerPanel id={task.data.customer.id} /> : undefined}
      />
      {form}
    </>
  );
}
