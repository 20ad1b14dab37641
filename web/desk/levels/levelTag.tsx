import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Level } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { levelTexts } from '../i18n/levels.ts';

const tones: Partial<Record<Level, string>> = { breached: 'tag-danger', atRisk: 'tag-warn', met: 'tag-accent' };

/** How a wait stands, in a word. `over`: it has ended, so that being late is told of the past. */
export function LevelTag({ level, over = false }: { level: Level; over?: boolean }): ReactNode {
  const t = useTexts(levelTexts);
  return <Tag className={tones[level] ?? ''}>{over && level === 'breached' ? t.missed : t.levels[level]}</Tag>;
}
