import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { List, Webhook, WebhookDelivery } from '../api.ts';
import { request } from '../frame/request.ts';

const pollMs = 10_000;
/** While something is on its way. */
const soonMs = 2000;

/** Partners who are told. */
export function useWebhooks() {
  return useQuery({
    queryKey: ['webhooks'],
    queryFn: () => request.get<List<Webhook>>('/webhooks'),
    refetchInterval: pollMs,
  });
}

export interface WebhookFields {
  name: string;
  url?: string;
  events: string[];
}

type Change =
  | { create: WebhookFields }
  | { id: string; patch: Partial<WebhookFields> & { active?: boolean } }
  | { rotate: string }
  | { remove: string };

/** Adds, changes or removes one; a new secret is in the answer, once. */
export function useWebhookChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Change): Promise<{ secret?: string } | undefined> => {
      if ('create' in change) return request.post('/webhooks', change.create);
      if ('rotate' in change) return request.post(`/webhooks/${change.rotate}/rotate`);
      if ('remove' in change) return request.delete(`/webhooks/${change.remove}`);
      return request.patch(`/webhooks/${change.id}`, change.patch);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['webhooks'] }),
  });
}

export type ShownState = 'all' | 'failed' | 'waiting' | 'delivered';

/** What was sent to one, newest first. */
export function useWebhookLog(id: string, state: ShownState) {
  return useInfiniteQuery({
    queryKey: ['webhookLog', id, state],
    queryFn: ({ pageParam }) =>
      request.get<List<WebhookDelivery>>(`/webhooks/${id}/deliveries`, {
        ...(state === 'all' ? {} : { state }),
        limit: 50,
        cursor: pageParam,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some((row) => row.attempts === 0 || row.state === 'sending'))
        ? soonMs
        : pollMs,
  });
}

/** Sends again: one event, everything since a time, or a test. Answers how many. */
export function useWebhookSending(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (what: { event: string } | { since: Date } | 'test'): Promise<number> => {
      if (what === 'test') await request.post(`/webhooks/${id}/test`);
      else if ('event' in what) await request.post(`/webhooks/${id}/deliveries/${what.event}/send-again`);
      else return (await request.post<{ events: number }>(`/webhooks/${id}/replay`, { since: what.since })).events;
      return 1;
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['webhooks'] }),
        client.invalidateQueries({ queryKey: ['webhookLog', id] }),
      ]),
  });
}
