import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { List, PauseReason, ServiceClock, ServiceClockDetail } from '../api.ts';
import { request } from '../frame/request.ts';
import type { LevelKind } from '../i18n/levels.ts';
import { pollMs } from './tasks.ts';

/** The record whose waits are shown. */
export type LevelOf = { taskId: string } | { conversationId: string } | { complaintId: string };

/** What is told live of the record makes its waits stale, too. */
const topicOf = (of: LevelOf): string =>
  'taskId' in of ? 'tasks' : 'complaintId' in of ? 'complaints' : 'conversations';

/** The waits of a record, oldest first. */
export function useLevels(of: LevelOf) {
  return useQuery({
    queryKey: [topicOf(of), 'levels', of],
    queryFn: () => request.get<List<ServiceClock>>('/service-levels', { ...of, limit: 100 }),
    refetchInterval: pollMs,
  });
}

/** A wait with its log. */
export function useLevel(of: LevelOf, id: string) {
  return useQuery({
    queryKey: [topicOf(of), 'level', id],
    queryFn: () => request.get<ServiceClockDetail>(`/service-levels/${id}`),
  });
}

/** Which waits of the whole shop: those that run, most urgent first, or those that were missed, newest first. */
export interface WaitFilter {
  missed: boolean;
  kind: LevelKind | undefined;
  from: string | undefined;
  to: string | undefined;
}

/** Waits of the whole shop. */
export function useWaits({ missed, ...filter }: WaitFilter) {
  return useInfiniteQuery({
    queryKey: ['tasks', 'waits', missed, filter],
    queryFn: ({ pageParam }) =>
      request.get<List<ServiceClock>>('/service-levels', {
        ...filter,
        missed: missed ? 'true' : undefined,
        cursor: pageParam,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: pollMs,
  });
}

/** Lets a wait stand for a reason, or run on. */
export function useLevelAction(of: LevelOf, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (action: { pause: { reason: PauseReason; note: string | null; until: string } } | 'resume') =>
      action === 'resume'
        ? request.post<ServiceClockDetail>(`/service-levels/${id}/resume`)
        : request.post<ServiceClockDetail>(`/service-levels/${id}/pause`, action.pause),
    onSettled: () => void client.invalidateQueries({ queryKey: [topicOf(of)] }),
  });
}
