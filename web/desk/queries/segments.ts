import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PoolRoom, SegmentCounts, SegmentStanding } from '../api.ts';
import { request } from '../frame/request.ts';

/** How many customers stand where. */
export function useSegments() {
  return useQuery({ queryKey: ['customers', 'segments'], queryFn: () => request.get<SegmentCounts>('/segments') });
}

/** Where a customer stands, and what the relation is worth. */
export function useSegment(customerId: string) {
  return useQuery({
    queryKey: ['customers', 'segment', customerId],
    queryFn: () => request.get<SegmentStanding>(`/customers/${customerId}/segment`),
  });
}

/** How many customers one looks after, and may. */
export function useRoom(enabled: boolean) {
  return useQuery({
    queryKey: ['customers', 'room'],
    queryFn: () => request.get<PoolRoom>('/pool/room'),
    enabled,
  });
}

/** Takes a customer from the pool, gives them back or to a colleague, or says how far the relation has come. */
export function useRelationChange(customerId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: 'take' | 'release' | { stage: string } | { ownerId: string }): Promise<unknown> =>
      typeof change === 'string'
        ? request.post(`/customers/${customerId}/${change}`)
        : request.put(`/customers/${customerId}/${'stage' in change ? 'stage' : 'owner'}`, change),
    onSettled: () => void client.invalidateQueries({ queryKey: ['customers'] }),
  });
}

/** Sets when customers are silent or lost, and the limits of the pool. */
export function useRelationRules() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ rules, pool }: { rules: SegmentCounts['rules']; pool: { held: number; aDay: number } }) => {
      await request.put('/segments/rules', rules);
      await request.put('/pool/rules', pool);
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['customers'] }),
  });
}
