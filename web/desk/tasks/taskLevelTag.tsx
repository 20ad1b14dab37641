import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { PauseReason, Task } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { levelTexts } from '../i18n/levels.ts';
import { LevelTag } from '../levels/levelTag.tsx';

/** What the due date does not say: that a task is at risk, why it stands, whether it was done in time. */
export function TaskLevelTag({ task }: { task: Task }): ReactNode {
  const t = useTexts(levelTexts);
  const level = task.level?.level;
  if (task.state === 'done') {
    return level === 'met' || level === 'breached' ? <LevelTag level={level} over /> : null;
  }
  if (task.state !== 'open') return null;
  if (level === 'atRisk') return <LevelTag level={level} />;
  return level === 'paused' ? <Tag>{t.reasons[task.level?.pauseReason as PauseReason] ?? t.levels.paused}</Tag> : null;
}
