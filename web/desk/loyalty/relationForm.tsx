import { App, Button, InputNumber } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { PoolRoom, SegmentCounts } from '../api.ts';
import { Field } from '../care/field.tsx';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { loyaltyTexts } from '../i18n/loyalty.ts';
import { segmentTexts } from '../i18n/segments.ts';
import { useRelationRules } from '../queries/segments.ts';

interface Props {
  rules: SegmentCounts['rules'];
  room: PoolRoom;
}

/** When customers have gone quiet, and how many one person may look after. */
export function RelationForm({ rules, room }: Props): ReactNode {
  const t = useTexts(segmentTexts);
  const words = useTexts(loyaltyTexts);
  const { message } = App.useApp();
  const change = useRelationRules();
  const [given, setGiven] = useState(rules);
  const [pool, setPool] = useState({ held: room.held, aDay: room.aDay });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate({ rules: given, pool }, { onSuccess: () => void message.success(words.saved) });
  };
  const figure = (label: string, value: number, onChange: (value: number) => void, min = 1, step = 1) => (
    <Field label={label}>
      <InputNumber
        aria-label={label}
        min={min}
        max={100_000}
        step={step}
        value={value}
        onChange={(entered) => entered !== null && onChange(entered)}
      />
    </Field>
  );
  return (
    <form className="block case-form care-fields" aria-label={t.settings} onSubmit={submit}>
      <h2 className="care-wide">{t.settings}</h2>
      <p className="soft care-wide">{t.settingsLead}</p>
      {figure(t.silentGaps, given.silentGaps, (silentGaps) => setGiven({ ...given, silentGaps }), 1, 0.5)}
      {figure(t.lostGaps, given.lostGaps, (lostGaps) => setGiven({ ...given, lostGaps }), 1.1, 0.5)}
      {figure(t.leastDays, given.leastDays, (leastDays) => setGiven({ ...given, leastDays }))}
      {figure(t.guessDays, given.guessDays, (guessDays) => setGiven({ ...given, guessDays }))}
      {figure(t.held, pool.held, (held) => setPool({ ...pool, held }))}
      {figure(t.aDay, pool.aDay, (aDay) => setPool({ ...pool, aDay }))}
      <span className="case-buttons care-wide">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {words.save}
        </Button>
      </span>
      {change.error && <ProblemNote error={change.error} />}
    </form>
  );
}
