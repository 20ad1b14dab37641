import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BulkResult, FilterQuery, SavedFilter } from '../api.ts';
import { request } from '../frame/request.ts';

/** Filters of one's own and those that colleagues share. */
export function useSavedFilters() {
  return useQuery({
    queryKey: ['taskFilters'],
    queryFn: () => request.get<{ items: SavedFilter[] }>('/task-filters'),
    staleTime: 60_000,
  });
}

/** Keeps a filter, or removes one. */
export function useSavedFilterChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (
      change: { save: { name: string; query: FilterQuery; shared: boolean } } | { remove: string },
    ): Promise<unknown> =>
      'save' in change ? request.post('/task-filters', change.save) : request.delete(`/task-filters/${change.remove}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['taskFilters'] }),
  });
}

/** One thing that is done with many tasks. */
export type BulkAction =
  | { kind: 'claim' | 'release' }
  | { kind: 'assign'; ownerId: string }
  | { kind: 'snooze'; until: string }
  | { kind: 'prioritize'; priority: string }
  | { kind: 'complete'; outcome: string; note: null; next: { type: string; dueAt: string } | null }
  | { kind: 'cancel'; note: null };

/** Does one thing with many tasks. */
export function useBulk() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: { ids: string[]; action: BulkAction }) => request.post<BulkResult>('/tasks/bulk', asked),
    onSettled: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
