import { Button, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Calendar, Target, TaskPriority } from '../../api.ts';
import { localized } from '../../customers/names.ts';
import { Icon } from '../../frame/icons.tsx';
import { useLanguage, useTexts } from '../../frame/language.tsx';
import { priorityNames } from '../../i18n/names.ts';
import { targetTexts } from '../../i18n/targets.ts';
import { type Unit, unitMinutes, unitOf } from './targetLength.ts';

export const priorities: TaskPriority[] = ['urgent', 'high', 'normal', 'low'];
const units = Object.keys(unitMinutes) as Unit[];
const longest = 60 * 24 * 90;

interface Props {
  target: Target;
  calendars: Calendar[];
  change(part: Partial<Target>): void;
  remove(): void;
}

/** One target: for whom, how long, and counted how. */
export function TargetLine({ target, calendars, change, remove }: Props): ReactNode {
  const t = useTexts(targetTexts);
  const names = useTexts(priorityNames);
  const { language } = useLanguage();
  const [unit, setUnit] = useState<Unit>(() => unitOf(target.minutes));
  const counting = target.aroundTheClock ? 'always' : (target.calendarId ?? 'shop');
  const label = `${t.kinds[target.kind]} ${names[target.priority]} ${target.tier ?? t.everyTier}`;
  const count = (value: string): void =>
    change({
      aroundTheClock: value === 'always',
      calendarId: value === 'always' || value === 'shop' ? null : value,
    });
  return (
    <li className="target">
      <Select<TaskPriority>
        className="target-priority"
        aria-label={`${t.priority} · ${label}`}
        value={target.priority}
        options={priorities.map((value) => ({ value, label: names[value] }))}
        onChange={(priority) => change({ priority })}
      />
      <Input
        className="target-tier"
        aria-label={`${t.tier} · ${label}`}
        placeholder={t.everyTier}
        maxLength={40}
        value={target.tier ?? ''}
        onChange={(event) => change({ tier: event.target.value || null })}
      />
      <span className="target-length">
        <InputNumber
          aria-label={`${t.length} · ${label}`}
          min={1}
          max={longest / unitMinutes[unit]}
          precision={0}
          value={Math.round(target.minutes / unitMinutes[unit])}
          onChange={(value) => value && change({ minutes: value * unitMinutes[unit] })}
        />
        <Select<Unit>
          aria-label={`${t.unit} · ${label}`}
          value={unit}
          options={units.map((value) => ({ value, label: t.units[value] }))}
          onChange={(next) => {
            const value = Math.max(1, Math.round(target.minutes / unitMinutes[unit]));
            setUnit(next);
            change({ minutes: Math.min(value * unitMinutes[next], longest) });
          }}
        />
      </span>
      <Select
        className="target-counting"
        aria-label={`${t.counting} · ${label}`}
        value={counting}
        options={[
          { value: 'shop', label: t.byShop },
          ...calendars
            .filter(({ isShop }) => !isShop)
            .map(({ id, name }) => ({ value: id, label: t.byCalendar(localized(name, language)) })),
          { value: 'always', label: t.dayAndNight },
        ]}
        onChange={count}
      />
      <Button
        className="target-remove"
        type="text"
        icon={<Icon name="close" />}
        aria-label={`${t.remove}: ${label}`}
        onClick={remove}
      />
    </li>
  );
}
