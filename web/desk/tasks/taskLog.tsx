import type { ReactNode } from 'react';
import type { TaskDetail } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { LogList } from '../frame/logList.tsx';
import { conversationTexts } from '../i18n/conversations.ts';
import { levelTexts } from '../i18n/levels.ts';
import { taskEventNames } from '../i18n/names.ts';

/** Who did what with a task, oldest first. */
export function TaskLog({ task }: { task: TaskDetail }): ReactNode {
  const t = useTexts(conversationTexts);
  const names = useTexts(taskEventNames);
  const noteOf = useNote();
  return (
    <LogList
      entries={task.events.map((event) => ({
        id: event.id,
        title: names[event.kind] ?? event.kind,
        // A note without a colleague is what the customer said.
        who: event.staff?.name ?? (event.kind === 'commented' ? t.customer : undefined),
        note: noteOf(event),
        at: event.createdAt,
      }))}
    />
  );
}

/** Notes of pauses begin with the code of their reason. */
function useNote(): (event: TaskDetail['events'][number]) => string | null {
  const t = useTexts(levelTexts);
  const reasons: Partial<Record<string, string>> = { ...t.reasons, ...t.reasonsOfLog };
  return ({ kind, note }) =>
    kind === 'paused' || kind === 'resumed' ? (note?.replace(/^\w+/, (code) => reasons[code] ?? code) ?? null) : note;
}
