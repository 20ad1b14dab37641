import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Explanation } from '../api.ts';
import { type Fact, FactList } from '../frame/factList.tsx';
import { useFormats } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { knowledgeTexts, moodNames } from '../i18n/knowledge.ts';

type Reading = NonNullable<Explanation['reading']>;
type Step = Explanation['steps'][number];

/** The words that a message names, whatever their kind. */
function mentions(reading: Reading): string[] {
  const texts = Object.values(reading.entities)
    .flat()
    .map((each) => (typeof each === 'object' && each ? each.text : String(each)));
  return [...new Set(texts)];
}

function ReadingView({ reading }: { reading: Reading }): ReactNode {
  const t = useTexts(knowledgeTexts);
  const formats = useFormats();
  const moods = useTexts(moodNames);
  const named = mentions(reading);
  const intent = (of: { intent: string; aspect?: string | undefined }) =>
    [of.intent, of.aspect].filter(Boolean).join(' · ');
  const facts: Fact[] = [
    [t.reading, `${intent(reading)} (${t.confidence(formats.percent(reading.confidence))})`],
    [t.mood, `${moods[reading.sentiment.label]} (${reading.sentiment.score.toFixed(2)})`],
    [t.found, named.join(' · ')],
    [t.wishes, reading.wishes.length > 1 && reading.wishes.map((wish) => `${intent(wish)}: ${wish.text}`).join(' | ')],
  ];
  return <FactList facts={facts} />;
}

function Scores({ items }: { items: { name: string; score: number; used: boolean }[] }): ReactNode {
  const best = Math.max(...items.map(({ score }) => score), Number.MIN_VALUE);
  return (
    <ol className="scores">
      {items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that was recorded never changes
        <li key={place} data-used={item.used ? 'yes' : 'no'}>
          <span>{item.name}</span>
          <span className="figures">{item.score.toFixed(2)}</span>
          <span className="score-bar" style={{ width: `${Math.max(2, (100 * item.score) / best)}%` }} />
        </li>
      ))}
    </ol>
  );
}

function StepView({ step }: { step: Step }): ReactNode {
  const t = useTexts(knowledgeTexts);
  const formats = useFormats();
  if (step.kind === 'facts') {
    return (
      <>
        <h4>{t.facts(step.product)}</h4>
        <p className="tags">
          {step.facts.map(({ label, value }) => (
            <Tag key={label}>
              {label}: {value ?? t.unknown}
            </Tag>
          ))}
        </p>
      </>
    );
  }
  if (step.kind === 'products') {
    if (step.candidates.length === 0) return null;
    return (
      <>
        <h4>{t.suggested}</h4>
        <Scores items={step.candidates.map(({ name, score }) => ({ name, score, used: true }))} />
      </>
    );
  }
  const used = new Set(step.chosen.map(({ documentId }) => documentId));
  return (
    <>
      <h4>{t.searched(step.question)}</h4>
      {step.candidates.length === 0 && <p className="soft">{t.noCandidates}</p>}
      <Scores
        items={step.candidates.map(({ documentId, title, score }) => ({
          name: title,
          score,
          used: used.has(documentId),
        }))}
      />
      {step.candidates.length > 0 && step.chosen.length === 0 && <p className="soft">{t.nothingChosen}</p>}
      {step.chosen.length > 0 && (
        <>
          <h4>
            {t.chosen}{' '}
            {step.confidence !== null && (
              <span className="soft">({t.confidence(formats.percent(step.confidence))})</span>
            )}
          </h4>
          {step.chosen.map(({ documentId, excerpt }) => (
            <blockquote key={`${documentId} ${excerpt}`}>{excerpt}</blockquote>
          ))}
        </>
      )}
    </>
  );
}

/** How a reply came about: what the message was taken for, what was found with which scores, what was used. */
export function ExplanationView({ explanation }: { explanation: Explanation }): ReactNode {
  return (
    <div className="explanation">
      {explanation.reading && <ReadingView reading={explanation.reading} />}
      {explanation.steps.map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that was recorded never changes
        <StepView key={place} step={step} />
      ))}
    </div>
  );
}
