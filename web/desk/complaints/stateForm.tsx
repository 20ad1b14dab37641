import { Alert, App, Button, Input, Select } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ComplaintDetail, ComplaintState } from '../api.ts';
import { useDraft } from '../frame/draft.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { submitOnCtrlEnter } from '../frame/submit.ts';
import { defectTexts } from '../i18n/defects.ts';
import { complaintStateNames } from '../i18n/names.ts';
import { nextContactTexts } from '../i18n/nextContact.ts';
import { recordTexts } from '../i18n/records.ts';
import { useComplaintState } from '../queries/records.ts';
import { useShop } from '../queries/shop.ts';
import { NextContactField } from '../tasks/nextContactField.tsx';
import { answerOf, unasked } from '../tasks/nextContactTimes.ts';
import { nextStates } from './nextStates.ts';

/** Moves the complaint on, with a note for its log. */
export function StateForm({ complaint }: { complaint: ComplaintDetail }): ReactNode {
  const t = useTexts(recordTexts);
  const defects = useTexts(defectTexts);
  const names = useTexts(complaintStateNames);
  const problemText = useProblemText();
  const { message } = App.useApp();
  const change = useComplaintState(complaint.id);
  const [state, setState] = useState<ComplaintState>();
  const [note, setNote, forget] = useDraft(`complaint.${complaint.id}`);
  const [answer, setAnswer, forgetAnswer] = useDraft(`complaint.${complaint.id}.answer`);
  const next = useTexts(nextContactTexts);
  const zone = useShop()?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [planned, setPlanned] = useState(unasked);
  const nextAnswer = answerOf(planned, zone, new Date());
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!state || (state === 'closed' && nextAnswer === undefined)) {
      setMissing(true);
      return;
    }
    change.mutate(
      {
        state,
        note: note.trim() || null,
        answer: (state === 'answered' && answer.trim()) || null,
        ...(state === 'closed' && { next: nextAnswer ?? null }),
      },
      {
        onSuccess: () => {
          forget();
          forgetAnswer();
          setState(undefined);
          void message.success(t.moved);
        },
      },
    );
  };
  const problem = missing
    ? state
      ? next.needed
      : t.chooseState
    : change.error
      ? problemText(change.error)
      : undefined;
  return (
    <form className="state-form" aria-label={t.moveTo} onSubmit={submit} onKeyDown={submitOnCtrlEnter}>
      <Select<ComplaintState>
        aria-label={t.moveTo}
        placeholder={t.moveTo}
        value={state}
        options={nextStates(complaint.state).map((value) => ({ value, label: names[value] }))}
        onChange={(value) => {
          setState(value);
          setMissing(false);
        }}
      />
      <Input.TextArea
        aria-label={t.moveNote}
        placeholder={t.moveNote}
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {state === 'answered' && complaint.conversationId && (
        <Input.TextArea
          aria-label={defects.answerToCustomer}
          placeholder={defects.answerToCustomer}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
      )}
      {state === 'closed' && <NextContactField value={planned} change={setPlanned} />}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t.move}
      </Button>
      {problem && <Alert type="error" title={problem} showIcon role="alert" />}
    </form>
  );
}
