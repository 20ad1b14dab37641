import { App, Button } from 'antd';
import { type DragEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { CalendarDay } from '../api.ts';
import { localized } from '../customers/names.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { taskViewTexts } from '../i18n/taskViews.ts';
import { useShop } from '../queries/shop.ts';
import { useCalendar, useDrop, useWorkingDays } from '../queries/taskViews.ts';
import { useAddressValue } from '../shell/address.ts';
import { useKeys } from '../shell/keys.ts';
import { dateAfter, firstShown, monthAfter, monthOf, onDate, shownDays, todayIn } from './calendarDays.ts';
import { DayDialog } from './dayDialog.tsx';
import { useTaskFilter } from './useTaskFilter.ts';
import { ViewHead } from './viewHead.tsx';

const dragged = 'application/x-zhiyin-task';
const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month of tasks by the day on which they are due. A card goes to another day by the mouse; days are walked by the arrows. */
export function TaskCalendar({ raise }: { raise(): void }): ReactNode {
  const t = useTexts(taskViewTexts);
  const { language } = useLanguage();
  const zone = useShop()?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = todayIn(zone, useNow());
  const [monthValue, setMonth] = useAddressValue('month');
  const month = /^\d{4}-\d{2}$/.test(monthValue ?? '') ? monthValue! : monthOf(today);
  const from = firstShown(month);
  const { filter } = useTaskFilter();
  const calendar = useCalendar(filter, from, shownDays);
  const working = useWorkingDays(from, shownDays);
  const [focused, setFocused] = useState(today);
  const [open, setOpen] = useState<string>();
  const grid = useRef<HTMLDivElement>(null);
  const go = (months: number): void => setMonth(monthAfter(month, months));
  useKeys({ '[': () => go(-1), ']': () => go(1), '.': () => setMonth(monthOf(today)) });
  const walk = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (!step || !(event.target as HTMLElement).dataset.day) return;
    event.preventDefault();
    const next = dateAfter((event.target as HTMLElement).dataset.day!, step);
    setFocused(next);
    if (next < from || next >= dateAfter(from, shownDays)) setMonth(monthOf(next));
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus());
  };
  const days = calendar.data?.days ?? [];
  const reachable = days.some(({ date }) => date === focused) ? focused : days[0]?.date;
  const title = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
  return (
    <main className="view" aria-label={t.calendar}>
      <ViewHead raise={raise}>
        <span className="calendar-nav">
          <Button aria-label={t.before} onClick={() => go(-1)}>
            ‹
          </Button>
          <h1 className="calendar-title" aria-live="polite">
            {title}
          </h1>
          <Button aria-label={t.after} onClick={() => go(1)}>
            ›
          </Button>
          <Button disabled={month === monthOf(today)} onClick={() => setMonth(monthOf(today))}>
            {t.today}
          </Button>
        </span>
      </ViewHead>
      {calendar.isPending && <RowsSkeleton />}
      {calendar.error && !calendar.data && <ProblemNote error={calendar.error} retry={() => void calendar.refetch()} />}
      <div className="calendar-week" aria-hidden="true">
        {t.weekdays.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows walk from day to day, each of which is a button */}
      <div className="calendar-grid" ref={grid} onKeyDown={walk}>
        {days.map((day) => {
          const known = working.data?.find(({ date }) => date === day.date);
          return (
            <Day
              key={day.date}
              day={day}
              zone={zone}
              outside={monthOf(day.date) !== month}
              when={day.date === today ? 'today' : day.date < today ? 'past' : 'coming'}
              off={known !== undefined && known.shifts.length === 0}
              name={known?.name ? localized(known.name, language) : undefined}
              reachable={day.date === reachable}
              open={() => setOpen(day.date)}
            />
          );
        })}
      </div>
      {open && <DayDialog date={open} zone={zone} filter={filter} close={() => setOpen(undefined)} />}
    </main>
  );
}

interface DayProps {
  day: CalendarDay;
  zone: string;
  outside: boolean;
  when: 'past' | 'today' | 'coming';
  off: boolean;
  name: string | undefined;
  reachable: boolean;
  open(): void;
}

function Day({ day, zone, outside, when, off, name, reachable, open }: DayProps): ReactNode {
  const t = useTexts(taskViewTexts);
  const formats = useFormats();
  const now = useNow();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const drop = useDrop();
  const [over, setOver] = useState(false);
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [id, dueAt] = event.dataTransfer.getData(dragged).split(' ');
    if (!id || !dueAt) return;
    const moved = onDate(dueAt, day.date, zone);
    if (moved !== dueAt)
      drop.mutate({ id, patch: { dueAt: moved } }, { onError: (error) => void message.error(problemText(error)) });
  };
  const label = `${formats.date(`${day.date}T12:00:00Z`, now)} ${t.dueCount(day.total)}`;
  return (
    <section
      className="calendar-day"
      aria-label={label}
      data-off={off ? 'yes' : 'no'}
      data-over={over ? 'yes' : 'no'}
      onDragOver={(event) => {
        if (when === 'past' || !event.dataTransfer.types.includes(dragged)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <button
        type="button"
        className="calendar-date"
        data-day={day.date}
        aria-label={label}
        tabIndex={reachable ? 0 : -1}
        onClick={open}
      >
        <span className="calendar-number figures" data-when={when} data-outside={outside ? 'yes' : 'no'}>
          {Number(day.date.slice(8))}
        </span>
        {name && <span className="calendar-name">{name}</span>}
        {day.total > 0 && (
          <span className="calendar-count figures" data-late={day.late > 0 ? 'yes' : 'no'}>
            {day.total}
          </span>
        )}
      </button>
      <div className="calendar-items">
        {day.items.map((task) => (
          <Link
            key={task.id}
            className="calendar-item"
            data-row={task.id}
            data-late={task.late ? 'yes' : 'no'}
            to={{ pathname: `/tasks/${task.id}`, search: window.location.search }}
            draggable
            onDragStart={(event) => event.dataTransfer.setData(dragged, `${task.id} ${task.dueAt}`)}
          >
            <span className="figures">{formats.time(task.dueAt)}</span> {task.title}
          </Link>
        ))}
        {day.total > day.items.length && (
          <Button type="link" size="small" onClick={open}>
            {t.more(day.total - day.items.length)}
          </Button>
        )}
      </div>
    </section>
  );
}
