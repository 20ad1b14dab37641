import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Cause, CompensationLimits } from '../api.ts';
import { request } from '../frame/request.ts';

/** A cause as it is written in the form. */
export type CauseInput = Pick<Cause, 'name' | 'words' | 'active'>;

type CauseChange = { id?: string; cause: CauseInput } | { remove: string } | { order: string[] };

/** Makes, changes, removes or reorders cause codes. */
export function useCauseChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: CauseChange): Promise<void> => {
      if ('remove' in change) await request.delete(`/complaint-causes/${change.remove}`);
      else if ('order' in change) await request.put('/complaint-causes/order', { ids: change.order });
      else if (change.id) await request.put(`/complaint-causes/${change.id}`, change.cause);
      else await request.post('/complaint-causes', change.cause);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['causes'] }),
  });
}

/** Which cause a sentence would be given, by the words as they are kept. */
export function useCauseGuess() {
  return useMutation({
    mutationFn: (text: string) => request.post<{ code: string | null }>('/complaint-causes/guess', { text }),
  });
}

/** Changes what each role may grant. */
export function useLimitsChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (limits: CompensationLimits) => request.put<CompensationLimits>('/compensation-limits', limits),
    onSuccess: (limits) => client.setQueryData(['limits'], limits),
  });
}
