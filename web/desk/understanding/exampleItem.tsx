import { Button, Input, Tag } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Example } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { understandingTexts } from '../i18n/understanding.ts';
import { useExampleChange } from '../queries/examples.ts';

/** One of the shop's examples with its state; edited in its place. */
export function ExampleItem({ example }: { example: Example }): ReactNode {
  const t = useTexts(understandingTexts);
  const change = useExampleChange();
  const [draft, setDraft] = useState<string>();
  const { id, intent, text, state } = example;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (draft?.trim())
      change.mutate({ id, change: { intent, text: draft.trim() } }, { onSuccess: () => setDraft(undefined) });
  };
  if (draft !== undefined) {
    return (
      <li>
        <form className="form-inline" onSubmit={save}>
          <Input
            aria-label={t.edit}
            autoFocus
            maxLength={300}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
          />
          <Button htmlType="submit" type="primary" loading={change.isPending} disabled={!draft.trim()}>
            {t.save}
          </Button>
          <Button onClick={() => setDraft(undefined)}>{t.cancel}</Button>
        </form>
        {change.error && <ProblemNote error={change.error} />}
      </li>
    );
  }
  return (
    <li className="example" data-state={state}>
      <span className="example-text">{text}</span>
      <Tag>{t[state]}</Tag>
      <span className="example-tools">
        {state === 'removed' ? (
          <Button
            size="small"
            loading={change.isPending}
            onClick={() => change.mutate({ id, change: { intent, text } })}
          >
            {t.restore}
          </Button>
        ) : (
          <>
            <Button size="small" onClick={() => setDraft(text)}>
              {t.edit}
            </Button>
            <Button size="small" loading={change.isPending} onClick={() => change.mutate({ remove: id })}>
              {t.remove}
            </Button>
          </>
        )}
      </span>
      {change.error && <ProblemNote error={change.error} />}
    </li>
  );
}
