import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CustomerDouble, CustomerMerge, Erasure, List } from '../api.ts';
import { request } from '../frame/request.ts';

/** Records that stand behind this one. */
export function useMerges(customerId: string) {
  return useQuery({
    queryKey: ['customers', 'merges', customerId],
    queryFn: () => request.get<List<CustomerMerge>>(`/customers/${customerId}/merges`),
  });
}

/** Records that may be this person too; without a person all that may be one. */
export function useDoubles(customerId?: string) {
  return useQuery({
    queryKey: ['customers', 'doubles', customerId ?? 'all'],
    queryFn: () => request.get<List<CustomerDouble>>('/customer-doubles', { customerId }),
  });
}

/** Who was erased and is about to be, newest first. */
export function useErasures() {
  return useInfiniteQuery({
    queryKey: ['erasures'],
    queryFn: ({ pageParam }) => request.get<List<Erasure>>('/erasures', { cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** What one may do about records of one person, and about a person who leaves. */
export type RecordChange =
  | { merge: string; into: string; fields: string[] }
  | { split: string }
  | { setApart: [string, string] }
  | { erase: string };

export function useRecordChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: RecordChange): Promise<unknown> => {
      if ('merge' in change) {
        return request.post(`/customers/${change.into}/merge`, { mergedId: change.merge, fields: change.fields });
      }
      if ('split' in change) return request.post(`/customer-merges/${change.split}/split`);
      if ('erase' in change) return request.post(`/customers/${change.erase}/erasure`);
      const [oneId, otherId] = change.setApart;
      return request.post('/customer-doubles/distinct', { oneId, otherId });
    },
    onSettled: () => void client.invalidateQueries(),
  });
}

/** Makes a link to the customer's own page; each is good for a day, and opened once. */
export function useRecordLink(customerId: string) {
  return useMutation({
    mutationFn: () => request.post<{ url: string; expiresAt: string }>(`/customers/${customerId}/record-link`),
  });
}
