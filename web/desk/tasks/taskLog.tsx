import type { ReactNode } from 'react';
import type { TaskDetail } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { LogList } from '../frame/logList.tsx';
import { conversationTexts } from '../i18n/conversations.ts';
import { taskEventNames } from '../i18n/names.ts';

/** Who did what with a task, oldest first. */
export function TaskLog({ task }: { task: TaskDetail }): ReactNode {
  const t = useTexts(conversationTexts);
  const names = useTexts(taskEventNames);
  return (
    <LogList
      entries={task.events.map((event) => ({
        id: event.id,
        title: names[event.kind] ?? event.kind,
        // A note without a colleague is what the customer said.
        who: event.staff?.name ?? (event.kind === 'commented' ? t.customer : undefined),
        note: event.note,
        at: event.createdAt,
      }))}
    />
  );
}
