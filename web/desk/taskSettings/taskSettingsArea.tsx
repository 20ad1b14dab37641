import type { ReactNode } from 'react';
import { NavLink, useParams } from 'react-router';
import { useTexts } from '../frame/language.tsx';
import { useMay } from '../frame/session.tsx';
import { taskSettingsTexts } from '../i18n/taskSettings.ts';
import '../knowledge/knowledge.css';
import { EmptyNote } from '../shell/listParts.tsx';
import { OwnerRules } from './ownerRules.tsx';
import './taskSettings.css';
import { RecurringList } from './recurringList.tsx';
import { TypeList } from './typeList.tsx';

const tabs = ['types', 'owners', 'recurring'] as const;
type Tab = (typeof tabs)[number];

const pages: Record<Tab, () => ReactNode> = { types: TypeList, owners: OwnerRules, recurring: RecurringList };

/** How tasks work in this shop: what managers decide. */
export function TaskSettingsArea(): ReactNode {
  const t = useTexts(taskSettingsTexts);
  const { tab = 'types' } = useParams();
  if (!useMay('manager')) {
    return (
      <main className="whole">
        <EmptyNote icon="settings" title={t.notAllowedTitle}>
          {t.notAllowed}
        </EmptyNote>
      </main>
    );
  }
  const shown = tabs.find((each) => each === tab) ?? 'types';
  const Page = pages[shown];
  return (
    <main className="whole">
      <header className="whole-head">
        <h1>{t.title}</h1>
        <nav className="knowledge-tabs" aria-label={t.title}>
          {tabs.map((each) => (
            <NavLink key={each} to={`/task-settings/${each}`} className={each === shown ? 'active' : ''}>
              {t[each]}
            </NavLink>
          ))}
        </nav>
      </header>
      <Page />
    </main>
  );
}
