import type { ReactNode } from 'react';
import { localeOf } from '../../../kit/i18n.ts';
import type { WorkingDay } from '../../api.ts';
import { localized } from '../../customers/names.ts';
import { useFormats } from '../../frame/formats.ts';
import { useLanguage, useTexts } from '../../frame/language.tsx';
import { calendarTexts } from '../../i18n/calendars.ts';
import { type CalendarDraft, useCalendarPreview } from '../../queries/calendars.ts';

const dayMs = 86_400_000;
/** 5 January 2026 was a Monday. */
const monday = Date.UTC(2026, 0, 5);

/** The weekdays' names, Monday first. */
export function useWeekdays(width: 'long' | 'short' = 'long'): string[] {
  const { language } = useLanguage();
  const names = new Intl.DateTimeFormat(localeOf[language], { weekday: width, timeZone: 'UTC' });
  return [0, 1, 2, 3, 4, 5, 6].map((day) => names.format(monday + day * dayMs));
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const workOf = ({ shifts }: WorkingDay): number =>
  shifts.reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0);

/** The coming four weeks by what is filled in, each day with its hours and what they follow from. */
export function Preview({ draft, sound }: { draft: CalendarDraft; sound: boolean }): ReactNode {
  const t = useTexts(calendarTexts);
  const formats = useFormats();
  const days = useCalendarPreview(draft, sound).data?.items ?? [];
  const names = useWeekdays('short');
  if (days.length === 0) return null;
  const total = days.reduce((sum, day) => sum + workOf(day), 0);
  const before = weekdayOf(days[0]?.date ?? '');
  return (
    <section className="block" aria-label={t.preview} data-sound={sound ? 'yes' : 'no'}>
      <h2>{t.preview}</h2>
      <p className="soft figures">{t.previewLead(formats.span(total * 60_000, 'hours'))}</p>
      <ol className="month" aria-live="polite">
        {names.map((name) => (
          <li key={name} className="month-name" aria-hidden="true">
            {name}
          </li>
        ))}
        {Array.from({ length: before }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: empty places have nothing else
          <li key={index} className="month-empty" aria-hidden="true" />
        ))}
        {days.map((day) => (
          <Day key={day.date} day={day} weekday={names[weekdayOf(day.date)] ?? ''} />
        ))}
      </ol>
    </section>
  );
}

/** 0 for Monday. */
const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

function Day({ day, weekday }: { day: WorkingDay; weekday: string }): ReactNode {
  const t = useTexts(calendarTexts);
  const { language } = useLanguage();
  const shown = new Intl.DateTimeFormat(localeOf[language], { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const why = [t.because[day.because], day.name && localized(day.name, language)].filter(Boolean).join(' · ');
  return (
    <li className="month-day" data-open={day.shifts.length > 0 ? 'yes' : 'no'} data-because={day.because}>
      <span className="month-date figures">
        <span className="month-weekday">{weekday}</span> {shown.format(new Date(`${day.date}T00:00:00Z`))}
      </span>
      {day.shifts.length === 0 ? (
        <span className="soft">{t.closed}</span>
      ) : (
        day.shifts.map(({ from, to }) => (
          <span key={from} className="figures">
            {from}–{to}
          </span>
        ))
      )}
      {why && <span className="month-why">{why}</span>}
    </li>
  );
}
