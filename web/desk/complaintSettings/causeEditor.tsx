import { Alert, App, Button, Input, Popconfirm, Select, Switch } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Cause } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { complaintSettingsTexts } from '../i18n/complaintSettings.ts';
import { useCauseChange } from '../queries/complaintSettings.ts';

/** One cause: its names, and the words by which it is guessed. */
export function CauseEditor({ cause, close }: { cause?: Cause; close(): void }): ReactNode {
  const t = useTexts(complaintSettingsTexts);
  const problemText = useProblemText();
  const { message } = App.useApp();
  const change = useCauseChange();
  const [zh, setZh] = useState(cause?.name.zh ?? '');
  const [en, setEn] = useState(cause?.name.en ?? '');
  const [words, setWords] = useState(cause?.words ?? []);
  const [active, setActive] = useState(cause?.active ?? true);
  const named = zh.trim() !== '' && en.trim() !== '';
  const done = (): void => {
    close();
    void message.success(t.saved);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const given = { name: { zh: zh.trim(), en: en.trim() }, words: words.map((word) => word.trim()), active };
    change.mutate({ ...(cause && { id: cause.id }), cause: given }, { onSuccess: done });
  };
  return (
    <form className="case-form type-form" aria-label={t.newCause} onSubmit={submit}>
      <Input
        aria-label={t.nameZh}
        placeholder={t.nameZh}
        maxLength={60}
        value={zh}
        onChange={(event) => setZh(event.target.value)}
      />
      <Input
        aria-label={t.nameEn}
        placeholder={t.nameEn}
        maxLength={60}
        value={en}
        onChange={(event) => setEn(event.target.value)}
      />
      <Select
        mode="tags"
        open={false}
        suffixIcon={null}
        aria-label={t.words}
        placeholder={t.words}
        value={words}
        tokenSeparators={[',', '，', '、', '\n']}
        onChange={(chosen) => setWords(chosen.filter((word) => word.trim() && word.length <= 40).slice(0, 80))}
      />
      <p className="soft case-line">{t.wordsHint}</p>
      <span className="case-buttons">
        <Switch aria-label={t.active} checked={active} onChange={setActive} /> {t.active}
      </span>
      {!named && <p className="soft case-line">{t.bothLanguages}</p>}
      <span className="case-buttons">
        <Button type="primary" htmlType="submit" disabled={!named} loading={change.isPending}>
          {t.save}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
        {cause && cause.complaints === 0 && (
          <Popconfirm
            title={`${t.remove}: ${cause.name.zh} · ${cause.name.en}`}
            okText={t.remove}
            cancelText={t.cancel}
            onConfirm={() => change.mutate({ remove: cause.id }, { onSuccess: done })}
          >
            <Button danger>{t.remove}</Button>
          </Popconfirm>
        )}
      </span>
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
    </form>
  );
}
