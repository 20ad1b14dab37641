import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useTexts } from '../frame/language.tsx';
import { useMay } from '../frame/session.tsx';
import { calendarTexts } from '../i18n/calendars.ts';
import { contactTexts } from '../i18n/contacts.ts';
import { costTexts } from '../i18n/costs.ts';
import { erasureTexts } from '../i18n/erasures.ts';
import { loyaltyTexts } from '../i18n/loyalty.ts';
import { retentionTexts } from '../i18n/retention.ts';
import '../knowledge/knowledge.css';

/** The pages of the administration: people and keys for administrators, the rest for managers, too. */
export function SettingsTabs(): ReactNode {
  const t = useTexts(calendarTexts);
  const loyalty = useTexts(loyaltyTexts);
  const costs = useTexts(costTexts);
  const contacts = useTexts(contactTexts);
  const retention = useTexts(retentionTexts);
  const erasures = useTexts(erasureTexts);
  const administers = useMay('administrator');
  return (
    <nav className="knowledge-tabs" aria-label={t.tabs}>
      {administers && (
        <NavLink end to="/settings">
          {t.people}
        </NavLink>
      )}
      <NavLink to="/settings/calendars">{t.calendars}</NavLink>
      <NavLink to="/settings/targets">{t.targets}</NavLink>
      <NavLink to="/settings/loyalty">{loyalty.tab}</NavLink>
      <NavLink to="/settings/costs">{costs.tab}</NavLink>
      {administers && <NavLink to="/settings/contacts">{contacts.tab}</NavLink>}
      {administers && <NavLink to="/settings/retention">{retention.tab}</NavLink>}
      <NavLink to="/settings/erasures">{erasures.tab}</NavLink>
      {administers && <NavLink to="/settings/webhooks">{t.webhooks}</NavLink>}
    </nav>
  );
}
