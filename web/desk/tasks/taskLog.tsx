import type { ReactNode } from 'react';
import type { TaskDetail } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { LogList } from '../frame/logList.tsx';
import { taskEventNames } from '../i18n/names.ts';

/** Who did what with a task, oldest first. */
export function TaskLog({ task }: { task: TaskDetail }): ReactNode {
  const names = useTexts(taskEventNames);
  return (
    <LogList
      entries={task.events.map((event) => ({
        id: event.id,
        title: names[event.kind] ?? event.kind,
        who: event.staff?.name,
        note: event.note,
        at: event.createdAt,
      }))}
    />
  );
}
