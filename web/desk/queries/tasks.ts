import { type UseMutationResult, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FilterQuery, List, Outcome, Task, TaskDetail, TaskPriority } from '../api.ts';
import { request } from '../frame/request.ts';

export type Scope = 'mine' | 'team' | 'all';
/** Which of them: open ones by due date, those put off, those done. */
export type Show = 'open' | 'today' | 'late' | 'snoozed' | 'done';

const pageSize = 100;
/** Lists are asked again this often even when no event arrived: everything must be right without one. */
export const pollMs = 60_000;

function queryOf(show: Show): { state: string; due?: string } {
  if (show === 'snoozed' || show === 'done') return { state: show };
  return show === 'open' ? { state: 'open' } : { state: 'open', due: show };
}

/** A filter as the API takes it. */
export function queryFor({ scope, show, types, priorities, teamId, ownerId, query }: FilterQuery) {
  const narrow = { types: types.join(','), priorities: priorities.join(','), teamId, ownerId, query: query.trim() };
  return { scope, ...queryOf(show), ...narrow };
}

/** The inbox: soonest due first, so late ones lead; done ones newest first. */
export function useTasks(filter: FilterQuery) {
  return useInfiniteQuery({
    queryKey: ['tasks', 'list', filter],
    queryFn: ({ pageParam }) =>
      request.get<List<Task>>('/tasks', { ...queryFor(filter), limit: pageSize, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: pollMs,
    // While one types, what was found before stays.
    placeholderData: (previous, query) =>
      (query?.queryKey[2] as FilterQuery | undefined)?.show === filter.show ? previous : undefined,
  });
}

/** One task with its log. */
export function useTask(id: string, enabled = true) {
  return useQuery({ queryKey: ['tasks', 'one', id], queryFn: () => request.get<TaskDetail>(`/tasks/${id}`), enabled });
}

/** What a new task says; what is left out is found by rule. */
export interface NewTask {
  type: string;
  title: string;
  detail: string | null;
  priority: TaskPriority;
  dueAt?: string;
  customerId: string | null;
  conversationId: string | null;
  complaintId: string | null;
  teamKey: string | null;
  ownerId: string | null;
}

/** Raises a task. */
export function useNewTask() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (task: NewTask) => request.post<TaskDetail>('/tasks', task),
    onSettled: () => void client.invalidateQueries({ queryKey: ['tasks'] }),
  });
}

/** What staff does with a task. */
export type TaskAction =
  | { kind: 'release' }
  | { kind: 'complete'; outcome: Outcome; note: string | null; next?: { type: string; dueAt: string } | null }
  | { kind: 'assign'; ownerId?: string | null; teamId?: string | null; note: string | null }
  | { kind: 'tick'; stepId: string; done: boolean }
  | { kind: 'addStep'; text: string }
  | { kind: 'snooze'; until: string }
  | { kind: 'comment'; note: string };

/** Does something with a task and shows what it has become; a refusal shows its present state too. */
export function useTaskAction(id: string): UseMutationResult<TaskDetail, Error, TaskAction> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, ...body }: TaskAction) =>
      'stepId' in body
        ? request.put<TaskDetail>(`/tasks/${id}/steps/${body.stepId}`, { done: body.done })
        : request.post<TaskDetail>(`/tasks/${id}/${path[kind]}`, body),
    onSuccess: (task) => client.setQueryData(['tasks', 'one', id], task),
    // Not waited for: the form closes with the answer, not when every list has been asked again.
    onSettled: () => void client.invalidateQueries({ queryKey: ['tasks'] }),
  });
}

const path = {
  release: 'release',
  complete: 'complete',
  assign: 'assign',
  tick: 'steps',
  addStep: 'steps',
  snooze: 'snooze',
  comment: 'comments',
} as const;
