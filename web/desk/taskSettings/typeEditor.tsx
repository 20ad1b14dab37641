import { Alert, App, Button, Checkbox, Input, Switch } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Outcome, TaskTypeRule } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { outcomeNames } from '../i18n/names.ts';
import { taskSettingsTexts } from '../i18n/taskSettings.ts';
import { useTaskTypeChange } from '../queries/taskSettings.ts';
import { useTypeName } from '../tasks/typeName.ts';
import { StepEditor } from './stepEditor.tsx';

const fresh: Pick<TaskTypeRule, 'name' | 'active' | 'checklist' | 'outcomes'> = {
  name: { zh: '', en: '' },
  active: true,
  checklist: [],
  outcomes: [
    { outcome: 'solved', note: false, steps: true },
    { outcome: 'other', note: true, steps: false },
  ],
};

/** A type's name (of one's own), its steps, and how its tasks may end. */
export function TypeEditor({ type, close }: { type?: TaskTypeRule; close(): void }): ReactNode {
  const t = useTexts(taskSettingsTexts);
  const nameOf = useTypeName();
  const change = useTaskTypeChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [draft, setDraft] = useState({ ...fresh, ...type });
  const [missing, setMissing] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const texts = [...(draft.name ? [draft.name] : []), ...draft.checklist.map(({ text }) => text)];
    const unsaid = texts.some(({ zh, en }) => !zh.trim() || !en.trim());
    const wrong = unsaid ? t.bothLanguages : draft.outcomes.length === 0 ? t.oneOutcome : undefined;
    setMissing(wrong);
    if (wrong) return;
    const { name, active, checklist, outcomes } = draft;
    change.mutate(
      { ...(type && { key: type.key }), type: { name, active, checklist, outcomes } },
      {
        onSuccess: () => {
          close();
          void message.success(t.saved);
        },
      },
    );
  };
  const problem = missing ?? (change.error ? problemText(change.error) : undefined);
  const title = type ? nameOf(type.key, type.name) : t.newType;
  return (
    <form className="form type-form" aria-label={title} onSubmit={submit}>
      <div className="block-head">
        <h2>{title}</h2>
        <span className="type-switch">
          <Switch
            aria-label={t.on}
            checked={draft.active}
            onChange={(active) => setDraft({ ...draft, active })}
            size="small"
          />{' '}
          {draft.active ? t.on : t.off}
        </span>
      </div>
      {draft.name && (
        <div className="step-texts">
          <Input
            aria-label={t.nameZh}
            placeholder={t.nameZh}
            maxLength={40}
            value={draft.name.zh}
            onChange={({ target }) => setDraft({ ...draft, name: { zh: target.value, en: draft.name?.en ?? '' } })}
          />
          <Input
            aria-label={t.nameEn}
            placeholder={t.nameEn}
            maxLength={40}
            value={draft.name.en}
            onChange={({ target }) => setDraft({ ...draft, name: { zh: draft.name?.zh ?? '', en: target.value } })}
          />
        </div>
      )}
      <StepEditor steps={draft.checklist} change={(checklist) => setDraft({ ...draft, checklist })} />
      <OutcomeEditor rules={draft.outcomes} change={(outcomes) => setDraft({ ...draft, outcomes })} />
      {problem && <Alert type="error" title={problem} showIcon role="alert" />}
      <div className="form-buttons">
        <Button onClick={close}>{t.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}

type OutcomeRules = TaskTypeRule['outcomes'];

function OutcomeEditor({ rules, change }: { rules: OutcomeRules; change(rules: OutcomeRules): void }): ReactNode {
  const t = useTexts(taskSettingsTexts);
  const names = useTexts(outcomeNames);
  const all = Object.keys(names) as Outcome[];
  // Those in use keep their order; the others follow.
  const shown = [
    ...rules.map(({ outcome }) => outcome),
    ...all.filter((each) => !rules.some((r) => r.outcome === each)),
  ];
  const put = (outcome: Outcome, more: Partial<OutcomeRules[number]>): void =>
    change(rules.map((rule) => (rule.outcome === outcome ? { ...rule, ...more } : rule)));
  return (
    <fieldset className="type-outcomes">
      <legend className="form-label">{t.outcomes}</legend>
      <p className="soft">{t.outcomesLead}</p>
      {shown.map((outcome) => {
        const rule = rules.find((each) => each.outcome === outcome);
        return (
          <div key={outcome} className="type-outcome">
            <Checkbox
              checked={rule !== undefined}
              onChange={({ target }) =>
                change(
                  target.checked
                    ? [...rules, { outcome, note: outcome === 'other', steps: false }]
                    : rules.filter((each) => each.outcome !== outcome),
                )
              }
            >
              {names[outcome]}
            </Checkbox>
            {rule && (
              <span>
                <Checkbox
                  aria-label={`${names[outcome]}: ${t.needsNote}`}
                  checked={rule.note}
                  onChange={({ target }) => put(outcome, { note: target.checked })}
                >
                  {t.needsNote}
                </Checkbox>
                <Checkbox
                  aria-label={`${names[outcome]}: ${t.needsSteps}`}
                  checked={rule.steps}
                  onChange={({ target }) => put(outcome, { steps: target.checked })}
                >
                  {t.needsSteps}
                </Checkbox>
              </span>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
