import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CareMessage, CarePreview, CareResults, CareRule, Consent, HandPreview } from '../api.ts';
import { request } from '../frame/request.ts';

/** How often at most the shop writes to one customer, and when not. */
export interface CareManners {
  days: number;
  tiers: { tier: string; days: number }[];
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

/** Customers chosen one by one, or as a list shows them. */
export type Chosen = { customerIds: string[] } | { filter: Record<string, string> };
type HandLimits = Record<'staff' | 'manager' | 'administrator', number>;

/** How many customers one person may choose by hand on a day. */
export function useHandLimits() {
  return useQuery({
    queryKey: [...key, 'handLimits'],
    queryFn: () => request.get<HandLimits>('/care-rules/by-hand/limits'),
  });
}

/** Who of the chosen would get it now. */
export function useHandPreview(ruleId: string | undefined, chosen: Chosen) {
  return useQuery({
    queryKey: [...key, 'chosen', ruleId, chosen],
    queryFn: () => request.post<HandPreview>(`/care-rules/${ruleId}/chosen`, chosen),
    enabled: ruleId !== undefined,
  });
}

/** Plans a rule for the chosen. */
export function useHandSend() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ruleId, chosen }: { ruleId: string; chosen: Chosen }) =>
      request.post<{ planned: number }>(`/care-rules/${ruleId}/send`, chosen),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: key });
      void client.invalidateQueries({ queryKey: ['customers'] });
    },
  });
}

/** Makes, changes or removes a rule, or sets the manners and limits. */
export function useCareChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: {
      id?: string;
      rule?: NewCareRule;
      remove?: true;
      manners?: CareManners;
      handLimits?: HandLimits;
    }) => {
      if (change.handLimits) return void (await request.put('/care-rules/by-hand/limits', change.handLimits));
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
