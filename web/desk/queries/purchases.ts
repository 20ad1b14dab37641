import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { List, Purchase, PurchaseInterval } from '../api.ts';
import { request } from '../frame/request.ts';

/** What a customer bought, newest first. */
export function usePurchases(customerId: string) {
  return useInfiniteQuery({
    queryKey: ['customers', 'purchases', customerId],
    queryFn: ({ pageParam }) => request.get<List<Purchase>>('/purchases', { customerId, limit: 10, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** How often a customer buys what they buy. */
export function useIntervals(customerId: string) {
  return useQuery({
    queryKey: ['customers', 'intervals', customerId],
    queryFn: () => request.get<{ items: PurchaseInterval[] }>(`/customers/${customerId}/purchase-intervals`),
  });
}
