import { Typing } from '@chatui/core';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { Avatar } from './Avatar.tsx';
import { useChatTools } from './ChatContext.ts';
import type { Entry } from './directLine/entries.ts';
import type { Typing as TypingState } from './directLine/transcript.ts';
import { Icon } from './Icons.tsx';
import type { Line } from './lines.ts';
import { openActions } from './lines.ts';
import { MessageLine } from './MessageLine.tsx';
import { SuggestedActions } from './SuggestedActions.tsx';

interface ConversationProps {
  lines: readonly Line[];
  entries: readonly Entry[];
  typing: TypingState | undefined;
  loaded: boolean;
}

/** How near to the end one reads along, in pixels. */
const nearPx = 120;

/** What was said. New words are read out; one who has scrolled up is left in peace. */
export function Conversation({ lines, entries, typing, loaded }: ConversationProps) {
  const { texts } = useChatTools();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [away, setAway] = useState(false);
  const lastTop = useRef(0);
  const seen = useRef(0);
  const actions = openActions(entries);
  const last = lines.at(-1)?.entry;
  const mineIsLast = last?.mine ? last.key : undefined;

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);

  useLayoutEffect(() => {
    if (!content.current) return;
    // Pictures arrive late and change the height; whoever was at the end stays there.
    const observer = new ResizeObserver(() => {
      if (following.current) toEnd();
    });
    observer.observe(content.current);
    if (scroller.current) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [toEnd]);

  // What the customer says is always followed.
  useLayoutEffect(() => {
    if (mineIsLast === undefined) return;
    following.current = true;
    toEnd();
  }, [mineIsLast, toEnd]);

  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    const near = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx;
    // Only a way up is a wish to read earlier words; at a growing end one seems far from it for a moment, too.
    if (near) following.current = true;
    else if (element.scrollTop < lastTop.current) following.current = false;
    lastTop.current = element.scrollTop;
    setAway(!following.current);
  };
  if (!away) seen.current = lines.length;
  const unseen = lines.length - seen.current;

  return (
    <main className="conversation">
      <section
        className="scroller"
        ref={scroller}
        onScroll={onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={texts.conversation}
      >
        <div className="column" ref={content}>
          <p className="ai-note">{texts.aiNote}</p>
          {!loaded && lines.length === 0 && <Waiting label={texts.connecting} />}
          <div role="log" aria-live={loaded ? 'polite' : 'off'} aria-relevant="additions">
            <ol className="lines">
              {lines.map((line) => (
                <MessageLine key={line.entry.key} line={line} />
              ))}
            </ol>
          </div>
          {typing && (
            <div className="line line--theirs" data-typing>
              <Avatar name={typing.person ? typing.name : undefined} />
              <div className="line-body">
                <Typing />
                <span className={typing.person ? 'typing-name' : 'visually-hidden'}>
                  {texts.typing(typing.name ?? texts.assistant)}
                </span>
              </div>
            </div>
          )}
          {actions.length > 0 && <SuggestedActions actions={actions} />}
        </div>
      </section>
      {away && (
        <button type="button" className="to-newest" onClick={toEnd}>
          <Icon name="down" size={18} />
          <span>{unseen > 0 ? texts.newMessages(unseen) : texts.toNewest}</span>
        </button>
      )}
    </main>
  );
}

/** The shape of what is coming. */
function Waiting({ label }: { label: string }) {
  return (
    <div className="waiting">
      <span className="visually-hidden">{label}</span>
      <span className="waiting-avatar" />
      <span className="waiting-words">
        <span />
        <span />
      </span>
    </div>
  );
}
