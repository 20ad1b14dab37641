import { Alert, Button, Input, Tag } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { ComplaintDetail, SimilarComplaint } from '../api.ts';
import { complaintNumber } from '../customers/names.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { defectTexts } from '../i18n/defects.ts';
import { useCaseChange, useSimilar } from '../queries/defects.ts';

/** What this complaint has in common with others: its defect, and complaints that may belong to it. */
export function DefectBlock({ complaint }: { complaint: ComplaintDetail }): ReactNode {
  const t = useTexts(defectTexts);
  const problemText = useProblemText();
  const similar = useSimilar(complaint.id);
  const change = useCaseChange();
  const { defect } = complaint;
  const join = (defectId: string, complaintId: string): void =>
    change.mutate({ method: 'put', path: `/defects/${defectId}/complaints/${complaintId}` });
  const rows = similar.data?.items ?? [];
  return (
    <section className="block" aria-label={t.similar}>
      <h2>{t.similar}</h2>
      {defect && (
        <p className="case-line">
          {t.partOf}{' '}
          <Link to={`/defects/${defect.id}`}>
            <span className="figures">D-{defect.number}</span> {defect.title}
          </Link>
          {!complaint.fixToldAt && (
            <Button
              size="small"
              type="link"
              onClick={() =>
                change.mutate({ method: 'delete', path: `/defects/${defect.id}/complaints/${complaint.id}` })
              }
            >
              {t.part}
            </Button>
          )}
        </p>
      )}
      {similar.data && rows.length === 0 && <p className="soft">{t.noSimilar}</p>}
      <ul className="case-list">
        {rows.map((each) => (
          <li key={each.id}>
            <Similar complaint={each} />
            {defect && !each.defect && (
              <Button size="small" onClick={() => join(defect.id, each.id)}>
                {t.group}
              </Button>
            )}
            {!defect && each.defect && (
              <Button size="small" onClick={() => join(each.defect!.id, complaint.id)}>
                {t.groupHere}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!defect && <NewDefect complaint={complaint} similar={rows.filter((each) => !each.defect)} />}
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
    </section>
  );
}

function Similar({ complaint }: { complaint: SimilarComplaint }): ReactNode {
  const t = useTexts(defectTexts);
  return (
    <span className="case-similar">
      <Link to={`/complaints/${complaint.id}`} className="figures">
        {complaintNumber(complaint.number)}
      </Link>
      <span className="case-told">{complaint.whatHappened}</span>
      <span>
        {complaint.shared.map((sign) => (
          <Tag key={sign}>{t.shared[sign]}</Tag>
        ))}
        {complaint.defect && <Tag className="tag-accent">D-{complaint.defect.number}</Tag>}
      </span>
    </span>
  );
}

function NewDefect({ complaint, similar }: { complaint: ComplaintDetail; similar: SimilarComplaint[] }): ReactNode {
  const t = useTexts(defectTexts);
  const problemText = useProblemText();
  const change = useCaseChange();
  const [title, setTitle] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!title.trim()) return;
    const complaintIds = [complaint.id, ...similar.map(({ id }) => id)];
    change.mutate({ method: 'post', path: '/defects', body: { title: title.trim(), complaintIds } });
  };
  return (
    <form className="form-inline" aria-label={t.makeDefect} onSubmit={submit}>
      <Input
        aria-label={t.defectTitle}
        placeholder={t.defectTitle}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Button htmlType="submit" loading={change.isPending} disabled={!title.trim()}>
        {t.makeDefect}
        {similar.length > 0 && ` (${similar.length + 1})`}
      </Button>
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
    </form>
  );
}
