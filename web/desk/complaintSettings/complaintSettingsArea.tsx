import type { ReactNode } from 'react';
import { NavLink, useParams } from 'react-router';
import { useTexts } from '../frame/language.tsx';
import { useMay } from '../frame/session.tsx';
import { complaintSettingsTexts } from '../i18n/complaintSettings.ts';
import '../knowledge/knowledge.css';
import { oneOf } from '../shell/address.ts';
import { EmptyNote } from '../shell/listParts.tsx';
import '../taskSettings/taskSettings.css';
import { CauseList } from './causeList.tsx';
import { LimitsForm } from './limitsForm.tsx';

const tabs = ['causes', 'limits'] as const;
type Tab = (typeof tabs)[number];

const pages: Record<Tab, () => ReactNode> = { causes: CauseList, limits: LimitsForm };

/** How complaints work in this shop: what managers decide. */
export function ComplaintSettingsArea(): ReactNode {
  const t = useTexts(complaintSettingsTexts);
  const { tab } = useParams();
  if (!useMay('manager')) {
    return (
      <main className="whole">
        <EmptyNote icon="settings" title={t.notAllowedTitle}>
          {t.notAllowed}
        </EmptyNote>
      </main>
    );
  }
  const shown = oneOf(tab, tabs);
  const Page = pages[shown];
  return (
    <main className="whole">
      <header className="whole-head">
        <h1>{t.title}</h1>
        <nav className="knowledge-tabs" aria-label={t.title}>
          {tabs.map((each) => (
            <NavLink key={each} to={`/complaint-settings/${each}`} className={each === shown ? 'active' : ''}>
              {t[each]}
            </NavLink>
          ))}
          <NavLink to="/task-settings/owners">{t.teams}</NavLink>
        </nav>
      </header>
      <Page />
    </main>
  );
}
