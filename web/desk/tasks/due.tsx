import type { ReactNode } from 'react';
import type { Task } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { inboxTexts } from '../i18n/tasks.ts';

const soonMs = 3 * 3_600_000;

/** When a task is due, in words; late ones in the colour of danger, with a sign. */
export function Due({ task }: { task: Task }): ReactNode {
  const t = useTexts(inboxTexts);
  const formats = useFormats();
  const now = useNow();
  const at = (time: string): string =>
    `${formats.sameDay(time, now) ? '' : `${formats.dayName(time, now)} `}${formats.time(time)}`;
  if (task.state === 'done')
    return <span className="due">{t.doneAt(task.completedAt ? at(task.completedAt) : '')}</span>;
  if (task.state === 'cancelled') return <span className="due">{t.cancelled}</span>;
  if (task.snoozedUntil && Date.parse(task.snoozedUntil) > now.getTime()) {
    return (
      <span className="due" title={formats.full(task.snoozedUntil)}>
        <Icon name="snooze" />
        {t.snoozedUntil(at(task.snoozedUntil))}
      </span>
    );
  }
  if (task.level?.level === 'paused' && task.level.pausedUntil) {
    return (
      <span className="due" title={formats.full(task.dueAt)}>
        <Icon name="pause" />
        {t.pausedUntil(at(task.level.pausedUntil))}
      </span>
    );
  }
  const left = Date.parse(task.dueAt) - now.getTime();
  const tone = left < 0 ? 'late' : left < soonMs ? 'soon' : 'calm';
  return (
    <span className="due" data-tone={tone} title={formats.full(task.dueAt)}>
      <Icon name={tone === 'late' ? 'late' : 'clock'} />
      {tone === 'late' && t.lateBy(formats.duration(-left))}
      {tone === 'soon' && t.dueIn(formats.duration(left))}
      {tone === 'calm' && t.dueAt(at(task.dueAt))}
    </span>
  );
}
