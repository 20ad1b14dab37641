import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Survey } from '../api.ts';
import { Field } from '../care/field.tsx';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { surveyTexts } from '../i18n/surveys.ts';
import { type SurveyInput, useSurveyChange } from '../queries/surveys.ts';
import { useAskingChoices } from './askingChoices.ts';

type Asking = Survey['asking'];
const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));
const clocked = ['complaintClosed', 'taskDone', 'afterPurchase'];

/** Whom a survey asks, when, by which way and how often. */
export function AskingForm({ id, input }: { id: string; input: SurveyInput }): ReactNode {
  const t = useTexts(surveyTexts);
  const change = useSurveyChange();
  const [asking, setAsking] = useState<Asking>(input.asking);
  const set = (part: Partial<Asking>) => setAsking({ ...asking, ...part });
  const segment = (part: Partial<Asking['segment']>) => set({ segment: { ...asking.segment, ...part } });
  const number = (
    key: 'days' | 'quietMinutes' | 'samplePercent' | 'expireDays' | 'editHours' | 'reminderDays',
    label: string,
    min: number,
    max: number,
  ) => (
    <Field label={label}>
      <InputNumber
        aria-label={label}
        min={min}
        max={max}
        value={asking[key]}
        onChange={(value) => set({ [key]: value ?? min })}
      />
    </Field>
  );
  const span = (key: 'boughtWithinDays' | 'silentForDays', label: string) => (
    <Field label={label}>
      <InputNumber
        aria-label={label}
        min={1}
        max={3650}
        value={asking.segment[key]}
        onChange={(value) => segment({ [key]: value ?? null })}
      />
    </Field>
  );
  const choices = useAskingChoices();
  const several = (
    label: string,
    of: 'types' | 'tiers',
    value: string[],
    placeholder: string | undefined,
    put: (value: string[]) => void,
  ) => (
    <Field label={label}>
      <Select
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        options={choices[of](value)}
        onChange={put}
      />
    </Field>
  );
  const ofMany = asking.trigger === 'date' || asking.trigger === 'segment';
  return (
    <section className="block survey-asking" aria-label={t.tabs.asking}>
      <div className="care-fields">
        <Field label={t.trigger}>
          <Select
            aria-label={t.trigger}
            value={asking.trigger}
            options={options(t.triggers)}
            onChange={(trigger) => set({ trigger })}
          />
        </Field>
        {clocked.includes(asking.trigger) && number('days', t.days, 0, 365)}
        {asking.trigger === 'conversationSolved' && number('quietMinutes', t.quietMinutes, 0, 300)}
        {asking.trigger === 'taskDone' &&
          several(t.taskTypes, 'types', asking.taskTypes, undefined, (taskTypes) => set({ taskTypes }))}
        {asking.trigger === 'afterPurchase' && (
          <Field label={t.category}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              aria-label={t.category}
              placeholder={t.anyCategory}
              value={asking.categoryKey}
              options={choices.categories(asking.categoryKey ? [asking.categoryKey] : [])}
              onChange={(categoryKey: string | undefined) => set({ categoryKey: categoryKey ?? null })}
            />
          </Field>
        )}
        {asking.trigger === 'date' && (
          <>
            <Field label={t.date}>
              <Input
                aria-label={t.date}
                type="date"
                value={asking.date ?? ''}
                onChange={({ target }) => set({ date: target.value || null })}
              />
            </Field>
            <Field label={t.every}>
              <Select
                aria-label={t.every}
                value={String(asking.everyMonths)}
                options={options(t.everyMonths as Record<string, string>)}
                onChange={(months) => set({ everyMonths: Number(months) })}
              />
            </Field>
          </>
        )}
        {ofMany && several(t.tiers, 'tiers', asking.segment.tiers, t.everybody, (tiers) => segment({ tiers }))}
        {ofMany && span('boughtWithinDays', t.boughtWithin)}
        {ofMany && span('silentForDays', t.silentFor)}
        {number('samplePercent', t.sample, 1, 100)}
        {number('expireDays', t.expire, 1, 90)}
        {number('editHours', t.edit, 0, 720)}
        {number('reminderDays', t.reminder, 0, 30)}
        <Field label={t.ways}>
          <Checkbox.Group
            value={asking.ways}
            options={(['chat', 'mail'] as const).map((value) => ({ value, label: t.wayNames[value]! }))}
            onChange={(ways) => set({ ways: ways as Asking['ways'] })}
          />
        </Field>
      </div>
      {change.error && <ProblemNote error={change.error} />}
      <Button
        type="primary"
        loading={change.isPending}
        onClick={() => change.mutate({ id, input: { ...input, asking } })}
      >
        {change.isSuccess ? t.saved : t.save}
      </Button>
    </section>
  );
}
