import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError, request } from '../frame/request.ts';

async function send(taskId: string, file: File): Promise<void> {
  const response = await fetch(`/api/v1/tasks/${taskId}/files?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => {
    throw new ApiError(0, 'unreachable', 'The server could not be reached.');
  });
  if (response.ok) return;
  const problem = (await response.json().catch(() => ({}))) as { code?: string; title?: string };
  throw new ApiError(response.status, problem.code ?? `http${response.status}`, problem.title ?? response.statusText);
}

/** Attaches a file to a task, or takes one away. */
export function useTaskFiles(taskId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { attach: File } | { remove: string }): Promise<void> =>
      'attach' in change ? send(taskId, change.attach) : request.delete(`/tasks/${taskId}/files/${change.remove}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
