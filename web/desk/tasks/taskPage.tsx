import { type ReactNode, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { Transcript } from '../conversations/transcript.tsx';
import { ContactOfTask } from '../customers/contactDetails.tsx';
import { useTexts } from '../frame/language.tsx';
import { PageSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { contactTexts } from '../i18n/contacts.ts';
import { taskTexts } from '../i18n/task.ts';
import { LevelBlock } from '../levels/levelBlock.tsx';
import { useReadByLooking } from '../queries/notifications.ts';
import { useTask, useTaskAction } from '../queries/tasks.ts';
import { useAddressValue } from '../shell/address.ts';
import { BackLink } from '../shell/listParts.tsx';
import { AssignForm } from './assignForm.tsx';
import { Checklist } from './checklist.tsx';
import { CompleteForm } from './completeForm.tsx';
import { FileList } from './fileList.tsx';
import { NoteForm } from './noteForm.tsx';
import { SnoozeForm } from './snoozeForm.tsx';
import { TaskActions } from './taskActions.tsx';
import { TaskCause } from './taskCause.tsx';
import { TaskHead } from './taskHead.tsx';
import { TaskLog } from './taskLog.tsx';

/** One task: what to do, its cause, its log and the whole conversation. */
export function TaskPage({ id }: { id: string }): ReactNode {
  const t = useTexts(taskTexts);
  const contacts = useTexts(contactTexts);
  const [search] = useSearchParams();
  const [wish, setWish] = useAddressValue('do');
  const task = useTask(id);
  const action = useTaskAction(id);
  useReadByLooking(id);
  const note = useRef<HTMLTextAreaElement>(null);

  // Forms stay in the address until they are closed; the note has its field on the page and is only gone to.
  const isNoteWished = wish === 'note' && task.data !== undefined;
  useEffect(() => {
    if (!isNoteWished) return;
    note.current?.focus();
    setWish(undefined);
  }, [isNoteWished, setWish]);

  const back = new URLSearchParams(search);
  back.delete('do');
  back.delete('panel');
  const backTo = `/tasks?${back}`;
  if (task.isPending) return <PageSkeleton />;
  if (!task.data) return <ProblemNote error={task.error} retry={() => void task.refetch()} whole />;
  const { data } = task;
  const close = (): void => setWish(undefined);
  return (
    <article className="page">
      <header className="page-head">
        <BackLink to={backTo} />
        <TaskHead task={data} />
        {data.state === 'open' && <TaskActions task={data} action={action} open={setWish} />}
      </header>
      <div className="page-body">
        {wish === 'complete' && data.state === 'open' && <CompleteForm task={data} action={action} close={close} />}
        {wish === 'assign' && data.state === 'open' && <AssignForm task={data} action={action} close={close} />}
        {wish === 'snooze' && data.state === 'open' && <SnoozeForm action={action} close={close} />}
        {data.detail && (
          <section className="block">
            <h2>{t.whatToDo}</h2>
            <p className="prose">{data.detail}</p>
          </section>
        )}
        {data.type === 'callBack' && data.customer && data.state === 'open' && (
          <section className="block">
            <h2>{contacts.call}</h2>
            <ContactOfTask customerId={data.customer.id} taskId={id} />
          </section>
        )}
        <Checklist task={data} action={action} />
        <TaskCause task={data} />
        <LevelBlock of={{ taskId: id }} />
        <FileList task={data} />
        <section className="block">
          <h2>{t.log}</h2>
          <TaskLog task={data} />
          <NoteForm id={id} action={action} field={note} />
        </section>
        {data.conversationId && (
          <section className="block">
            <h2>{t.conversation}</h2>
            <Transcript id={data.conversationId} />
          </section>
        )}
      </div>
    </article>
  );
}
