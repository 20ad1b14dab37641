import { Alert, Button, Checkbox, Input, InputNumber, Segmented, Select, Switch } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { RecurringTask } from '../api.ts';
import { CustomerSelect } from '../customers/customerSelect.tsx';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { recurringTexts } from '../i18n/recurring.ts';
import { type RecurringInput, useRecurringChange } from '../queries/taskSettings.ts';
import { useRuleWords } from './ruleWords.ts';

/** Asks what comes back, for whom, and when. */
export function RecurringForm({ kept, close }: { kept?: RecurringTask; close(): void }): ReactNode {
  const t = useTexts(recurringTexts);
  const { options } = useRuleWords();
  const change = useRecurringChange();
  const problemText = useProblemText();
  const [task, setTask] = useState<RecurringInput>(() => {
    const today = new Date().toISOString().slice(0, 10);
    const rhythm = {
      every: 'week',
      interval: 1,
      weekdays: [1],
      monthDay: 1,
      time: '09:00',
      workdaysOnly: true,
      startsOn: today,
    } as const;
    const fresh = {
      title: '',
      detail: null,
      type: 'custom',
      priority: 'normal',
      teamKey: null,
      ownerId: null,
      customerId: null,
      active: true,
    } as const;
    if (!kept) return { ...fresh, rhythm: { ...rhythm, weekdays: [1] } };
    const { id: _id, coming: _coming, customer, ...known } = kept;
    return { ...known, customerId: customer?.id ?? null };
  });
  const put = (more: Partial<RecurringInput>): void => setTask({ ...task, ...more });
  const { rhythm } = task;
  const turn = (more: Partial<RecurringInput['rhythm']>): void => put({ rhythm: { ...rhythm, ...more } });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate({ ...(kept && { id: kept.id }), task }, { onSuccess: close });
  };
  const ready = task.title.trim() && (rhythm.every !== 'week' || (rhythm.weekdays?.length ?? 0) > 0) && rhythm.startsOn;
  return (
    <form className="form type-form" aria-label={kept?.title ?? t.add} onSubmit={submit}>
      <div className="rule-form">
        <Input
          aria-label={t.title}
          placeholder={t.title}
          maxLength={200}
          value={task.title}
          onChange={({ target }) => put({ title: target.value })}
        />
        <Input
          aria-label={t.detail}
          placeholder={t.detail}
          maxLength={4000}
          value={task.detail ?? ''}
          onChange={({ target }) => put({ detail: target.value || null })}
        />
        <Select aria-label={t.type} value={task.type} options={options.types} onChange={(type) => put({ type })} />
        <Select<string>
          aria-label={t.priority}
          value={task.priority}
          options={options.priorities}
          onChange={(priority) => put({ priority: priority as RecurringInput['priority'] })}
        />
        <Select
          allowClear
          aria-label={t.team}
          placeholder={t.team}
          value={task.teamKey}
          options={options.teams}
          onChange={(teamKey) => put({ teamKey: teamKey ?? null })}
        />
        <Select
          allowClear
          aria-label={t.owner}
          placeholder={t.owner}
          value={task.ownerId}
          options={options.staff}
          onChange={(ownerId) => put({ ownerId: ownerId ?? null })}
        />
        <CustomerSelect
          label={t.customer}
          placeholder={t.customer}
          known={kept?.customer ?? null}
          value={task.customerId}
          onChange={(customerId) => put({ customerId })}
        />
        <div className="rule-pick">
          <Segmented
            aria-label={t.every}
            value={rhythm.every}
            options={(['day', 'week', 'month'] as const).map((value) => ({ value, label: t.units[value] }))}
            onChange={(every) => turn({ every })}
          />
        </div>
        <div className="rule-field">
          <span>{t.interval}</span>
          <InputNumber
            aria-label={t.interval}
            min={1}
            max={52}
            precision={0}
            value={rhythm.interval ?? 1}
            onChange={(interval) => turn({ interval: interval ?? 1 })}
          />
        </div>
        <div className="rule-field">
          <span>{t.time}</span>
          <Input
            type="time"
            aria-label={t.time}
            value={rhythm.time}
            onChange={({ target }) => turn({ time: target.value })}
          />
        </div>
        {rhythm.every === 'week' && (
          <div className="rule-pick">
            <Checkbox.Group
              aria-label={t.weekdays}
              value={rhythm.weekdays ?? []}
              options={t.dayNames.map((label, index) => ({ value: index + 1, label }))}
              onChange={(weekdays) => turn({ weekdays })}
            />
          </div>
        )}
        {rhythm.every === 'month' && (
          <div className="rule-field">
            <span>{t.monthDay}</span>
            <InputNumber
              aria-label={t.monthDay}
              min={1}
              max={31}
              precision={0}
              value={rhythm.monthDay ?? 1}
              onChange={(monthDay) => turn({ monthDay: monthDay ?? 1 })}
            />
          </div>
        )}
        <div className="rule-field">
          <span>{t.startsOn}</span>
          <Input
            type="date"
            aria-label={t.startsOn}
            value={rhythm.startsOn}
            onChange={({ target }) => turn({ startsOn: target.value })}
          />
        </div>
        <div className="rule-pick">
          <Checkbox
            checked={rhythm.workdaysOnly ?? false}
            onChange={({ target }) => turn({ workdaysOnly: target.checked })}
          >
            {t.workdaysOnly}
          </Checkbox>
          <span>
            <Switch
              size="small"
              aria-label={t.active}
              checked={task.active ?? true}
              onChange={(active) => put({ active })}
            />{' '}
            {t.active}
          </span>
        </div>
      </div>
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
      <div className="form-buttons">
        <Button onClick={close}>{t.cancel}</Button>
        <Button type="primary" htmlType="submit" disabled={!ready} loading={change.isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
