import { Button, Input, Segmented, Select } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Markdown } from '../conversations/markdown.tsx';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { audienceNames, knowledgeTexts } from '../i18n/knowledge.ts';
import { languageNames } from '../i18n/names.ts';
import { useTry } from '../queries/knowledge.ts';
import { ExplanationView } from './explanationView.tsx';
import { KnowledgeTabs } from './knowledgeTabs.tsx';
import './knowledge.css';

/** A question asked as some customer, with what the bot would say and why. Nothing is stored. */
export function PlaygroundArea(): ReactNode {
  const t = useTexts(knowledgeTexts);
  const languages = useTexts(languageNames);
  const audiences = useTexts(audienceNames);
  const page = useLanguage().language;
  const [text, setText] = useState('');
  const [language, setLanguage] = useState<string>(page);
  const [audience, setAudience] = useState('public');
  const tried = useTry();
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim()) tried.mutate({ text: text.trim(), language, audience });
  };
  return (
    <main className="whole knowledge">
      <KnowledgeTabs />
      <header className="whole-head">
        <h1>{t.playground}</h1>
        <p className="soft">{t.tryLead}</p>
      </header>
      <form className="block try-form" onSubmit={ask}>
        <Input
          size="large"
          aria-label={t.tryText}
          placeholder={t.tryText}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Segmented
          aria-label={t.language}
          value={language}
          options={['zh', 'en'].map((value) => ({ value, label: languages[value] }))}
          onChange={setLanguage}
        />
        <Select
          aria-label={t.audience}
          value={audience}
          options={Object.entries(audiences).map(([value, label]) => ({ value, label }))}
          onChange={setAudience}
        />
        <Button type="primary" size="large" htmlType="submit" disabled={!text.trim()} loading={tried.isPending}>
          {t.ask}
        </Button>
      </form>
      {tried.error && <ProblemNote error={tried.error} />}
      {tried.data?.replies.length === 0 && <p className="soft">{t.noReply}</p>}
      {tried.data?.replies.map((reply, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the replies to one question come together
        <section key={place} className="block tried">
          <div className="bubble">
            <Markdown text={reply.text} />
          </div>
          {reply.buttons.length > 0 && (
            <p className="offered">
              {reply.buttons.map((title) => (
                <span key={title}>{title}</span>
              ))}
            </p>
          )}
          {reply.explanation && (
            <>
              <h2>{t.why}</h2>
              <ExplanationView explanation={reply.explanation} />
            </>
          )}
        </section>
      ))}
    </main>
  );
}
