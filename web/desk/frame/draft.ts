import { useCallback, useState } from 'react';
import { browserStore } from '../../kit/storage.ts';

const store = browserStore(() => window.sessionStorage);

/**
 * Text that is being written, kept in this tab until it is sent: it survives a reload, a session that ended and an answer of
 * the server that refused it. Returns the text, its setter, and a function that forgets it.
 */
export function useDraft(key: string): [string, (text: string) => void, () => void] {
  const name = `zhiyin.draft.${key}`;
  const [held, setHeld] = useState({ name, text: store.get(name) ?? '' });
  const text = held.name === name ? held.text : (store.get(name) ?? '');
  const set = useCallback(
    (next: string) => {
      if (next) store.set(name, next);
      else store.remove(name);
      setHeld({ name, text: next });
    },
    [name],
  );
  return [text, set, useCallback(() => set(''), [set])];
}
