import { type ReactNode, useState } from 'react';
import type { ServiceClockDetail } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { LogList } from '../frame/logList.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { levelTexts } from '../i18n/levels.ts';
import { type LevelOf, useLevel } from '../queries/levels.ts';

/** The log of a wait, asked for when it is opened. */
export function LevelLog({ of, id }: { of: LevelOf; id: string }): ReactNode {
  const t = useTexts(levelTexts);
  const [open, setOpen] = useState(false);
  return (
    <details className="level-log" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.log}</summary>
      {open && <Steps of={of} id={id} />}
    </details>
  );
}

function Steps({ of, id }: { of: LevelOf; id: string }): ReactNode {
  const level = useLevel(of, id);
  const noteOf = useNote();
  const t = useTexts(levelTexts);
  if (level.isPending) return <RowsSkeleton rows={1} />;
  if (!level.data) return <ProblemNote error={level.error} retry={() => void level.refetch()} />;
  return (
    <LogList
      entries={level.data.events.map((event) => ({
        id: event.id,
        title: [t.events[event.kind] ?? event.kind, event.percent && `${event.percent} %`].filter(Boolean).join(' '),
        who: event.staff?.name,
        note: noteOf(event),
        at: event.at,
      }))}
    />
  );
}

/** Why it stood and until when, and what it was due by from then on. */
function useNote(): (event: ServiceClockDetail['events'][number]) => string | null {
  const t = useTexts(levelTexts);
  const formats = useFormats();
  const now = useNow();
  const names: Partial<Record<string, string>> = { ...t.reasons, ...t.reasonsOfLog };
  return ({ kind, reason, note, until, dueAt }) => {
    const why = [reason && (names[reason] ?? reason), note].filter(Boolean).join(' · ');
    if (until) return t.pausedUntil(why, formats.moment(until, now));
    const due = dueAt && ['activate', 'resume', 'move'].includes(kind) ? t.dueBy(formats.moment(dueAt, now)) : '';
    return [why, due].filter(Boolean).join(' · ') || null;
  };
}
