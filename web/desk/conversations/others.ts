import { useEffect, useRef, useState } from 'react';
import { onSign } from '../frame/live.ts';
import { request } from '../frame/request.ts';

/** Who else is in an open conversation: colleagues who look at it, and who writes; the customer has no `staffId`. */
export interface Other {
  staffId: string | null;
  name: string | null;
  typing: boolean;
}

const typingMs = 6000;
const announceMs = 10_000;
/** Two announcements may be lost before somebody counts as gone. */
const viewingMs = 25_000;
const customer = 'customer';

type Timer = ReturnType<typeof setTimeout>;

/** Shows colleagues that one looks at this conversation while it is open, and tells who else does, or writes in it. */
export function useOthers(conversationId: string): Other[] {
  const [others, setOthers] = useState<ReadonlyMap<string, Other>>(new Map());
  const known = useRef(others);
  known.current = others;
  useEffect(() => {
    const timers = new Map<string, Timer>();
    const after = (name: string, ms: number, then: () => void): void => {
      clearTimeout(timers.get(name));
      timers.set(name, setTimeout(then, ms));
    };
    const change = (key: string, to: Other | undefined): void =>
      setOthers((before) => {
        const next = new Map(before);
        if (to) next.set(key, to);
        else next.delete(key);
        return next;
      });
    const announce = (here: boolean): void => {
      request.post(`/conversations/${conversationId}/viewing`, { here }).catch(() => undefined);
    };
    const stop = onSign(({ kind, id, staffId, name, here }) => {
      if (id !== conversationId) return;
      const key = staffId ?? customer;
      if (!here) {
        change(key, undefined);
        return;
      }
      // Who comes later learns at once that one is here.
      if (staffId && !known.current.has(key)) announce(true);
      if (kind === 'typing') {
        change(key, { staffId, name, typing: true });
        after(`typing ${key}`, typingMs, () => change(key, staffId ? { staffId, name, typing: false } : undefined));
      } else {
        change(key, { staffId, name, typing: known.current.get(key)?.typing ?? false });
      }
      if (staffId) after(key, viewingMs, () => change(key, undefined));
    });
    announce(true);
    const again = setInterval(() => {
      if (document.visibilityState === 'visible') announce(true);
    }, announceMs);
    return () => {
      stop();
      clearInterval(again);
      for (const timer of timers.values()) clearTimeout(timer);
      setOthers(new Map());
      announce(false);
    };
  }, [conversationId]);
  return [...others.values()];
}
