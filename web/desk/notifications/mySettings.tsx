import { App, Button, Checkbox, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { NotificationPreference, NotificationSettings } from '../api.ts';
import { localized } from '../customers/names.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { notificationTexts } from '../i18n/notifications.ts';
import { useNotificationSettings, usePreferenceChange } from '../queries/notifications.ts';
import { AccountLink, Mentions } from './accounts.tsx';
import { Browsers } from './browsers.tsx';

type Level = 'all' | 'urgent' | 'none';
/** Half hours of the day, as HH:MM. */
const times = Array.from(
  { length: 48 },
  (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`,
);

/** How one is told outside the desk. */
export function MySettings(): ReactNode {
  const settings = useNotificationSettings();
  if (settings.isPending) return <RowsSkeleton rows={4} />;
  if (!settings.data) return <ProblemNote error={settings.error} retry={() => void settings.refetch()} />;
  return <Settings settings={settings.data} />;
}

function Settings({ settings }: { settings: NotificationSettings }): ReactNode {
  const t = useTexts(notificationTexts);
  const { language } = useLanguage();
  const change = usePreferenceChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [value, setValue] = useState<NotificationPreference>(settings.preference);
  const put = (part: Partial<NotificationPreference>): void => setValue((before) => ({ ...before, ...part }));
  const save = (): void =>
    change.mutate(value, {
      onSuccess: () => void message.success(t.saved),
      onError: (error) => void message.error(problemText(error)),
    });
  const changed = JSON.stringify(value) !== JSON.stringify(settings.preference);
  const levels = (['all', 'urgent', 'none'] as const).map((level) => ({ value: level, label: t.level[level] }));
  const selectOf = (name: 'quietFrom' | 'quietTo', label: string): ReactNode => (
    <Select
      aria-label={`${t.quietOn} · ${label}`}
      value={value[name] ?? undefined}
      options={times.map((time) => ({ value: time, label: time }))}
      onChange={(time: string) => put({ [name]: time })}
    />
  );
  return (
    <>
      <section className="block">
        <h2>{t.waysTitle}</h2>
        <p className="soft">{t.waysLead}</p>
        <ul className="ways">
          {settings.ways.map((way) => (
            <li key={way}>
              <div className="way-head">
                <strong>{t.way[way]}</strong>
                <Segmented<Level>
                  aria-label={t.way[way]}
                  value={value.ways[way] ?? 'all'}
                  options={levels}
                  onChange={(level) => put({ ways: { ...value.ways, [way]: level } })}
                />
              </div>
              {way === 'push' && <Browsers settings={settings} />}
              {(way === 'wecom' || way === 'teams') && <AccountLink way={way} settings={settings} />}
            </li>
          ))}
        </ul>
        {settings.ways.length < 2 && <p className="soft">{t.notSet}</p>}
      </section>
      <section className="block">
        <h2>{t.quietTitle}</h2>
        <p className="soft">{t.quietLead}</p>
        <div className="quiet">
          <Checkbox
            checked={value.quietFrom !== null}
            onChange={({ target }) =>
              put(target.checked ? { quietFrom: '21:00', quietTo: '08:30' } : { quietFrom: null, quietTo: null })
            }
          >
            {t.quietOn}
          </Checkbox>
          {value.quietFrom !== null && (
            <span className="quiet-hours">
              {t.from} {selectOf('quietFrom', t.from)} {t.to} {selectOf('quietTo', t.to)}
            </span>
          )}
          <fieldset className="quiet-days">
            <legend>{t.quietDays}</legend>
            <Checkbox.Group
              value={value.quietDays}
              options={t.days.map((label, index) => ({
                label,
                value: index + 1,
                disabled: value.quietDays.length >= 6 && !value.quietDays.includes(index + 1),
              }))}
              onChange={(days) => put({ quietDays: [...days].sort() })}
            />
          </fieldset>
          <Checkbox checked={value.urgentAnyway} onChange={({ target }) => put({ urgentAnyway: target.checked })}>
            {t.urgentAnyway}
          </Checkbox>
        </div>
      </section>
      <section className="block">
        <h2>{t.kindsTitle}</h2>
        <p className="soft">{t.kindsLead}</p>
        <Checkbox.Group
          className="kinds"
          value={value.mutedKinds}
          options={settings.kinds.map(({ kind, title }) => ({ value: kind, label: localized(title, language) }))}
          onChange={(mutedKinds) => put({ mutedKinds })}
        />
      </section>
      {changed && (
        <div className="save-bar">
          <Button type="primary" loading={change.isPending} onClick={save}>
            {t.save}
          </Button>
        </div>
      )}
      <Mentions settings={settings} />
    </>
  );
}
