import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { z } from 'zod';

export type Connection = 'connecting' | 'live' | 'lost';

/** What a live topic makes stale, by the first part of the query keys. */
const stale: Record<string, readonly string[]> = {
  tasks: ['tasks', 'reports'],
  conversations: ['conversations', 'tasks'],
  complaints: ['complaints', 'customers', 'reports'],
  responses: ['responses', 'customers', 'reports'],
  notifications: ['notifications'],
  deliveries: ['deliveries'],
};

/** Somebody writes in a conversation: a colleague by name, the customer without one. */
export interface TypingSign {
  id: string;
  name: string | null;
}
const typingSchema = z.object({ id: z.string(), name: z.string().nullable() });
const typists = new Set<(sign: TypingSign) => void>();
const typingMs = 6000;

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
    source.addEventListener('typing', (event) => {
      const told = typingSchema.safeParse(JSON.parse((event as MessageEvent<string>).data)).data;
      if (told) for (const listener of typists) listener(told);
    });
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

/** Who writes in this conversation right now, the latest sign of the last six seconds. */
export function useTyping(conversationId: string): TypingSign | undefined {
  const [sign, setSign] = useState<TypingSign>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = (told: TypingSign): void => {
      if (told.id !== conversationId) return;
      setSign(told);
      clearTimeout(timer);
      timer = setTimeout(() => setSign(undefined), typingMs);
    };
    typists.add(hear);
    return () => {
      typists.delete(hear);
      clearTimeout(timer);
    };
  }, [conversationId]);
  return sign?.id === conversationId ? sign : undefined;
}
