import type { ReactNode } from 'react';
import { NavLink, useParams } from 'react-router';
import { localized } from '../../customers/names.ts';
import { Icon } from '../../frame/icons.tsx';
import { useLanguage, useTexts } from '../../frame/language.tsx';
import { RowsSkeleton } from '../../frame/pageSkeleton.tsx';
import { ProblemNote } from '../../frame/problemNote.tsx';
import { calendarTexts } from '../../i18n/calendars.ts';
import { useCalendars } from '../../queries/calendars.ts';
import { SettingsPage } from '../settingsPage.tsx';
import { CalendarForm } from './calendarForm.tsx';
import './calendars.css';

/** When people work: the shop's calendar and others. */
export function CalendarArea(): ReactNode {
  const t = useTexts(calendarTexts);
  return (
    <SettingsPage from="manager" refused={t} title={t.calendars} lead={t.lead}>
      <Calendars />
    </SettingsPage>
  );
}

function Calendars(): ReactNode {
  const t = useTexts(calendarTexts);
  const { id } = useParams();
  const { language } = useLanguage();
  const calendars = useCalendars();
  const items = calendars.data?.items ?? [];
  const isNew = id === 'new';
  const shown = items.find((each) => each.id === id) ?? items[0];
  return (
    <>
      {calendars.isPending && <RowsSkeleton />}
      {calendars.error && !calendars.data && (
        <ProblemNote error={calendars.error} retry={() => void calendars.refetch()} />
      )}
      {calendars.data && shown && (
        <>
          <nav className="calendar-choice" aria-label={t.calendars}>
            {items.map((each) => (
              <NavLink
                key={each.id}
                to={`/settings/calendars/${each.id}`}
                className={!isNew && each.id === shown.id ? 'active' : ''}
                aria-current={!isNew && each.id === shown.id ? 'page' : undefined}
              >
                {localized(each.name, language)}
                {each.isShop && <span className="soft"> · {t.shops}</span>}
              </NavLink>
            ))}
            <NavLink to="/settings/calendars/new">
              <Icon name="plus" /> {t.newOne}
            </NavLink>
          </nav>
          {isNew ? (
            <CalendarForm
              key="new"
              calendar={null}
              like={{ ...shown, name: { zh: '', en: '' }, specialDays: [] }}
              holidaysKnownUntil={calendars.data.holidaysKnownUntil}
            />
          ) : (
            <CalendarForm
              key={`${shown.id} ${shown.version}`}
              calendar={shown}
              like={shown}
              holidaysKnownUntil={calendars.data.holidaysKnownUntil}
            />
          )}
        </>
      )}
    </>
  );
}
