import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TaskTypeRule } from '../api.ts';
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
