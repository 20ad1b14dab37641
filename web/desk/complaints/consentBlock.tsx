import { Alert, Button, Input, Select, Tag } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ComplaintDetail } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { defectTexts } from '../i18n/defects.ts';
import { useCaseChange } from '../queries/defects.ts';

const purposes = ['defectNotice', 'productTest'] as const;
type Purpose = (typeof purposes)[number];

/** What the customer agreed to: being told of the fix, a test; and the test itself, which needs it. */
export function ConsentBlock({ complaint }: { complaint: ComplaintDetail }): ReactNode {
  const t = useTexts(defectTexts);
  const formats = useFormats();
  const now = useNow();
  const [open, setOpen] = useState<'consent' | 'test'>();
  const { consents } = complaint;
  return (
    <section className="block" aria-label={t.consents}>
      <h2>{t.consents}</h2>
      {consents.length === 0 && <p className="soft">{t.noConsents}</p>}
      <ul className="case-list">
        {consents.map((each) => (
          <li key={each.id}>
            <span className="case-similar">
              <span>
                {t.purposes[each.purpose as Purpose] ?? each.purpose}{' '}
                <Tag className={each.granted ? 'tag-accent' : undefined}>{each.granted ? t.granted : t.refused}</Tag>
                <time className="soft figures">{formats.moment(each.at, now)}</time>
              </span>
              {each.proof && <span className="soft">{each.proof}</span>}
            </span>
          </li>
        ))}
      </ul>
      {open === 'consent' && <ConsentForm id={complaint.id} close={() => setOpen(undefined)} />}
      {open === 'test' && <TestForm id={complaint.id} close={() => setOpen(undefined)} />}
      {!open && (
        <span className="case-buttons">
          <Button size="small" onClick={() => setOpen('consent')}>
            {t.recordConsent}
          </Button>
          <Button size="small" onClick={() => setOpen('test')}>
            {t.planTest}
          </Button>
        </span>
      )}
    </section>
  );
}

function ConsentForm({ id, close }: { id: string; close(): void }): ReactNode {
  const t = useTexts(defectTexts);
  const problemText = useProblemText();
  const change = useCaseChange();
  const [purpose, setPurpose] = useState<Purpose>('productTest');
  const [granted, setGranted] = useState(true);
  const [proof, setProof] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = { purpose, granted, wording: `desk.${purpose}@1`, proof: proof.trim() };
    change.mutate({ method: 'post', path: `/complaints/${id}/consents`, body }, { onSuccess: close });
  };
  return (
    <form className="case-form" aria-label={t.recordConsent} onSubmit={submit}>
      <Select<Purpose>
        aria-label={t.consents}
        value={purpose}
        options={purposes.map((value) => ({ value, label: t.purposes[value] }))}
        onChange={setPurpose}
      />
      <Select<'yes' | 'no'>
        aria-label={t.granted}
        value={granted ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: t.granted },
          { value: 'no', label: t.refused },
        ]}
        onChange={(value) => setGranted(value === 'yes')}
      />
      <Input aria-label={t.proof} placeholder={t.proof} value={proof} onChange={(e) => setProof(e.target.value)} />
      <FormButtons pending={change.isPending} ready={proof.trim() !== ''} close={close} />
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
    </form>
  );
}

function TestForm({ id, close }: { id: string; close(): void }): ReactNode {
  const t = useTexts(defectTexts);
  const problemText = useProblemText();
  const change = useCaseChange();
  const [what, setWhat] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = { what: what.trim() };
    change.mutate({ method: 'post', path: `/complaints/${id}/tests`, body }, { onSuccess: close });
  };
  return (
    <form className="case-form" aria-label={t.planTest} onSubmit={submit}>
      <Input aria-label={t.testWhat} placeholder={t.testWhat} value={what} onChange={(e) => setWhat(e.target.value)} />
      <FormButtons pending={change.isPending} ready={what.trim() !== ''} close={close} />
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
    </form>
  );
}

function FormButtons({ pending, ready, close }: { pending: boolean; ready: boolean; close(): void }): ReactNode {
  const t = useTexts(defectTexts);
  return (
    <span className="case-buttons">
      <Button type="primary" htmlType="submit" loading={pending} disabled={!ready}>
        {t.save}
      </Button>
      <Button onClick={close}>{t.cancel}</Button>
    </span>
  );
}
