import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { IntentJson } from '#api/examples.ts';
import type { Example } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { nameOf } from '../i18n/dictionary.ts';
import { intentNames, understandingTexts } from '../i18n/understanding.ts';
import { useExampleChange } from '../queries/examples.ts';
import { ExampleItem } from './exampleItem.tsx';

/** One intent: the shop's examples, a field for another, and the sentences that come with it. */
export function IntentExamples({ known, own }: { known: IntentJson; own: Example[] }): ReactNode {
  const t = useTexts(understandingTexts);
  const names = useTexts(intentNames);
  const change = useExampleChange();
  const [text, setText] = useState('');
  const { intent } = known;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim()) change.mutate({ add: { intent, text: text.trim() } }, { onSuccess: () => setText('') });
  };
  const brought = [...known.zh, ...known.en];
  return (
    <section className="block intent" aria-label={nameOf(names, intent)}>
      <h2>{nameOf(names, intent)}</h2>
      <form className="form-inline" onSubmit={submit}>
        <Input
          aria-label={t.addLabel}
          placeholder={t.addHint}
          maxLength={300}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit" disabled={!text.trim()} loading={change.isPending}>
          {t.add}
        </Button>
      </form>
      {change.error && <ProblemNote error={change.error} />}
      {own.length === 0 && <p className="soft">{t.none}</p>}
      <ul className="examples">
        {own.map((example) => (
          <ExampleItem key={example.id} example={example} />
        ))}
      </ul>
      <details>
        <summary>{t.brought(brought.length)}</summary>
        <ul className="brought">
          {brought.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
