import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Customer, CustomerPage, List, TimelineEntry } from '../api.ts';
import { request } from '../frame/request.ts';

/** Customers by name, phone or e-mail; last seen first. */
export function useCustomers(query: string, filter: { segment?: string | undefined; owner?: string | undefined } = {}) {
  return useInfiniteQuery({
    queryKey: ['customers', 'list', query, filter],
    queryFn: ({ pageParam }) => request.get<List<Customer>>('/customers', { query, ...filter, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  });
}

/** A customer at a glance. */
export function useCustomer(id: string) {
  return useQuery({
    queryKey: ['customers', 'page', id],
    queryFn: () => request.get<CustomerPage>(`/customers/${id}`),
  });
}

/** What happened with a customer, newest first. */
export function useTimeline(id: string) {
  return useInfiniteQuery({
    queryKey: ['customers', 'timeline', id],
    queryFn: ({ pageParam }) =>
      request.get<List<TimelineEntry>>(`/customers/${id}/timeline`, { limit: 60, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export type CustomerPatch = Partial<
  Record<'name' | 'phone' | 'email' | 'city' | 'language' | 'audience', string | null>
>;

/** What staff may change of something that a customer told. */
export interface PreferenceEdit {
  value?: string;
  validUntil?: string | null;
  confirmed?: true;
}

/** What a customer told a colleague. */
export interface NotedPreference {
  key: string;
  value: string;
  quote: string;
  agreed: boolean;
}

/** Changes to a customer's record: its fields, or what was learnt about their wishes. */
export function useCustomerChange(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (
      change:
        | { patch: CustomerPatch }
        | ({ correct: string } & PreferenceEdit)
        | { forget: string }
        | { note: NotedPreference }
        | { zone: string | null },
    ): Promise<unknown> => {
      if ('patch' in change) return request.patch(`/customers/${id}`, change.patch);
      if ('zone' in change) return request.put(`/customers/${id}/zone`, change);
      if ('note' in change) return request.post(`/customers/${id}/preferences`, change.note);
      if ('forget' in change) return request.delete(`/customers/${id}/preferences/${change.forget}`);
      const { correct, ...body } = change;
      return request.patch(`/customers/${id}/preferences/${correct}`, body);
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['customers'] }),
  });
}
