import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CareMessage, CarePreview, CareResults, CareRule, Consent } from '../api.ts';
import { request } from '../frame/request.ts';

/** How often at most the shop writes to one customer, and when not. */
export interface CareManners {
  days: number;
  quietFrom: string;
  quietTo: string;
}
export type NewCareRule = Omit<CareRule, 'id'>;

const key = ['careRules'];

/** The rules by which the shop writes of its own accord. */
export function useCareRules() {
  return useQuery({ queryKey: key, queryFn: () => request.get<{ items: CareRule[] }>('/care-rules') });
}

/** What became of the messages of each rule. */
export function useCareResults(enabled: boolean) {
  return useQuery({
    queryKey: [...key, 'results'],
    queryFn: () => request.get<{ items: CareResults[] }>('/care-rules/results'),
    enabled,
  });
}

/** The manners that hold for all rules. */
export function useCareManners() {
  return useQuery({
    queryKey: [...key, 'manners'],
    queryFn: () => request.get<CareManners>('/care-rules/manners'),
  });
}

/** Who would get what of a rule on a day. */
export function useCarePreview(id: string, date: string) {
  return useQuery({
    queryKey: [...key, 'preview', id, date],
    queryFn: () => request.get<{ total: number; items: CarePreview[] }>(`/care-rules/${id}/preview`, { date }),
  });
}

/** Makes, changes or removes a rule, or sets the manners. */
export function useCareChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: { id?: string; rule?: NewCareRule; remove?: true; manners?: CareManners }) => {
      if (change.manners) await request.put('/care-rules/manners', change.manners);
      else if (change.remove) await request.delete(`/care-rules/${change.id}`);
      else if (change.id) await request.put(`/care-rules/${change.id}`, change.rule);
      else await request.post('/care-rules', change.rule);
    },
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** What a customer was sent, and what not. */
export function useCareOf(customerId: string) {
  return useQuery({
    queryKey: ['customers', 'care', customerId],
    queryFn: () => request.get<{ items: CareMessage[] }>(`/customers/${customerId}/care`),
  });
}

/** What a customer agreed to and refused. */
export function useConsents(customerId: string) {
  return useQuery({
    queryKey: ['customers', 'consents', customerId],
    queryFn: () => request.get<{ items: Consent[] }>(`/customers/${customerId}/consents`),
  });
}
