import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OwnerPreview, OwnerRule, OwnerRules, Product, RecurringTask, TaskTypeRule } from '../api.ts';
import { request } from '../frame/request.ts';

/** Kinds of tasks with what they ask for. */
export function useTaskTypes() {
  return useQuery({
    queryKey: ['taskTypes'],
    queryFn: () => request.get<{ items: TaskTypeRule[] }>('/task-types'),
    staleTime: 60_000,
  });
}

export type TypeChange = Pick<TaskTypeRule, 'name' | 'active' | 'checklist' | 'outcomes'>;

/** Keeps a type (without a key: a new one), or makes it as it was. */
export function useTaskTypeChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { key?: string; type: TypeChange } | { reset: string }): Promise<unknown> => {
      if ('reset' in change) return request.delete(`/task-types/${change.reset}`);
      return change.key
        ? request.put(`/task-types/${change.key}`, change.type)
        : request.post('/task-types', change.type);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['taskTypes'] }),
  });
}

/** Who gets which tasks. */
export function useOwnerRules() {
  return useQuery({ queryKey: ['ownerRules'], queryFn: () => request.get<OwnerRules>('/owner-rules') });
}

/** Keeps the rules whole. */
export function useOwnerRulesChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (rules: { version: number; rules: OwnerRule[] }) => request.put<OwnerRules>('/owner-rules', rules),
    onSuccess: (kept) => client.setQueryData(['ownerRules'], kept),
  });
}

/** Who would get such a task, by these rules. */
export function useOwnerPreview(asked: { task: Record<string, string | null>; rules: OwnerRule[] }) {
  return useQuery({
    queryKey: ['ownerPreview', asked],
    queryFn: () => request.post<OwnerPreview>('/owner-rules/preview', asked),
    placeholderData: (previous) => previous,
    staleTime: 5000,
  });
}

/** What products are sorted into. */
export function useCategories() {
  return useQuery({
    queryKey: ['categories'],
    queryFn: () => request.get<{ items: { key: string; name: { zh: string; en: string } }[] }>('/categories'),
    staleTime: 300_000,
  });
}

/** Products by words, for the choice of some. */
export function useProductChoices(query: string) {
  return useQuery({
    queryKey: ['products', 'choices', query],
    queryFn: () => request.get<{ items: Product[] }>('/products', { query, limit: 100 }),
    placeholderData: (previous) => previous,
    staleTime: 60_000,
  });
}

export type RecurringInput = Omit<RecurringTask, 'id' | 'coming' | 'customer'> & { customerId: string | null };

/** Work that comes back: all of it, or what is done for one customer. */
export function useRecurring(customerId?: string) {
  return useQuery({
    queryKey: ['recurringTasks', customerId],
    queryFn: () => request.get<{ items: RecurringTask[] }>('/recurring-tasks', customerId ? { customerId } : {}),
  });
}

/** Keeps one (without an id: a new one), or removes one. */
export function useRecurringChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { id?: string; task: RecurringInput } | { remove: string }): Promise<unknown> => {
      if ('remove' in change) return request.delete(`/recurring-tasks/${change.remove}`);
      return change.id
        ? request.put(`/recurring-tasks/${change.id}`, change.task)
        : request.post('/recurring-tasks', change.task);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['recurringTasks'] }),
  });
}
