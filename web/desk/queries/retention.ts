import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { List, Retention, RetentionPreview } from '../api.ts';
import { request } from '../frame/request.ts';

export type Periods = Retention['periods'];

/** How long each kind is kept, and the last run. */
export function useRetention() {
  return useQuery({ queryKey: ['retention'], queryFn: () => request.get<Retention>('/retention') });
}

/** What these periods would cut now. */
export function useRetentionPreview(periods: Periods | undefined) {
  return useQuery({
    queryKey: ['retentionPreview', periods],
    queryFn: () => request.post<List<RetentionPreview>>('/retention/preview', periods),
    enabled: periods !== undefined,
    placeholderData: (before) => before,
  });
}

export function useRetentionChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (periods: Periods) => request.put<Retention>('/retention', periods),
    onSuccess: (kept) => client.setQueryData(['retention'], kept),
  });
}
