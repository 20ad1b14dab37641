import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { z } from 'zod';

export type Connection = 'connecting' | 'live' | 'lost';

/** What a live topic makes stale, by the first part of the query keys. */
const stale: Record<string, readonly string[]> = {
  tasks: ['tasks', 'reports'],
  conversations: ['conversations', 'colleagues', 'tasks'],
  complaints: ['complaints', 'customers', 'reports'],
  promises: ['promises', 'reports'],
  responses: ['responses', 'customers', 'reports'],
  notifications: ['notifications'],
  deliveries: ['deliveries'],
  presence: ['colleagues'],
};

/** A sign of somebody in a conversation: they write (the customer has no `staffId`), they look at it, or do not any more. Never stored. */
export interface Sign {
  kind: 'typing' | 'viewing';
  id: string;
  staffId: string | null;
  name: string | null;
  here: boolean;
}
const signSchema = z.object({
  id: z.string(),
  staffId: z.string().nullable(),
  name: z.string().nullable(),
  here: z.boolean().default(true),
});
const signListeners = new Set<(sign: Sign) => void>();

/** Hears of every sign, of any conversation. Returns how to stop. */
export function onSign(listener: (sign: Sign) => void): () => void {
  signListeners.add(listener);
  return () => void signListeners.delete(listener);
}

const coalesceMs = 200;
let connection: Connection = 'connecting';
const listeners = new Set<() => void>();

function setConnection(next: Connection): void {
  if (next === connection) return;
  connection = next;
  for (const listener of listeners) listener();
}

/**
 * Listens to /api/v1/live and asks again for what has changed. Several events within 200 ms ask once. After a gap in the
 * connection everything is asked again, because events that were missed are not repeated. Returns how to stop.
 */
function listen(client: QueryClient): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let missed = false;
  const topics = new Set<string>();

  const flush = (): void => {
    timer = undefined;
    const roots = new Set([...topics].flatMap((topic) => stale[topic] ?? []));
    topics.clear();
    void client.invalidateQueries({ predicate: (query) => roots.has(String(query.queryKey[0])) });
  };
  const connect = (): void => {
    source = new EventSource('/api/v1/live');
    source.onopen = () => {
      setConnection('live');
      if (missed) void client.invalidateQueries();
      missed = false;
    };
    source.onerror = () => {
      missed = true;
      setConnection('lost');
      if (source?.readyState !== EventSource.CLOSED) return;
      // The browser gives up after a refusal (a session that has ended, a restart behind a proxy): ask who we are, try again.
      void client.invalidateQueries({ queryKey: ['session'] });
      retry = setTimeout(connect, 5000);
    };
    for (const kind of ['typing', 'viewing'] as const) {
      source.addEventListener(kind, (event) => {
        const told = signSchema.safeParse(JSON.parse((event as MessageEvent<string>).data)).data;
        if (told) for (const listener of signListeners) listener({ kind, ...told });
      });
    }
    for (const topic of Object.keys(stale)) {
      source.addEventListener(topic, () => {
        topics.add(topic);
        timer ??= setTimeout(flush, coalesceMs);
      });
    }
  };

  setConnection('connecting');
  connect();
  return () => {
    source?.close();
    clearTimeout(timer);
    clearTimeout(retry);
  };
}

/** Keeps the page up to date while it is shown. Once per page, below SignedIn. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => listen(client), [client]);
}

/** Whether changes arrive by themselves. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => connection,
  );
}
