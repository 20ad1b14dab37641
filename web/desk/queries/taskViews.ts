import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BoardColumn, CalendarDay, FilterQuery, List, Task, TaskDetail } from '../api.ts';
import { request } from '../frame/request.ts';
import { pollMs, queryFor } from './tasks.ts';

export type BoardKind = 'state' | 'owner' | 'priority';

function narrow(filter: FilterQuery) {
  const { state: _state, due: _due, ...rest } = queryFor(filter);
  return rest;
}

/** Open tasks in columns. */
export function useBoard(filter: FilterQuery, by: BoardKind) {
  return useQuery({
    queryKey: ['tasks', 'board', filter, by],
    queryFn: () => request.get<{ columns: BoardColumn[] }>('/task-board', { ...narrow(filter), by }),
    placeholderData: (previous) => previous,
    refetchInterval: pollMs,
  });
}

/** Open tasks day by day. */
export function useCalendar(filter: FilterQuery, from: string, days: number) {
  return useQuery({
    queryKey: ['tasks', 'calendar', filter, from, days],
    queryFn: () => request.get<{ days: CalendarDay[] }>('/task-calendar', { ...narrow(filter), from, days }),
    placeholderData: (previous) => previous,
    refetchInterval: pollMs,
  });
}

/** All that is due between two instants. */
export function useDue(filter: FilterQuery, span: { from: string; until: string } | undefined) {
  return useQuery({
    queryKey: ['tasks', 'due', filter, span],
    queryFn: () => request.get<List<Task>>('/tasks', { ...narrow(filter), state: 'open', ...span, limit: 200 }),
    enabled: span !== undefined,
  });
}

/** Which days people work, and why not. */
export function useWorkingDays(from: string, days: number) {
  return useQuery({
    queryKey: ['workingDays', from, days],
    queryFn: async () => {
      const { items } = await request.get<{ items: { id: string; isShop: boolean }[] }>('/calendars');
      const shop = items.find(({ isShop }) => isShop);
      if (!shop) return [];
      const found = await request.get<{
        items: { date: string; shifts: unknown[]; because: string; name: { zh: string; en: string } | null }[];
      }>(`/calendars/${shop.id}/days`, { from, days });
      return found.items;
    },
    staleTime: 600_000,
  });
}

/** What a card that was dropped means. */
export type Drop =
  | { id: string; post: 'claim' | 'release' }
  | { id: string; ownerId: string }
  | { id: string; patch: { priority?: string; dueAt?: string } };

/** Does what a card's new place means. */
export function useDrop() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (drop: Drop): Promise<TaskDetail> => {
      if ('post' in drop) return request.post(`/tasks/${drop.id}/${drop.post}`);
      if ('patch' in drop) return request.patch(`/tasks/${drop.id}`, drop.patch);
      return request.post(`/tasks/${drop.id}/assign`, { ownerId: drop.ownerId });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
