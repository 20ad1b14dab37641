import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useTexts } from '../frame/language.tsx';
import { useMay } from '../frame/session.tsx';
import { complaintSettingsTexts } from '../i18n/complaintSettings.ts';
import { defectTexts } from '../i18n/defects.ts';
import '../knowledge/knowledge.css';

/** From single complaints to what they have in common, and back. */
export function CaseTabs(): ReactNode {
  const t = useTexts(defectTexts);
  const settings = useTexts(complaintSettingsTexts);
  const mayManage = useMay('manager');
  return (
    <nav className="knowledge-tabs" aria-label={t.tabs}>
      <NavLink to="/complaints">{t.complaints}</NavLink>
      <NavLink to="/defects">{t.defects}</NavLink>
      {mayManage && <NavLink to="/complaint-settings">{settings.settings}</NavLink>}
    </nav>
  );
}
