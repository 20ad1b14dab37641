import type { ReactNode } from 'react';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { nameOf } from '../i18n/dictionary.ts';
import { intentNames, understandingTexts } from '../i18n/understanding.ts';
import { useExamples, useIntents } from '../queries/examples.ts';
import { useAddressValue } from '../shell/address.ts';
import { DraftBar } from './draftBar.tsx';
import { IntentExamples } from './intentExamples.tsx';
import { SentenceTest } from './sentenceTest.tsx';
import { SynonymList } from './synonymList.tsx';
import './understanding.css';

/** What the bot understands messages by, and the shop's own examples for it. */
export function UnderstandingArea(): ReactNode {
  const t = useTexts(understandingTexts);
  const names = useTexts(intentNames);
  const intents = useIntents();
  const examples = useExamples();
  const [chosen, choose] = useAddressValue('intent');
  const failed = [intents, examples].find(({ error, data }) => error && !data);
  const all = intents.data?.items ?? [];
  const current = all.find(({ intent }) => intent === chosen) ?? all[0];
  return (
    <main className="whole understanding">
      <header className="whole-head">
        <h1>{t.title}</h1>
        <p className="soft">{t.lead}</p>
      </header>
      <SentenceTest />
      {failed && <ProblemNote error={failed.error} retry={() => void failed.refetch()} />}
      {(intents.isPending || examples.isPending) && <RowsSkeleton />}
      {intents.data && examples.data && current && (
        <>
          <DraftBar drafts={examples.data.filter(({ state }) => state !== 'published').length} />
          <div className="understanding-columns">
            <nav className="intents" aria-label={t.intents}>
              {all.map(({ intent }) => {
                const own = examples.data.filter((example) => example.intent === intent).length;
                return (
                  <button
                    key={intent}
                    type="button"
                    aria-current={intent === current.intent}
                    onClick={() => choose(intent)}
                  >
                    <span>{nameOf(names, intent)}</span>
                    {own > 0 && <span className="soft">{t.own(own)}</span>}
                  </button>
                );
              })}
            </nav>
            <IntentExamples
              key={current.intent}
              known={current}
              own={examples.data.filter(({ intent }) => intent === current.intent)}
            />
          </div>
        </>
      )}
      <SynonymList />
    </main>
  );
}
