import { InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { VoucherWorth } from '../api.ts';
import { Field } from '../care/field.tsx';
import { useTexts } from '../frame/language.tsx';
import { loyaltyTexts } from '../i18n/loyalty.ts';

export const freshWorth: VoucherWorth = { kind: 'value', amount: 1000, minCents: 0, days: 30 };

/** What a voucher is worth and how long it lasts. */
export function WorthFields({ worth, change }: { worth: VoucherWorth; change(worth: VoucherWorth): void }): ReactNode {
  const t = useTexts(loyaltyTexts);
  const set = (part: Partial<VoucherWorth>): void => change({ ...worth, ...part });
  const isValue = worth.kind === 'value';
  return (
    <>
      <Field label={t.kind}>
        <Select<VoucherWorth['kind']>
          aria-label={t.kind}
          value={worth.kind}
          options={(['value', 'percent'] as const).map((value) => ({ value, label: t.kinds[value] }))}
          onChange={(kind) => set({ kind, amount: kind === 'value' ? 1000 : 10 })}
        />
      </Field>
      <Field label={t.off}>
        <InputNumber
          aria-label={t.off}
          min={isValue ? 0.01 : 1}
          max={isValue ? 100_000 : 100}
          precision={isValue ? 2 : 0}
          value={isValue ? worth.amount / 100 : worth.amount}
          onChange={(value) => value && set({ amount: isValue ? Math.round(value * 100) : value })}
        />
      </Field>
      <Field label={t.least}>
        <InputNumber
          aria-label={t.least}
          min={0}
          max={1_000_000}
          value={(worth.minCents ?? 0) / 100}
          onChange={(value) => set({ minCents: Math.round((value ?? 0) * 100) })}
        />
      </Field>
      <Field label={t.days}>
        <InputNumber
          aria-label={t.days}
          min={1}
          max={1100}
          precision={0}
          value={worth.days}
          onChange={(days) => days && set({ days })}
        />
      </Field>
    </>
  );
}
