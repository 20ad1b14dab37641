import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Calendar } from '../../api.ts';
import { useFormats, useNow } from '../../frame/formats.ts';
import { useTexts } from '../../frame/language.tsx';
import { calendarTexts } from '../../i18n/calendars.ts';
import { type CalendarPast, useCalendarVersions } from '../../queries/calendars.ts';

/** What a calendar was; an old version can be filled in again. Nothing while there is but one. */
export function Versions({ calendar, fill }: { calendar: Calendar; fill(past: CalendarPast): void }): ReactNode {
  const t = useTexts(calendarTexts);
  const formats = useFormats();
  const now = useNow();
  const past = useCalendarVersions(calendar.id).data?.items ?? [];
  if (past.length < 2) return null;
  return (
    <section className="block">
      <h2>{t.versions}</h2>
      <ul className="people">
        {past.map((each) => (
          <li key={each.version} className="person">
            <span className="person-name">
              <strong>{t.version(each.version)}</strong>
              <span className="soft figures">{formats.moment(each.createdAt, now)}</span>
            </span>
            {each.version === calendar.version ? (
              <span className="soft">{t.present}</span>
            ) : (
              <Button aria-label={`${t.useVersion}: ${t.version(each.version)}`} onClick={() => fill(each)}>
                {t.useVersion}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
