import { useEffect, useRef, useState } from 'react';
import type { Embedding } from './embedding.ts';
import type { Line } from './lines.ts';

/** Counts answers that came while nobody was looking: in the page's title and on the launcher's badge. */
export function useUnread(
  lines: readonly Line[],
  loaded: boolean,
  title: string,
  embedding: Embedding | undefined,
): void {
  const answers = lines.filter(({ entry }) => !entry.mine && !entry.live).length;
  const seen = useRef<number | undefined>(undefined);
  const [panelOpen, setPanelOpen] = useState(true);
  const [pageVisible, setPageVisible] = useState(() => document.visibilityState === 'visible');

  useEffect(() => {
    embedding?.onVisible(setPanelOpen);
    const onChange = () => setPageVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', onChange);
    return () => document.removeEventListener('visibilitychange', onChange);
  }, [embedding]);

  useEffect(() => {
    const looking = panelOpen && pageVisible;
    // What was said before this page was opened is no news; fewer than before means a new conversation.
    if (!loaded || looking || seen.current === undefined || seen.current > answers) seen.current = answers;
    const unread = answers - seen.current;
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
    embedding?.showUnread(unread);
  }, [answers, loaded, panelOpen, pageVisible, title, embedding]);
}
