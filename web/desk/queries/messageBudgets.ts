import { useQuery } from '@tanstack/react-query';
import type { MessageBudget } from '../api.ts';
import { request } from '../frame/request.ts';

/** What may still be sent to a customer, by channel that keeps count. */
export function useMessageBudgets(customerId: string | undefined) {
  return useQuery({
    queryKey: ['conversations', 'budgets', customerId],
    queryFn: () => request.get<{ items: MessageBudget[] }>(`/customers/${customerId}/message-budgets`),
    enabled: customerId !== undefined,
  });
}
