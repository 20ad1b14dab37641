import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CustomerPromise, List, PromiseStory } from '../api.ts';
import { request } from '../frame/request.ts';
import { pollMs } from './tasks.ts';

/** Which promises a list shows; what is absent does not matter. */
export interface PromiseListFilter {
  scope?: 'mine' | 'team' | 'bot' | 'said' | 'all';
  show?: 'open' | 'proposed' | 'kept' | 'late' | 'broken' | 'withdrawn' | 'moved' | 'all';
  due?: 'late' | 'today' | 'week' | undefined;
  ownerId?: string | undefined;
  saidBy?: string | undefined;
  /** When they were decided, ISO 8601. */
  from?: string | undefined;
  to?: string | undefined;
  customerId?: string;
}

/** What was promised in a conversation. */
export function usePromises(conversationId: string) {
  return useQuery({
    queryKey: ['promises', 'conversation', conversationId],
    queryFn: () => request.get<{ items: CustomerPromise[] }>(`/conversations/${conversationId}/promises`),
  });
}

/** Promises: those still to be kept soonest due first, others newest first. */
export function usePromiseList(filter: PromiseListFilter) {
  return useInfiniteQuery({
    queryKey: ['promises', 'list', filter],
    queryFn: ({ pageParam }) => request.get<List<CustomerPromise>>('/promises', { ...filter, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: pollMs,
  });
}

/** One promise with its log. */
export function usePromise(id: string, enabled = true) {
  return useQuery({
    queryKey: ['promises', 'one', id],
    queryFn: () => request.get<PromiseStory>(`/promises/${id}`),
    enabled,
  });
}

/** What is done with a promise. */
export type PromiseAction =
  | { kind: 'confirm'; dueAt?: string }
  | { kind: 'postpone'; dueAt: string }
  | { kind: 'keep' | 'withdraw'; note?: string | null };

/** Confirms, moves, keeps or withdraws a promise, and shows what it has become. */
export function usePromiseAction(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, ...body }: PromiseAction) => request.post<PromiseStory>(`/promises/${id}/${kind}`, body),
    onSuccess: (promise) => client.setQueryData(['promises', 'one', id], promise),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['tasks'] });
      return client.invalidateQueries({ queryKey: ['promises'] });
    },
  });
}
