import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useTexts } from '../frame/language.tsx';
import { useMay } from '../frame/session.tsx';
import { knowledgeTexts } from '../i18n/knowledge.ts';

const tabs = ['articles', 'gaps', 'playground', 'imports'] as const;

/** The pages about what the bot knows. */
export function KnowledgeTabs(): ReactNode {
  const t = useTexts(knowledgeTexts);
  const mayManage = useMay('manager');
  return (
    <nav className="knowledge-tabs" aria-label={t.knowledge}>
      {tabs
        .filter((tab) => tab !== 'imports' || mayManage)
        .map((tab) => (
          <NavLink key={tab} to={`/${tab}`}>
            {t[tab]}
          </NavLink>
        ))}
    </nav>
  );
}
