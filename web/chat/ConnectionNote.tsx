import { useEffect, useState } from 'react';
import { useChatTools } from './ChatContext.ts';
import type { ChatState } from './directLine/chatClient.ts';

type Trouble = Exclude<ChatState['connection'], 'online'> | 'offline';

/** A short loss that mends itself is not worth a word. */
const patienceMs = 1200;

/** Says when we are not connected, what happens to what was written, and what else one can do. */
export function ConnectionNote({ state, hotline }: { state: ChatState; hotline: string | undefined }) {
  const { texts } = useChatTools();
  const { connection, offline } = state;
  const trouble: Trouble | undefined = offline ? 'offline' : connection === 'online' ? undefined : connection;
  const [shown, setShown] = useState(trouble);
  useEffect(() => {
    if (!trouble || trouble === 'offline' || trouble === 'refused') {
      setShown(trouble);
      return;
    }
    const timer = setTimeout(() => setShown(trouble), patienceMs);
    return () => clearTimeout(timer);
  }, [trouble]);
  return (
    <div className="connection" role="status">
      {shown && trouble && (
        <p className="connection-note" data-kind={shown}>
          {texts[shown]}
          {shown === 'refused' && hotline && (
            <>
              {' '}
              <a href={`tel:${hotline.replace(/[^\d+]/g, '')}`}>{texts.callInstead(hotline)}</a>
            </>
          )}
        </p>
      )}
    </div>
  );
}
