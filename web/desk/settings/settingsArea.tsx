import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { useTexts } from '../frame/language.tsx';
import { useMay } from '../frame/session.tsx';
import { settingsTexts } from '../i18n/settings.ts';
import { EmptyNote } from '../shell/listParts.tsx';
import { ApiKeys } from './apiKeys.tsx';
import { DemoRemoval } from './demoRemoval.tsx';
import { SettingsTabs } from './settingsTabs.tsx';
import { StaffList } from './staffList.tsx';

/** What administrators look after: people, programs, the demo shop. */
export function SettingsArea(): ReactNode {
  const t = useTexts(settingsTexts);
  const mayManage = useMay('manager');
  if (!useMay('administrator')) {
    if (mayManage) return <Navigate to="/settings/calendars" replace />;
    return (
      <main className="whole">
        <EmptyNote icon="settings" title={t.notAllowedTitle}>
          {t.notAllowed}
        </EmptyNote>
      </main>
    );
  }
  return (
    <main className="whole">
      <SettingsTabs />
      <header className="whole-head">
        <h1>{t.title}</h1>
      </header>
      <StaffList />
      <ApiKeys />
      <DemoRemoval />
    </main>
  );
}
