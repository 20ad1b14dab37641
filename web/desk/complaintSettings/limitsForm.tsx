import { Alert, App, Button, Checkbox, InputNumber } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { CompensationLimits, Role } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { useMay } from '../frame/session.tsx';
import { complaintSettingsTexts } from '../i18n/complaintSettings.ts';
import { roleNames } from '../i18n/names.ts';
import { useLimitsChange } from '../queries/complaintSettings.ts';
import { useLimits } from '../queries/defects.ts';

const roles: readonly Role[] = ['staff', 'manager', 'administrator'];
/** ¥1,000,000: a shop with more than that has no limit. */
const MOST = 1_000_000;

/** What each role may grant for one complaint. */
export function LimitsForm(): ReactNode {
  const t = useTexts(complaintSettingsTexts);
  const limits = useLimits();
  if (limits.isPending) return <RowsSkeleton rows={3} />;
  if (!limits.data) return <ProblemNote error={limits.error} retry={() => void limits.refetch()} />;
  return (
    <section className="block">
      <p className="soft">{t.limitsLead}</p>
      <Editor limits={limits.data} />
    </section>
  );
}

function Editor({ limits }: { limits: CompensationLimits }): ReactNode {
  const t = useTexts(complaintSettingsTexts);
  const names = useTexts(roleNames);
  const problemText = useProblemText();
  const { message } = App.useApp();
  const mayChange = useMay('administrator');
  const change = useLimitsChange();
  const [draft, setDraft] = useState(limits);
  const set = (role: Role, cents: number | null): void => setDraft((before) => ({ ...before, [role]: cents }));
  const isRising = roles.every((role, place) => {
    const below = place === 0 ? 0 : draft[roles[place - 1]!];
    return draft[role] === null || (below !== null && below <= draft[role]);
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(draft, { onSuccess: () => void message.success(t.saved) });
  };
  return (
    <form className="case-form" aria-label={t.limits} onSubmit={submit}>
      {roles.map((role) => (
        <fieldset key={role} className="limit-line" disabled={!mayChange}>
          <label htmlFor={`limit-${role}`}>{t.limit(names[role])}</label>
          <InputNumber
            id={`limit-${role}`}
            min={0}
            max={MOST}
            precision={2}
            disabled={!mayChange || draft[role] === null}
            value={draft[role] === null ? null : draft[role] / 100}
            onChange={(value) => set(role, Math.round((value ?? 0) * 100))}
          />
          <Checkbox
            aria-label={`${names[role]}: ${t.noLimit}`}
            disabled={!mayChange}
            checked={draft[role] === null}
            onChange={(event) => set(role, event.target.checked ? null : (limits[role] ?? 0))}
          >
            {t.noLimit}
          </Checkbox>
        </fieldset>
      ))}
      {!isRising && <Alert type="warning" title={t.rising} showIcon role="alert" />}
      {mayChange ? (
        <span className="case-buttons">
          <Button type="primary" htmlType="submit" disabled={!isRising} loading={change.isPending}>
            {t.save}
          </Button>
        </span>
      ) : (
        <p className="soft">{t.onlyAdministrator}</p>
      )}
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
    </form>
  );
}
