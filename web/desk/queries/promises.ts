import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CustomerPromise } from '../api.ts';
import { request } from '../frame/request.ts';

/** What was promised in a conversation. */
export function usePromises(conversationId: string) {
  return useQuery({
    queryKey: ['conversations', 'promises', conversationId],
    queryFn: () => request.get<{ items: CustomerPromise[] }>(`/conversations/${conversationId}/promises`),
  });
}

/** Confirms, keeps or withdraws a promise. */
export function usePromiseAction(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (action: { kind: 'confirm'; dueAt?: string } | { kind: 'keep' | 'withdraw' }) => {
      const { kind, ...body } = action;
      return request.post<CustomerPromise>(`/promises/${id}/${kind}`, body);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['conversations'] }),
  });
}
