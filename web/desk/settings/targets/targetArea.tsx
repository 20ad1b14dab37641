import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../frame/language.tsx';
import { RowsSkeleton } from '../../frame/pageSkeleton.tsx';
import { ProblemNote } from '../../frame/problemNote.tsx';
import { useMay } from '../../frame/session.tsx';
import { calendarTexts } from '../../i18n/calendars.ts';
import { targetTexts } from '../../i18n/targets.ts';
import { useCalendars, useServiceTargets } from '../../queries/calendars.ts';
import { EmptyNote } from '../../shell/listParts.tsx';
import { SettingsTabs } from '../settingsTabs.tsx';
import { TargetForm } from './targetForm.tsx';
import './targets.css';

/** How long customers may wait, by priority and tier. */
export function TargetArea(): ReactNode {
  const t = useTexts(targetTexts);
  const calendar = useTexts(calendarTexts);
  const targets = useServiceTargets();
  const calendars = useCalendars();
  if (!useMay('manager')) {
    return (
      <main className="whole">
        <EmptyNote icon="settings" title={calendar.notAllowedTitle}>
          {calendar.notAllowed}
        </EmptyNote>
      </main>
    );
  }
  const failed = [targets, calendars].find(({ error, data }) => error && !data);
  return (
    <main className="whole">
      <SettingsTabs />
      <header className="whole-head">
        <h1>{t.title}</h1>
        <p className="soft">{t.lead}</p>
        <Link to="/levels">{t.waits}</Link>
      </header>
      {failed ? (
        <ProblemNote error={failed.error} retry={() => void failed.refetch()} />
      ) : targets.data && calendars.data ? (
        <TargetForm
          key={JSON.stringify(targets.data.targets)}
          targets={targets.data}
          calendars={calendars.data.items}
        />
      ) : (
        <RowsSkeleton />
      )}
    </main>
  );
}
