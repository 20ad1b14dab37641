import { App, Button, Checkbox, Input, InputNumber } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { PointsRules } from '../api.ts';
import { Field } from '../care/field.tsx';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { loyaltyTexts } from '../i18n/loyalty.ts';
import { useRulesChange } from '../queries/loyalty.ts';
import { FactorFields } from './factorFields.tsx';

/** How purchases earn points, how long they last, what they are good for. */
export function PointsForm({ rules }: { rules: PointsRules }): ReactNode {
  const t = useTexts(loyaltyTexts);
  const { message } = App.useApp();
  const change = useRulesChange();
  const [given, setGiven] = useState(rules);
  const set = (part: Partial<PointsRules>): void => setGiven({ ...given, ...part });
  const { exchange } = given;
  const setExchange = (part: Partial<PointsRules['exchange']>): void => set({ exchange: { ...exchange, ...part } });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate({ points: given }, { onSuccess: () => void message.success(t.saved) });
  };
  const figure = (label: string, value: number | null, onChange: (value: number | null) => void, precision = 0) => (
    <Field label={label}>
      <InputNumber
        aria-label={label}
        min={precision ? 0.01 : 1}
        max={1_000_000}
        precision={precision}
        value={value}
        onChange={onChange}
      />
    </Field>
  );
  return (
    <form className="block case-form care-fields" aria-label={t.earning} onSubmit={submit}>
      <h2 className="care-wide">{t.earning}</h2>
      <Checkbox className="care-wide" checked={given.active} onChange={({ target }) => set({ active: target.checked })}>
        {t.active}
      </Checkbox>
      {figure(
        t.perPoint,
        given.centsPerPoint / 100,
        (yuan) => yuan && set({ centsPerPoint: Math.round(yuan * 100) }),
        2,
      )}
      {figure(t.months, given.months, (months) => set({ months }))}
      <Field label={t.since}>
        <Input
          type="date"
          aria-label={t.since}
          value={given.since ?? ''}
          onChange={({ target }) => set({ since: target.value || null })}
        />
      </Field>
      <FactorFields factors={given.factors} change={(factors) => set({ factors })} />
      <Checkbox
        className="care-wide"
        checked={exchange.active}
        onChange={({ target }) => setExchange({ active: target.checked })}
      >
        {t.exchange}
      </Checkbox>
      {figure(t.minPoints, exchange.minPoints, (minPoints) => minPoints && setExchange({ minPoints }))}
      {figure(
        t.worth,
        exchange.centsPerPoint / 100,
        (yuan) => yuan && setExchange({ centsPerPoint: Math.round(yuan * 100) }),
        2,
      )}
      {figure(t.voucherDays, exchange.days, (days) => days && setExchange({ days }))}
      <span className="case-buttons care-wide">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t.save}
        </Button>
      </span>
      {change.error && <ProblemNote error={change.error} />}
    </form>
  );
}
