import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '../frame/language.tsx';
import { useCustomers } from '../queries/customers.ts';
import { rowsOf } from '../queries/records.ts';
import { customerName } from './names.ts';

interface Props {
  label?: string;
  placeholder: string;
  disabled?: boolean;
  /** Is offered whatever is searched for. */
  known?: { id: string; name: string | null } | null;
  value?: string | null;
  onChange?(id: string | null): void;
  /** Of the form that it stands in. */
  id?: string;
}

/** A customer, found by words. */
export function CustomerSelect({ label, known, value, onChange, ...rest }: Props): ReactNode {
  const { language } = useLanguage();
  const [words, setWords] = useState('');
  const customers = useCustomers(words);
  const found = rowsOf(customers.data).map(({ id, name }) => ({ id, name }));
  const choices = known ? [known, ...found.filter(({ id }) => id !== known.id)] : found;
  return (
    <Select<string | null>
      {...rest}
      {...(label && { 'aria-label': label })}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={customers.isFetching}
      value={value ?? null}
      options={choices.map((each) => ({ value: each.id, label: customerName(each, language) }))}
      onChange={(id) => onChange?.(id ?? null)}
    />
  );
}
