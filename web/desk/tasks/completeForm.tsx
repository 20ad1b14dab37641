import { Alert, App, Button, Input, Radio } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Outcome, TaskDetail } from '../api.ts';
import { localized } from '../customers/names.ts';
import { useDraft } from '../frame/draft.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { submitOnCtrlEnter } from '../frame/submit.ts';
import { outcomeNames } from '../i18n/names.ts';
import { nextContactTexts } from '../i18n/nextContact.ts';
import { taskTexts } from '../i18n/task.ts';
import { useShop } from '../queries/shop.ts';
import type { useTaskAction } from '../queries/tasks.ts';
import { NextContactField } from './nextContactField.tsx';
import { answerOf, unasked } from './nextContactTimes.ts';

interface Props {
  task: TaskDetail;
  action: ReturnType<typeof useTaskAction>;
  close(): void;
}

/** Asks what came of the task, one of the outcomes of its type; some need a note, some the required steps. */
export function CompleteForm({ task, action, close }: Props): ReactNode {
  const t = useTexts(taskTexts);
  const names = useTexts(outcomeNames);
  const problemText = useProblemText();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const [outcome, setOutcome] = useState<Outcome>();
  const [note, setNote, forgetNote] = useDraft(`outcome.${task.id}`);
  const [missing, setMissing] = useState<string>();
  const next = useTexts(nextContactTexts);
  const zone = useShop()?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [planned, setPlanned] = useState(unasked);
  const answer = answerOf(planned, zone, new Date());
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input[type=radio]')?.focus(), []);

  const ofOutcome = task.outcomes.find((each) => each.outcome === outcome);
  const left = ofOutcome?.steps ? task.checklist.filter(({ required, doneAt }) => required && !doneAt) : [];
  const undone =
    left.length > 0
      ? t.stepsFirst(left.map(({ text }) => localized(text, language)).join(language === 'zh' ? '、' : '; '))
      : undefined;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const needed = ofOutcome?.note && !note.trim() ? t.noteNeeded : undefined;
    const open = task.customer && answer === undefined ? next.needed : undefined;
    const wrong = outcome ? (undone ?? needed ?? open) : t.outcomeNeeded;
    setMissing(wrong);
    if (!outcome || wrong) return;
    action.mutate(
      { kind: 'complete', outcome, note: note.trim() || null, ...(task.customer && { next: answer ?? null }) },
      {
        onSuccess: () => {
          forgetNote();
          close();
          void message.success(t.completed);
        },
      },
    );
  };
  const problem =
    missing ?? (action.error && action.variables?.kind === 'complete' ? problemText(action.error) : undefined);
  return (
    <form ref={form} className="form" aria-label={t.finish} onSubmit={submit} onKeyDown={submitOnCtrlEnter}>
      <p className="form-label" id={`outcome-${task.id}`}>
        {t.outcome}
      </p>
      <Radio.Group
        aria-labelledby={`outcome-${task.id}`}
        className="outcomes"
        value={outcome}
        onChange={(event) => {
          setOutcome(event.target.value as Outcome);
          setMissing(undefined);
        }}
        options={task.outcomes.map(({ outcome: value }) => ({ value, label: names[value] }))}
      />
      <Input.TextArea
        aria-label={t.outcomeNote}
        placeholder={t.outcomeNote}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {task.customer && <NextContactField value={planned} change={setPlanned} />}
      {problem && <Alert type="error" title={problem} showIcon role="alert" />}
      <div className="form-buttons">
        <Button onClick={close}>{t.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={action.isPending}>
          {t.finish}
        </Button>
      </div>
    </form>
  );
}
