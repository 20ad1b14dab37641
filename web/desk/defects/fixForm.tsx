import { Alert, Button, Checkbox, Input, Popconfirm } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Defect } from '../api.ts';
import { useDraft } from '../frame/draft.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { defectTexts } from '../i18n/defects.ts';
import { useCaseChange } from '../queries/defects.ts';

/** What was changed, in both languages: everybody who agreed is told with these words. */
export function FixForm({ defect }: { defect: Defect }): ReactNode {
  const t = useTexts(defectTexts);
  const problemText = useProblemText();
  const change = useCaseChange();
  const [zh, setZh] = useDraft(`defect.${defect.id}.zh`);
  const [en, setEn] = useDraft(`defect.${defect.id}.en`);
  const [labelZh, setLabelZh] = useState('');
  const [labelEn, setLabelEn] = useState('');
  const [writeArticle, setWriteArticle] = useState(true);
  const both = (a: string, b: string): boolean => a.trim() !== '' && b.trim() !== '';
  const labelled = both(labelZh, labelEn);
  const ready = both(zh, en) && (labelled || (!labelZh.trim() && !labelEn.trim()));
  const tell = (): void => {
    const labelNote = labelled ? { zh: labelZh.trim(), en: labelEn.trim() } : null;
    const body = { fix: { zh: zh.trim(), en: en.trim() }, labelNote, writeArticle };
    change.mutate({ method: 'post', path: `/defects/${defect.id}/fix`, body });
  };
  const area = (label: string, value: string, set: (text: string) => void): ReactNode => (
    <Input.TextArea
      aria-label={label}
      placeholder={label}
      autoSize={{ minRows: 1, maxRows: 6 }}
      maxLength={2000}
      value={value}
      onChange={(event) => set(event.target.value)}
    />
  );
  return (
    <form className="case-form" aria-label={t.fix} onSubmit={(event) => event.preventDefault()}>
      {area(t.fixZh, zh, setZh)}
      {area(t.fixEn, en, setEn)}
      {area(t.labelZh, labelZh, setLabelZh)}
      {area(t.labelEn, labelEn, setLabelEn)}
      <Checkbox checked={writeArticle} onChange={(event) => setWriteArticle(event.target.checked)}>
        {t.writeArticle}
      </Checkbox>
      {!ready && <p className="soft">{t.needBoth}</p>}
      <span className="case-buttons">
        <Popconfirm
          title={t.tellAll(defect.agreed - defect.told)}
          description={<span className="case-sure">{t.tellSure}</span>}
          okText={t.tellAll(defect.agreed - defect.told)}
          cancelText={t.cancel}
          onConfirm={tell}
          disabled={!ready}
        >
          <Button type="primary" loading={change.isPending} disabled={!ready}>
            {t.tellAll(defect.agreed - defect.told)}
          </Button>
        </Popconfirm>
      </span>
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
    </form>
  );
}
