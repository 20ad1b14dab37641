import { Button, InputNumber } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { careTexts } from '../i18n/care.ts';
import { careByHandTexts } from '../i18n/careByHand.ts';
import { useCareChange, useHandLimits } from '../queries/care.ts';
import { Field } from './field.tsx';

const roles = ['staff', 'manager', 'administrator'] as const;

/** How many customers one person may choose by hand on a day. */
export function HandLimitsBlock({ mayManage }: { mayManage: boolean }): ReactNode {
  const t = useTexts(careByHandTexts);
  const care = useTexts(careTexts);
  const limits = useHandLimits().data;
  const change = useCareChange();
  const [given, setGiven] = useState<typeof limits>();
  if (!limits) return null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (given) change.mutate({ handLimits: given }, { onSuccess: () => setGiven(undefined) });
  };
  if (!given) {
    return (
      <section className="block" aria-label={t.limits}>
        <p className="care-manners">
          <span>
            {t.limits} <span className="figures">{roles.map((role) => `${t[role]} ${limits[role]}`).join(' · ')}</span>
          </span>
          {mayManage && (
            <Button size="small" onClick={() => setGiven(limits)}>
              {care.edit}
            </Button>
          )}
        </p>
      </section>
    );
  }
  return (
    <form className="block case-form care-fields" aria-label={t.limits} onSubmit={submit}>
      {roles.map((role) => (
        <Field key={role} label={t[role]}>
          <InputNumber
            aria-label={t[role]}
            min={0}
            max={100_000}
            value={given[role]}
            onChange={(value) => setGiven({ ...given, [role]: value ?? 0 })}
          />
        </Field>
      ))}
      <span className="case-buttons">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {care.save}
        </Button>
        <Button onClick={() => setGiven(undefined)}>{care.cancel}</Button>
      </span>
      {change.error && <ProblemNote error={change.error} />}
    </form>
  );
}
