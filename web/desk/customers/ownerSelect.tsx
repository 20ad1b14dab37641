import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../frame/language.tsx';
import { segmentTexts } from '../i18n/segments.ts';
import { useStaffList } from '../queries/settings.ts';

interface Props {
  ownerId: string | undefined;
  busy: boolean;
  choose(ownerId: string): void;
}

/** A manager gives a customer to a colleague who works here; also one whom somebody else looks after. */
export function OwnerSelect({ ownerId, busy, choose }: Props): ReactNode {
  const t = useTexts(segmentTexts);
  const people = (useStaffList().data?.items ?? []).filter(({ active, demo, id }) => active && !demo && id !== ownerId);
  return (
    <Select<string | null, { value: string; label: string }>
      size="small"
      aria-label={t.assign}
      style={{ width: 160 }}
      placeholder={t.assign}
      value={null}
      loading={busy}
      disabled={busy}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      notFoundContent={t.nobodyElse}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(chosen) => chosen && choose(chosen)}
    />
  );
}
