import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ReplySuggestion } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { conversationTexts } from '../i18n/conversations.ts';
import { useReplyDraft } from '../queries/replies.ts';
import { useKeys } from '../shell/keys.ts';

interface Props {
  /** With their variables filled in, best first. */
  items: readonly ReplySuggestion[];
  /** Puts a text into the reply. */
  use(text: string): void;
}

/** Replies that may fit, each put into the reply by one key: its number, or the arrow in the empty field. */
export function SuggestionStrip({ items, use }: Props): ReactNode {
  const t = useTexts(conversationTexts);
  useKeys(Object.fromEntries(items.map(({ text }, index) => [String(index + 1), () => use(text)])));
  if (items.length === 0) return null;
  return (
    <ol className="suggestions" aria-label={t.suggestions}>
      {items.map((item, index) => (
        <li key={`${item.kind} ${item.id}`}>
          <button type="button" className="suggestion" title={item.text} onClick={() => use(item.text)}>
            <kbd>{index + 1}</kbd>
            <span className="suggestion-kind">{t.suggestionKinds[item.kind]}</span>
            <span className="suggestion-text">{item.text}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Has a draft written from the articles, and puts it into the reply; says what it rests on. */
export function DraftButton({ conversationId, use }: { conversationId: string; use(text: string): void }): ReactNode {
  const t = useTexts(conversationTexts);
  const problemText = useProblemText();
  const asked = useReplyDraft(conversationId);
  const draft = asked.data?.draft;
  const write = (): void => {
    if (!asked.isPending) asked.mutate(undefined, { onSuccess: (told) => told.draft && use(told.draft.text) });
  };
  useKeys({ w: write });
  return (
    <>
      <Button size="small" loading={asked.isPending} onClick={write}>
        {t.draft}
      </Button>
      <span className="draft-told soft" role="status">
        {draft && t.drafted(draft.sources.map(({ title }) => title).join(' · '))}
        {asked.data && !draft && t.noDraft}
        {asked.error && problemText(asked.error)}
      </span>
    </>
  );
}
