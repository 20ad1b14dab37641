import { Alert, App, Button, Input, Select } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { PauseReason } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { levelTexts } from '../i18n/levels.ts';
import type { useLevelAction } from '../queries/levels.ts';
import { useShop } from '../queries/shop.ts';
import { fieldTime, fieldValue, presetTime } from '../tasks/snoozeTimes.ts';

/** In the order in which they are offered. */
export const pauseReasons: PauseReason[] = [
  'waitingForCustomer',
  'waitingForSupplier',
  'waitingForGoods',
  'agreedDate',
  'other',
];

interface Props {
  what: string;
  action: ReturnType<typeof useLevelAction>;
  close(): void;
}

/** Asks why a wait stands, and until when: without both it does not. */
export function PauseForm({ what, action, close }: Props): ReactNode {
  const t = useTexts(levelTexts);
  const formats = useFormats();
  const now = useNow();
  const zone = useShop()?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [reason, setReason] = useState<PauseReason>('waitingForCustomer');
  const [note, setNote] = useState('');
  const [until, setUntil] = useState(() => fieldValue(new Date(presetTime('tomorrow', new Date(), zone)), zone));
  const [wrong, setWrong] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const time = fieldTime(until, zone);
    const isPast = !time || Date.parse(time) <= Date.now();
    const isBare = reason === 'other' && !note.trim();
    setWrong(isPast ? t.past : isBare ? t.noteNeeded : undefined);
    if (isPast || isBare) return;
    action.mutate(
      { pause: { reason, note: note.trim() || null, until: time } },
      {
        onSuccess: () => {
          close();
          void message.success(t.pauseDone(formats.moment(time, now)));
        },
      },
    );
  };
  const problem = wrong ?? (action.error ? problemText(action.error) : undefined);
  return (
    <form className="case-form" aria-label={t.pauseOf(what)} onSubmit={submit}>
      <Select<PauseReason>
        autoFocus
        aria-label={t.why}
        value={reason}
        options={pauseReasons.map((value) => ({ value, label: t.reasons[value] }))}
        onChange={setReason}
      />
      <Input
        type="datetime-local"
        aria-label={t.until}
        value={until}
        min={fieldValue(now, zone)}
        onChange={(event) => setUntil(event.target.value)}
      />
      <Input
        aria-label={t.note}
        placeholder={t.note}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <span className="soft">{t.untilHint}</span>
      {problem && <Alert type="error" title={problem} showIcon role="alert" />}
      <span className="case-buttons">
        <Button type="primary" htmlType="submit" loading={action.isPending}>
          {t.pause}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </span>
    </form>
  );
}
