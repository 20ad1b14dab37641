import { Checkbox, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Customer } from '../api.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { customerTexts } from '../i18n/customers.ts';
import { privacyTexts } from '../i18n/privacy.ts';
import { customerName } from './names.ts';

const fields = ['name', 'phone', 'email', 'birthday', 'city', 'tier', 'language', 'audience'] as const;

interface Props {
  customer: Customer;
  other: Customer;
  close(): void;
  join(fields: string[]): void;
}

/** Joins another record to this one, field by field: what this one lacks is ticked already. */
export function MergeDialog({ customer, other, close, join }: Props): ReactNode {
  const t = useTexts(privacyTexts);
  const names = useTexts(customerTexts);
  const { language } = useLanguage();
  const differing = fields.filter((field) => other[field] !== null && other[field] !== customer[field]);
  const [taken, setTaken] = useState<string[]>(differing.filter((field) => customer[field] === null));
  return (
    <Modal
      open
      title={t.mergeTitle(customerName(other, language), customerName(customer, language))}
      okText={t.merge}
      cancelText={t.cancel}
      onCancel={close}
      onOk={() => {
        join(taken);
        close();
      }}
    >
      <p>{t.mergeText}</p>
      <Checkbox.Group
        value={taken}
        onChange={setTaken}
        options={differing.map((field) => ({
          value: field,
          label: t.takes(names[field], customer[field] ?? t.none, other[field] ?? t.none),
        }))}
      />
    </Modal>
  );
}
