import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Cause, CompensationLimits, Complaint, ComplaintDetail, Defect, List, SimilarComplaint } from '../api.ts';
import { request } from '../frame/request.ts';

/** The shop's cause codes with their names. */
export function useCauses() {
  return useQuery({
    queryKey: ['causes'],
    queryFn: () => request.get<{ items: Cause[] }>('/complaint-causes'),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Complaints that may have the same cause as this one. */
export function useSimilar(id: string) {
  return useQuery({
    queryKey: ['complaints', 'similar', id],
    queryFn: () => request.get<{ items: SimilarComplaint[] }>(`/complaints/${id}/similar`),
  });
}

/** What the reader's role may grant. */
export function useLimits() {
  return useQuery({ queryKey: ['limits'], queryFn: () => request.get<CompensationLimits>('/compensation-limits') });
}

export function useDefects(state: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['complaints', 'defects', state],
    queryFn: ({ pageParam }) => request.get<List<Defect>>('/defects', { state, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function useDefect(id: string) {
  return useQuery({ queryKey: ['complaints', 'defect', id], queryFn: () => request.get<Defect>(`/defects/${id}`) });
}

/** The complaints of a defect. */
export function useMembers(defectId: string) {
  return useQuery({
    queryKey: ['complaints', 'members', defectId],
    queryFn: () => request.get<List<Complaint>>('/complaints', { defectId, limit: 200 }),
  });
}

/** Any change to a complaint or a defect; all lists that show them are asked again. */
export function useCaseChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      method,
      path,
      body,
    }: {
      method: 'post' | 'put' | 'patch' | 'delete';
      path: string;
      body?: unknown;
    }) =>
      method === 'delete' ? request.delete<Defect>(path) : request[method]<Defect | ComplaintDetail>(path, body ?? {}),
    onSettled: () => client.invalidateQueries({ queryKey: ['complaints'] }),
  });
}
