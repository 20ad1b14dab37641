import { useMutation, useQueryClient } from '@tanstack/react-query';
import { postFile } from '../frame/postFile.ts';
import { request } from '../frame/request.ts';

/** Attaches a file to a task, or takes one away. */
export function useTaskFiles(taskId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { attach: File } | { remove: string }): Promise<void> =>
      'attach' in change
        ? postFile(`/tasks/${taskId}/files`, change.attach)
        : request.delete(`/tasks/${taskId}/files/${change.remove}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
