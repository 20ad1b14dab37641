import { App, Button, InputNumber } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { notificationTexts } from '../i18n/notifications.ts';
import { useClimbRule, useClimbRuleChange } from '../queries/notifications.ts';

/** After how many minutes something urgent and unread climbs. */
export function ClimbRule(): ReactNode {
  const t = useTexts(notificationTexts);
  const rule = useClimbRule();
  const change = useClimbRuleChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [minutes, setMinutes] = useState<number | null>(null);
  if (!rule.data) return null;
  const kept = rule.data.climbAfterMinutes;
  const shown = minutes ?? kept;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(shown, {
      onSuccess: () => void message.success(t.saved),
      onError: (error) => void message.error(problemText(error)),
    });
  };
  return (
    <section className="block">
      <h2>{t.climbTitle}</h2>
      <p className="soft">{t.climbLead}</p>
      <form className="climb" onSubmit={save}>
        <span>{t.climbBefore}</span>
        <InputNumber aria-label={t.minutes} min={1} max={1440} precision={0} value={shown} onChange={setMinutes} />
        <span>{t.climbAfter}</span>
        <Button htmlType="submit" disabled={shown === kept} loading={change.isPending}>
          {t.save}
        </Button>
      </form>
    </section>
  );
}
