import { App, Button, Input, InputNumber } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field } from '../care/field.tsx';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { loyaltyTexts } from '../i18n/loyalty.ts';
import { useLoyaltyChange } from '../queries/loyalty.ts';
import { freshWorth, WorthFields } from './worthFields.tsx';
import '../care/care.css';

/** Points and vouchers that a manager gives by hand, each with its reason. */
export function GiveForms({ customerId }: { customerId: string }): ReactNode {
  const t = useTexts(loyaltyTexts);
  const [open, setOpen] = useState<'points' | 'voucher'>();
  const [points, setPoints] = useState<number | null>(null);
  const [worth, setWorth] = useState(freshWorth);
  const [note, setNote] = useState('');
  const { message } = App.useApp();
  const change = useLoyaltyChange(customerId);
  const done = (words: string) => ({
    onSuccess: () => {
      setOpen(undefined);
      setNote('');
      setPoints(null);
      void message.success(words);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (open === 'points' && points) change.mutate({ points, note: note.trim() }, done(t.entered));
    if (open === 'voucher') change.mutate({ worth, note: note.trim() || null }, done(t.issued));
  };
  if (!open) {
    return (
      <span className="case-buttons">
        <Button size="small" onClick={() => setOpen('points')}>
          {t.give}
        </Button>
        <Button size="small" onClick={() => setOpen('voucher')}>
          {t.issue}
        </Button>
      </span>
    );
  }
  return (
    <form className="case-form care-fields" aria-label={open === 'points' ? t.give : t.issue} onSubmit={submit}>
      {open === 'points' ? (
        <Field label={t.amount}>
          <InputNumber aria-label={t.amount} precision={0} value={points} onChange={setPoints} />
        </Field>
      ) : (
        <WorthFields worth={worth} change={setWorth} />
      )}
      <Field label={t.why}>
        <Input aria-label={t.why} maxLength={300} value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
      <span className="case-buttons care-wide">
        <Button
          type="primary"
          htmlType="submit"
          disabled={open === 'points' && (!points || !note.trim())}
          loading={change.isPending}
        >
          {open === 'points' ? t.give : t.issue}
        </Button>
        <Button onClick={() => setOpen(undefined)}>{t.cancel}</Button>
      </span>
      {change.error && <ProblemNote error={change.error} />}
    </form>
  );
}
