import { Button, Input, InputNumber } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { careTexts } from '../i18n/care.ts';
import { type CareManners, useCareChange, useCareManners } from '../queries/care.ts';
import { Field } from './field.tsx';

/** How often at most, and when not: holds for all rules together. */
export function CareMannersBlock({ mayManage }: { mayManage: boolean }): ReactNode {
  const t = useTexts(careTexts);
  const manners = useCareManners();
  const [editing, setEditing] = useState(false);
  if (!manners.data) return null;
  const { days, tiers, quietFrom, quietTo } = manners.data;
  return (
    <section className="block" aria-label={t.manners}>
      {editing ? (
        <MannersForm manners={manners.data} close={() => setEditing(false)} />
      ) : (
        <p className="care-manners">
          {t.mannersLine(days, tiers, quietFrom, quietTo)}
          {mayManage && (
            <Button size="small" onClick={() => setEditing(true)}>
              {t.edit}
            </Button>
          )}
        </p>
      )}
    </section>
  );
}

/** `gold=3, silver=14`; undefined where it is written otherwise. */
function tiersOf(text: string): CareManners['tiers'] | undefined {
  const parts = text.split(/[,，;；]/).flatMap((part) => part.trim() || []);
  const read = parts.map((part) => /^(.{1,40}?)\s*[=＝:：]\s*(\d{1,3})$/.exec(part));
  const tiers = read.flatMap((found) => (found ? [{ tier: found[1]!, days: Number(found[2]) }] : []));
  return tiers.length === parts.length ? tiers : undefined;
}

function MannersForm({ manners, close }: { manners: CareManners; close(): void }): ReactNode {
  const t = useTexts(careTexts);
  const change = useCareChange();
  const [given, setGiven] = useState(manners);
  const [tiers, setTiers] = useState(manners.tiers.map(({ tier, days }) => `${tier}=${days}`).join(', '));
  const read = tiersOf(tiers);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (read) change.mutate({ manners: { ...given, tiers: read } }, { onSuccess: close });
  };
  const time = (key: 'quietFrom' | 'quietTo') => (
    <Field label={t[key]}>
      <Input
        aria-label={t[key]}
        type="time"
        value={given[key]}
        onChange={({ target }) => setGiven({ ...given, [key]: target.value })}
      />
    </Field>
  );
  return (
    <form className="case-form care-fields" onSubmit={submit}>
      <Field label={t.days}>
        <InputNumber
          aria-label={t.days}
          min={1}
          max={365}
          value={given.days}
          onChange={(days) => setGiven({ ...given, days: days ?? 7 })}
        />
      </Field>
      <Field label={t.tierDays}>
        <Input aria-label={t.tierDays} value={tiers} onChange={({ target }) => setTiers(target.value)} />
        {!read && <span role="alert">{t.tierDaysWrong}</span>}
      </Field>
      {time('quietFrom')}
      {time('quietTo')}
      <span className="case-buttons">
        <Button type="primary" htmlType="submit" disabled={!read} loading={change.isPending}>
          {t.save}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </span>
      {change.error && <ProblemNote error={change.error} />}
    </form>
  );
}
