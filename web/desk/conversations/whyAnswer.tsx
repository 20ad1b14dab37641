import { type ReactNode, useState } from 'react';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { knowledgeTexts } from '../i18n/knowledge.ts';
import { ExplanationView } from '../knowledge/explanationView.tsx';
import { useExplanation } from '../queries/knowledge.ts';

/** Folded under a reply of the bot: how it came about, as it was recorded then. */
export function WhyAnswer({ conversationId, messageId }: { conversationId: string; messageId: string }): ReactNode {
  const t = useTexts(knowledgeTexts);
  const [open, setOpen] = useState(false);
  const why = useExplanation(conversationId, messageId, open);
  return (
    <details className="sources why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.why}</summary>
      {why.error && <ProblemNote error={why.error} retry={() => void why.refetch()} />}
      {why.data && !why.data.explanation && <p className="soft">{t.whyMissing}</p>}
      {why.data?.explanation && <ExplanationView explanation={why.data.explanation} />}
    </details>
  );
}
