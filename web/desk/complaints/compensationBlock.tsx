import { Alert, Button, Input, InputNumber, Select, Tag } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Compensation, ComplaintDetail } from '../api.ts';
import { useFormats } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { useMay, useStaff } from '../frame/session.tsx';
import { defectTexts } from '../i18n/defects.ts';
import { useCaseChange, useLimits } from '../queries/defects.ts';

const kinds = ['gift', 'refund', 'voucher'] as const;
type Kind = (typeof kinds)[number];

/** What the customer gets for it: granted within one's limit, else approved by somebody who may. */
export function CompensationBlock({ complaint }: { complaint: ComplaintDetail }): ReactNode {
  const t = useTexts(defectTexts);
  const [asking, setAsking] = useState(false);
  return (
    <section className="block" aria-label={t.compensation}>
      <h2>{t.compensation}</h2>
      {complaint.compensations.length === 0 && !asking && <p className="soft">{t.noCompensation}</p>}
      <ul className="case-list">
        {complaint.compensations.map((each) => (
          <Granted key={each.id} compensation={each} />
        ))}
      </ul>
      {asking ? (
        <GrantForm complaintId={complaint.id} close={() => setAsking(false)} />
      ) : (
        <Button size="small" onClick={() => setAsking(true)}>
          {t.compensation}
        </Button>
      )}
    </section>
  );
}

function Granted({ compensation }: { compensation: Compensation }): ReactNode {
  const t = useTexts(defectTexts);
  const formats = useFormats();
  const problemText = useProblemText();
  const staff = useStaff();
  const mayLead = useMay('manager');
  const change = useCaseChange();
  const { id, state } = compensation;
  const decide = (approve: boolean): void =>
    change.mutate({ method: 'post', path: `/compensations/${id}/decision`, body: { approve } });
  return (
    <li>
      <span className="case-similar">
        <strong>
          {t.kinds[compensation.kind as Kind] ?? compensation.kind}{' '}
          <span className="figures">{formats.money(compensation.amountCents)}</span>
        </strong>
        <span>{compensation.reason}</span>
        <span className="soft">
          <Tag className={state === 'requested' ? 'tag-accent' : undefined}>{t.compensationStates[state]}</Tag>
          {compensation.requestedBy && t.askedBy(compensation.requestedBy.name)}
          {compensation.decidedBy && ` · ${t.decidedBy(compensation.decidedBy.name)}`}
        </span>
      </span>
      <span className="case-buttons">
        {state === 'requested' && mayLead && compensation.requestedBy?.id !== staff.id && (
          <>
            <Button size="small" type="primary" loading={change.isPending} onClick={() => decide(true)}>
              {t.approve}
            </Button>
            <Button size="small" onClick={() => decide(false)}>
              {t.reject}
            </Button>
          </>
        )}
        {state === 'approved' && (
          <Button
            size="small"
            loading={change.isPending}
            onClick={() => change.mutate({ method: 'post', path: `/compensations/${id}/given` })}
          >
            {t.give}
          </Button>
        )}
      </span>
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
    </li>
  );
}

function GrantForm({ complaintId, close }: { complaintId: string; close(): void }): ReactNode {
  const t = useTexts(defectTexts);
  const formats = useFormats();
  const problemText = useProblemText();
  const { role } = useStaff();
  const limits = useLimits();
  const change = useCaseChange();
  const [kind, setKind] = useState<Kind>('gift');
  const [amount, setAmount] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const limit = limits.data?.[role];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!amount || !reason.trim()) return;
    const body = { complaintId, kind, amountCents: Math.round(amount * 100), reason: reason.trim() };
    change.mutate({ method: 'post', path: '/compensations', body }, { onSuccess: close });
  };
  return (
    <form className="case-form" aria-label={t.compensation} onSubmit={submit}>
      <Select<Kind>
        aria-label={t.compensation}
        value={kind}
        options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
        onChange={setKind}
      />
      <InputNumber
        aria-label={t.amount}
        placeholder={t.amount}
        min={0.01}
        max={1_000_000}
        precision={2}
        value={amount}
        onChange={setAmount}
        style={{ width: '100%' }}
      />
      <Input.TextArea
        aria-label={t.reason}
        placeholder={t.reason}
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {limits.data && (
        <p className="soft">{typeof limit === 'number' ? t.limitNote(formats.money(limit)) : t.noLimit}</p>
      )}
      <span className="case-buttons">
        <Button type="primary" htmlType="submit" loading={change.isPending} disabled={!amount || !reason.trim()}>
          {t.grant}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </span>
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
    </form>
  );
}
