import type { ReactNode } from 'react';
import { useTexts } from '../frame/language.tsx';
import { inboxTexts } from '../i18n/tasks.ts';
import type { Scope, Show } from '../queries/tasks.ts';
import { EmptyNote } from '../shell/listParts.tsx';

/** Why no task is listed, and what to do. */
export function InboxEmpty({ scope, show, searching }: { scope: Scope; show: Show; searching: boolean }): ReactNode {
  const t = useTexts(inboxTexts);
  if (searching) {
    return (
      <EmptyNote icon="search" title={t.noMatch}>
        {t.noMatchText}
      </EmptyNote>
    );
  }
  const texts: Record<Show, [string, string]> = {
    open: scope === 'mine' ? [t.emptyMine, t.emptyMineText] : [t.emptyOpen, t.emptyOpenText],
    today: [t.emptyToday, t.emptyTodayText],
    late: [t.emptyLate, t.emptyLateText],
    snoozed: [t.emptySnoozed, t.emptySnoozedText],
    done: [t.emptyDone, t.emptyDoneText],
  };
  const [title, text] = texts[show];
  return (
    <EmptyNote icon="check" title={title}>
      {text}
    </EmptyNote>
  );
}
