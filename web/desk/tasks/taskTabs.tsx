import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useTexts } from '../frame/language.tsx';
import { promiseTexts } from '../i18n/promises.ts';
import '../knowledge/knowledge.css';

/** From what is to be done to what was promised, and back. */
export function TaskTabs(): ReactNode {
  const t = useTexts(promiseTexts);
  return (
    <nav className="knowledge-tabs" aria-label={t.tabs}>
      <NavLink to="/tasks">{t.tasks}</NavLink>
      <NavLink to="/promises">{t.title}</NavLink>
    </nav>
  );
}
