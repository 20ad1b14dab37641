import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { Icon } from '../../frame/icons.tsx';
import { useTexts } from '../../frame/language.tsx';
import { calendarTexts } from '../../i18n/calendars.ts';
import type { CalendarDraft } from '../../queries/calendars.ts';
import { ShiftFields } from './shiftFields.tsx';

type Days = CalendarDraft['specialDays'];

/** Days that differ from the week and from the holidays. */
export function SpecialDays({ days, change }: { days: Days; change(days: Days): void }): ReactNode {
  const t = useTexts(calendarTexts);
  const set = (index: number, part: Partial<Days[number]>): void =>
    change(days.map((day, i) => (i === index ? { ...day, ...part } : day)));
  return (
    <section className="block">
      <div className="block-head">
        <h2>{t.special}</h2>
        <Button
          icon={<Icon name="plus" />}
          onClick={() => change([...days, { date: '', shifts: [], note: '' }])}
          disabled={days.length >= 400}
        >
          {t.addDay}
        </Button>
      </div>
      <p className="soft">{t.specialLead}</p>
      <ul className="week">
        {days.map((day, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a new day has no date yet
          <li className="special" key={index}>
            <Input
              type="date"
              aria-label={t.date}
              value={day.date}
              onChange={(event) => set(index, { date: event.target.value })}
            />
            <ShiftFields day={day.date || t.date} shifts={day.shifts} change={(shifts) => set(index, { shifts })} />
            <Input
              aria-label={t.dayNote}
              placeholder={t.dayNote}
              maxLength={60}
              value={day.note ?? ''}
              onChange={(event) => set(index, { note: event.target.value })}
            />
            <Button
              type="text"
              icon={<Icon name="close" />}
              aria-label={`${t.removeDay} ${day.date}`}
              onClick={() => change(days.filter((_, i) => i !== index))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
