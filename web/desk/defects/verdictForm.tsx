import { Alert, Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Defect } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { defectTexts } from '../i18n/defects.ts';
import { useCaseChange } from '../queries/defects.ts';

/** What those who make it found, and which batches it concerns. */
export function VerdictForm({ defect }: { defect: Defect }): ReactNode {
  const t = useTexts(defectTexts);
  const problemText = useProblemText();
  const change = useCaseChange();
  const [verdict, setVerdict] = useState(defect.verdict ?? '');
  const [batches, setBatches] = useState(defect.affectedBatches.join(', '));
  const judge = (state: 'confirmed' | 'rejected'): void => {
    const affectedBatches = batches.split(/[,，、;；\s]+/).filter(Boolean);
    const body = { state, verdict: verdict.trim(), affectedBatches };
    change.mutate({ method: 'post', path: `/defects/${defect.id}/verdict`, body });
  };
  return (
    <form className="case-form" aria-label={t.verdict} onSubmit={(event) => event.preventDefault()}>
      <Input.TextArea
        aria-label={t.verdictHint}
        placeholder={t.verdictHint}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={4000}
        value={verdict}
        onChange={(event) => setVerdict(event.target.value)}
      />
      <Input
        aria-label={t.batches}
        placeholder={t.batches}
        value={batches}
        onChange={(event) => setBatches(event.target.value)}
      />
      <span className="case-buttons">
        <Button type="primary" loading={change.isPending} disabled={!verdict.trim()} onClick={() => judge('confirmed')}>
          {t.confirm}
        </Button>
        <Button disabled={!verdict.trim() || change.isPending} onClick={() => judge('rejected')}>
          {t.rejectDefect}
        </Button>
      </span>
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
    </form>
  );
}
