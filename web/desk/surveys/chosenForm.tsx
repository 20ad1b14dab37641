import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { customerName } from '../customers/names.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { segmentTexts } from '../i18n/segments.ts';
import { surveySendTexts } from '../i18n/surveySend.ts';
import type { Chosen } from '../queries/care.ts';
import { useCustomers } from '../queries/customers.ts';
import { rowsOf } from '../queries/records.ts';
import { useSegments } from '../queries/segments.ts';

interface Props {
  onChange(chosen: Chosen): void;
}

/** Everybody, or all of a segment. */
export function SegmentSelect({ onChange }: Props): ReactNode {
  const t = useTexts(surveySendTexts);
  const words = useTexts(segmentTexts);
  const counts = useSegments().data?.items ?? [];
  return (
    <Select
      aria-label={t.segment}
      defaultValue=""
      options={[
        { value: '', label: t.everybody },
        ...counts.map(({ segment, customers }) => ({
          value: segment as string,
          label: `${words.segments[segment]} (${customers})`,
        })),
      ]}
      onChange={(segment) => onChange({ filter: segment ? { segment } : {} })}
    />
  );
}

/** Customers one by one, found by words. */
export function PeopleSelect({ onChange }: Props): ReactNode {
  const t = useTexts(surveySendTexts);
  const { language } = useLanguage();
  const [words, setWords] = useState('');
  const customers = useCustomers(words);
  return (
    <Select
      mode="multiple"
      aria-label={t.people}
      placeholder={t.peopleHint}
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={customers.isFetching}
      options={rowsOf(customers.data).map((each) => ({ value: each.id, label: customerName(each, language) }))}
      onChange={(customerIds: string[]) => onChange({ customerIds })}
    />
  );
}
