import { Button, Input, Tag } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useFormats } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { nameOf } from '../i18n/dictionary.ts';
import { intentNames, understandingTexts } from '../i18n/understanding.ts';
import { useReading } from '../queries/examples.ts';

/** A sentence to try: what the bot takes it for, and how sure it is. */
export function SentenceTest(): ReactNode {
  const t = useTexts(understandingTexts);
  const names = useTexts(intentNames);
  const formats = useFormats();
  const [text, setText] = useState('');
  const reading = useReading();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim()) reading.mutate(text.trim());
  };
  return (
    <section className="block sentence" aria-label={t.test}>
      <form className="form-inline" onSubmit={submit}>
        <Input
          aria-label={t.testLabel}
          placeholder={t.testHint}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit" disabled={!text.trim()} loading={reading.isPending}>
          {t.tryIt}
        </Button>
      </form>
      {reading.error && <ProblemNote error={reading.error} />}
      <div aria-live="polite">
        {reading.data && (
          <div className="read">
            <ol className="read-wishes">
              {reading.data.wishes.map((wish) => (
                <li key={wish.text}>
                  <Tag>{nameOf(names, wish.intent)}</Tag>
                  <span className="figures">{formats.percent(wish.confidence)}</span>
                  {reading.data.wishes.length > 1 && <span className="soft">{t.wish(wish.text)}</span>}
                </li>
              ))}
            </ol>
            <p className="soft">{t.likely}</p>
            <ul className="ranking">
              {reading.data.ranking.map(({ intent, probability }) => (
                <li key={intent}>
                  <span>{nameOf(names, intent)}</span>
                  <span className="ranking-bar" aria-hidden="true">
                    <span style={{ width: `${Math.round(probability * 100)}%` }} />
                  </span>
                  <span className="figures">{formats.percent(probability)}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}
