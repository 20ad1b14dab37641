import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../frame/language.tsx';
import { RowsSkeleton } from '../../frame/pageSkeleton.tsx';
import { ProblemNote } from '../../frame/problemNote.tsx';
import { calendarTexts } from '../../i18n/calendars.ts';
import { targetTexts } from '../../i18n/targets.ts';
import { useCalendars, useServiceTargets } from '../../queries/calendars.ts';
import { SettingsPage } from '../settingsPage.tsx';
import { TargetForm } from './targetForm.tsx';
import './targets.css';

/** How long customers may wait, by priority and tier. */
export function TargetArea(): ReactNode {
  const t = useTexts(targetTexts);
  const calendar = useTexts(calendarTexts);
  const waits = <Link to="/levels">{t.waits}</Link>;
  return (
    <SettingsPage from="manager" refused={calendar} title={t.title} lead={t.lead} more={waits}>
      <Targets />
    </SettingsPage>
  );
}

function Targets(): ReactNode {
  const targets = useServiceTargets();
  const calendars = useCalendars();
  const failed = [targets, calendars].find(({ error, data }) => error && !data);
  if (failed) return <ProblemNote error={failed.error} retry={() => void failed.refetch()} />;
  if (!targets.data || !calendars.data) return <RowsSkeleton />;
  const key = JSON.stringify(targets.data.targets);
  return <TargetForm key={key} targets={targets.data} calendars={calendars.data.items} />;
}
