import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Icon } from '../../frame/icons.tsx';
import { useTexts } from '../../frame/language.tsx';
import { calendarTexts } from '../../i18n/calendars.ts';
import type { CalendarDraft } from '../../queries/calendars.ts';
import { TimeField } from './timeField.tsx';

type Shifts = CalendarDraft['weekly'][number];

/** After a morning comes an afternoon. */
function nextShift(shifts: Shifts): Shifts[number] {
  const last = shifts.at(-1);
  if (!last) return { from: '09:00', to: '18:00' };
  const hour = Number(last.to.slice(0, 2));
  const pad = (value: number): string => `${Math.min(value, 24)}`.padStart(2, '0');
  return { from: `${pad(Math.min(hour + 1, 23))}:00`, to: `${pad(hour + 5)}:00` };
}

interface Props {
  /** What the day is called. */
  day: string;
  shifts: Shifts;
  change(shifts: Shifts): void;
}

/** The stretches of work of one day. */
export function ShiftFields({ day, shifts, change }: Props): ReactNode {
  const t = useTexts(calendarTexts);
  const set = (index: number, part: Partial<Shifts[number]>): void =>
    change(shifts.map((shift, i) => (i === index ? { ...shift, ...part } : shift)));
  return (
    <span className="shifts">
      {shifts.length === 0 && <span className="soft">{t.closed}</span>}
      {shifts.map(({ from, to }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no name but their place
        <span className="shift" key={index}>
          <TimeField label={t.shiftFrom(day)} value={from} change={(next) => set(index, { from: next })} />
          <span aria-hidden="true">–</span>
          <TimeField label={t.shiftTo(day)} value={to} change={(next) => set(index, { to: next })} />
          <Button
            type="text"
            size="small"
            icon={<Icon name="close" />}
            aria-label={t.removeShift(day)}
            onClick={() => change(shifts.filter((_, i) => i !== index))}
          />
        </span>
      ))}
      {shifts.length < 6 && (
        <Button
          size="small"
          aria-label={`${t.addShift}: ${day}`}
          onClick={() => change([...shifts, nextShift(shifts)])}
        >
          {t.addShift}
        </Button>
      )}
    </span>
  );
}
