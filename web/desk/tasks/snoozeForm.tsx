import { Alert, App, Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { taskTexts } from '../i18n/task.ts';
import { useShop } from '../queries/shop.ts';
import type { useTaskAction } from '../queries/tasks.ts';
import { fieldTime, fieldValue, type Preset, presets, presetTime } from './snoozeTimes.ts';

interface Props {
  action: ReturnType<typeof useTaskAction>;
  close(): void;
}

/** Asks when the task should come back. */
export function SnoozeForm({ action, close }: Props): ReactNode {
  const t = useTexts(taskTexts);
  const formats = useFormats();
  const now = useNow();
  const zone = useShop()?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [other, setOther] = useState(() => fieldValue(new Date(presetTime('tomorrow', new Date(), zone)), zone));
  const [past, setPast] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('button')?.focus(), []);

  const snooze = (until: string): void =>
    action.mutate(
      { kind: 'snooze', until },
      {
        onSuccess: () => {
          close();
          void message.success(t.snoozedDone(formats.moment(until, now)));
        },
      },
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const until = fieldTime(other, zone);
    const isPast = !until || Date.parse(until) <= Date.now();
    setPast(isPast);
    if (!isPast) snooze(until);
  };
  const name = (preset: Preset): ReactNode => (
    <>
      {t[preset]} <span className="soft figures">{formats.time(presetTime(preset, now, zone))}</span>
    </>
  );
  const problem = past
    ? t.snoozePast
    : action.error && action.variables?.kind === 'snooze'
      ? problemText(action.error)
      : undefined;
  return (
    <form ref={form} className="form" aria-label={t.snoozeTitle} onSubmit={submit}>
      <p className="form-label">{t.snoozeTitle}</p>
      <div className="presets">
        {presets.map((preset) => (
          <Button key={preset} disabled={action.isPending} onClick={() => snooze(presetTime(preset, new Date(), zone))}>
            {preset === 'inHour' || preset === 'inThreeHours' ? name(preset) : t[preset]}
          </Button>
        ))}
      </div>
      <div className="form-inline">
        <span aria-hidden="true">{t.otherTime}</span>
        <Input
          type="datetime-local"
          aria-label={t.otherTime}
          value={other}
          min={fieldValue(now, zone)}
          status={past ? 'error' : undefined}
          onChange={(event) => setOther(event.target.value)}
        />
        <Button htmlType="submit" loading={action.isPending}>
          {t.snoozeUntil}
        </Button>
      </div>
      {problem && <Alert type="error" title={problem} showIcon role="alert" />}
      <div className="form-buttons">
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
