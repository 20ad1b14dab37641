import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Colleague } from '../api.ts';
import { request } from '../frame/request.ts';
import { useStaff } from '../frame/session.tsx';
import { pollMs } from './tasks.ts';

/** Everybody who works here, who is at the desk first, with how many live conversations each has. */
export function useColleagues() {
  return useQuery({
    queryKey: ['colleagues'],
    queryFn: () => request.get<{ items: Colleague[] }>('/presence'),
    refetchInterval: pollMs,
  });
}

/** Oneself as colleagues see one; undefined until it is known. */
export function useMyPresence(): Colleague | undefined {
  const me = useStaff();
  return useColleagues().data?.items.find(({ id }) => id === me.id);
}

/** Says that one is away, or back. */
export function useAway() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (away: boolean) => request.put<unknown>('/presence', { away }),
    onSettled: () => client.invalidateQueries({ queryKey: ['colleagues'] }),
  });
}
