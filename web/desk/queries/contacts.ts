import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AuditEvent, ContactPolicy, List, ShownContact } from '../api.ts';
import { request } from '../frame/request.ts';

/** From which role on contact details are seen whole. */
export function useContactPolicy() {
  return useQuery({ queryKey: ['contactPolicy'], queryFn: () => request.get<ContactPolicy>('/contact-policy') });
}

export function useContactPolicyChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (policy: ContactPolicy) => request.put('/contact-policy', policy),
    onSettled: () => client.invalidateQueries({ queryKey: ['contactPolicy'] }),
  });
}

/** Shows a customer's contact details; it is logged. */
export function useShowContact(customerId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (why: { reason: string; taskId?: string; complaintId?: string }) =>
      request.post<ShownContact>(`/customers/${customerId}/contact`, why),
    onSuccess: () => client.invalidateQueries({ queryKey: ['contactsShown'] }),
  });
}

/** Who changed and looked at what of customers, latest first. */
export function useContactsShown() {
  return useQuery({
    queryKey: ['contactsShown'],
    queryFn: () => request.get<List<AuditEvent>>('/audit-events', { entity: 'customer', limit: 50 }),
  });
}
