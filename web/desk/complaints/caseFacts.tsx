import { Alert, Button, Input, Select } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ComplaintDetail } from '../api.ts';
import { localized } from '../customers/names.ts';
import { type Fact, FactList } from '../frame/factList.tsx';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { defectTexts } from '../i18n/defects.ts';
import { useCaseChange, useCauses } from '../queries/defects.ts';

/** What stands on the product and the receipt, the cause, and by when the customer is answered; staff complete it. */
export function CaseFacts({ complaint }: { complaint: ComplaintDetail }): ReactNode {
  const t = useTexts(defectTexts);
  const formats = useFormats();
  const now = useNow();
  const causeName = useCauseName();
  const [editing, setEditing] = useState(false);
  if (editing) return <FactsForm complaint={complaint} close={() => setEditing(false)} />;
  const facts: Fact[] = [
    [t.cause, complaint.causeCode && causeName(complaint.causeCode)],
    [t.batch, complaint.batch],
    [t.purchasePlace, complaint.purchasePlace],
    [t.purchasedOn, complaint.purchasedOn && formats.date(complaint.purchasedOn, now)],
    [t.answerBy, complaint.state !== 'closed' && complaint.answerBy && formats.moment(complaint.answerBy, now)],
    [t.toldFix, complaint.fixToldAt && formats.moment(complaint.fixToldAt, now)],
  ];
  return (
    <>
      <FactList facts={facts} />
      {complaint.solved !== null && (
        <p className={complaint.solved ? undefined : 'danger-text'}>{complaint.solved ? t.solvedYes : t.solvedNo}</p>
      )}
      <Button size="small" type="link" className="tools" onClick={() => setEditing(true)}>
        {t.completeFacts}
      </Button>
    </>
  );
}

/** The name of a cause code in the reader's language. */
export function useCauseName(): (code: string) => string {
  const { language } = useLanguage();
  const causes = useCauses();
  return (code) => {
    const found = causes.data?.items.find((cause) => cause.code === code);
    return found ? localized(found.name, language) : code;
  };
}

const dayOnly = (at: string | null): string => at?.slice(0, 10) ?? '';

function FactsForm({ complaint, close }: { complaint: ComplaintDetail; close(): void }): ReactNode {
  const t = useTexts(defectTexts);
  const { language } = useLanguage();
  const problemText = useProblemText();
  const causes = useCauses();
  const change = useCaseChange();
  // One that is not offered any more stays where it was given.
  const offered = (causes.data?.items ?? []).filter(({ active, code }) => active || code === complaint.causeCode);
  const [causeCode, setCause] = useState(complaint.causeCode);
  const [batch, setBatch] = useState(complaint.batch ?? '');
  const [purchasePlace, setPlace] = useState(complaint.purchasePlace ?? '');
  const [purchasedOn, setPurchasedOn] = useState(dayOnly(complaint.purchasedOn));
  const [answerBy, setAnswerBy] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = {
      causeCode,
      batch: batch.trim() || null,
      purchasePlace: purchasePlace.trim() || null,
      purchasedOn: purchasedOn || null,
      ...(answerBy && { answerBy: new Date(answerBy).toISOString() }),
    };
    change.mutate({ method: 'patch', path: `/complaints/${complaint.id}/facts`, body }, { onSuccess: close });
  };
  return (
    <form className="case-form" aria-label={t.completeFacts} onSubmit={submit}>
      <Select
        aria-label={t.cause}
        placeholder={t.cause}
        value={causeCode ?? undefined}
        options={offered.map(({ code, name }) => ({ value: code, label: localized(name, language) }))}
        onChange={setCause}
      />
      <Input aria-label={t.batch} placeholder={t.batch} value={batch} onChange={(e) => setBatch(e.target.value)} />
      <Input
        aria-label={t.purchasePlace}
        placeholder={t.purchasePlace}
        value={purchasePlace}
        onChange={(e) => setPlace(e.target.value)}
      />
      <label className="case-label" htmlFor="case-purchased">
        {t.purchasedOn}
        <Input id="case-purchased" type="date" value={purchasedOn} onChange={(e) => setPurchasedOn(e.target.value)} />
      </label>
      <label className="case-label" htmlFor="case-answer-by">
        {t.answerBy}
        <Input
          id="case-answer-by"
          type="datetime-local"
          value={answerBy}
          onChange={(e) => setAnswerBy(e.target.value)}
        />
      </label>
      <span className="case-buttons">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t.save}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </span>
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
    </form>
  );
}
