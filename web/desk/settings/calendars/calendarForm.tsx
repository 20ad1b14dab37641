import { Alert, App, Button, Input, Popconfirm, Select, Switch } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Calendar } from '../../api.ts';
import { localized } from '../../customers/names.ts';
import { useLanguage, useTexts } from '../../frame/language.tsx';
import { useProblemText } from '../../frame/problemNote.tsx';
import { calendarTexts } from '../../i18n/calendars.ts';
import { type CalendarDraft, useCalendarChange } from '../../queries/calendars.ts';
import { calendarProblem } from './calendarProblem.ts';
import { Preview, useWeekdays } from './preview.tsx';
import { ShiftFields } from './shiftFields.tsx';
import { SpecialDays } from './specialDays.tsx';
import { Versions } from './versions.tsx';

interface Props {
  /** Null: a new one. */
  calendar: Calendar | null;
  /** What a new one begins with. */
  like: CalendarDraft;
  holidaysKnownUntil: number;
}

const draftOf = ({ name, zone, weekly, specialDays, chineseHolidays }: CalendarDraft): CalendarDraft => ({
  name,
  zone,
  weekly,
  specialDays,
  chineseHolidays,
});

/** One calendar: name, zone, holidays, week, special days; what comes of it is shown beside it before it is saved. */
export function CalendarForm({ calendar, like, holidaysKnownUntil }: Props): ReactNode {
  const t = useTexts(calendarTexts);
  const { language } = useLanguage();
  const days = useWeekdays();
  const navigate = useNavigate();
  const change = useCalendarChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(() => draftOf(like));
  const [refused, setRefused] = useState(false);
  const set = (part: Partial<CalendarDraft>): void => setDraft({ ...draft, ...part });
  const problem = calendarProblem(draft, days, t.problems);
  const nameless = problem === t.problems.name;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setRefused(problem !== undefined);
    if (problem) return;
    // Told also where the form was made anew for the new version before this comes back; a refusal is shown by `change.error`.
    void change
      .mutateAsync({ draft, ...(calendar && { id: calendar.id, version: calendar.version }) })
      .then((kept) => {
        void message.success(calendar && kept ? t.saved(kept.version) : t.created);
        if (!calendar && kept) void navigate(`/settings/calendars/${kept.id}`);
      })
      .catch(() => undefined);
  };
  const remove = (id: string): void =>
    change.mutate(
      { remove: id },
      {
        onSuccess: () => {
          void message.success(t.removed);
          void navigate('/settings/calendars');
        },
      },
    );
  return (
    <>
      <form className="calendar" onSubmit={save} aria-label={calendar ? localized(calendar.name, language) : t.newOne}>
        <section className="block">
          <div className="calendar-facts">
            <Input
              aria-label={t.nameZh}
              placeholder={t.nameZh}
              maxLength={80}
              value={draft.name.zh}
              onChange={(event) => set({ name: { ...draft.name, zh: event.target.value } })}
            />
            <Input
              aria-label={t.nameEn}
              placeholder={t.nameEn}
              maxLength={80}
              value={draft.name.en}
              onChange={(event) => set({ name: { ...draft.name, en: event.target.value } })}
            />
            <Select
              showSearch
              aria-label={t.zone}
              value={draft.zone}
              options={zonesWith(draft.zone).map((value) => ({ value, label: value }))}
              onChange={(zone) => set({ zone })}
            />
          </div>
          <span className="calendar-switch">
            <Switch
              aria-label={t.holidays}
              checked={draft.chineseHolidays}
              onChange={(chineseHolidays) => set({ chineseHolidays })}
            />
            <span aria-hidden="true">{t.holidays}</span>
          </span>
          {draft.chineseHolidays && <p className="soft">{t.holidaysKnown(holidaysKnownUntil)}</p>}
          <h2>{t.weekly}</h2>
          <ul className="week">
            {draft.weekly.map((shifts, index) => (
              <li key={days[index]}>
                <strong>{days[index]}</strong>
                <ShiftFields
                  day={days[index] ?? ''}
                  shifts={shifts}
                  change={(next) => set({ weekly: draft.weekly.map((each, i) => (i === index ? next : each)) })}
                />
                {index === 0 && (
                  <Button
                    type="link"
                    size="small"
                    onClick={() => set({ weekly: draft.weekly.map((each, i) => (i < 5 ? shifts : each)) })}
                  >
                    {t.copyToAll}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
        <SpecialDays days={draft.specialDays} change={(specialDays) => set({ specialDays })} />
        {((problem && !nameless) || refused) && problem && <Alert type="error" title={problem} showIcon role="alert" />}
        {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
        <span className="case-buttons">
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {t.save}
          </Button>
          {calendar && !calendar.isShop && (
            <Popconfirm
              title={t.removeSure(localized(calendar.name, language))}
              description={t.removeText}
              okText={t.remove}
              cancelText={t.cancel}
              onConfirm={() => remove(calendar.id)}
            >
              <Button danger>{t.remove}</Button>
            </Popconfirm>
          )}
        </span>
      </form>
      <Preview draft={draft} sound={problem === undefined || nameless} />
      {calendar && <Versions calendar={calendar} fill={(past) => set(draftOf({ ...past, name: draft.name }))} />}
    </>
  );
}

/** The zones of the world, and the one that is chosen should the browser call it otherwise. */
function zonesWith(zone: string): string[] {
  return [...new Set([zone, 'Asia/Shanghai', ...Intl.supportedValuesOf('timeZone')])];
}
