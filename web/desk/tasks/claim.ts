import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { TaskDetail } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { request } from '../frame/request.ts';
import { taskTexts } from '../i18n/task.ts';

/** Makes a task one's own and says so, or why not. */
export function useClaim(): { claim(id: string): void; isClaiming: boolean } {
  const t = useTexts(taskTexts);
  const client = useQueryClient();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const claiming = useMutation({
    mutationFn: (id: string) => request.post<TaskDetail>(`/tasks/${id}/claim`),
    onSuccess: (task) => {
      client.setQueryData(['tasks', 'one', task.id], task);
      void message.success(t.claimed);
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['tasks'] }),
  });
  const claim = (id: string): void => {
    if (!claiming.isPending) claiming.mutate(id, { onError: (error) => void message.error(problemText(error)) });
  };
  return { claim, isClaiming: claiming.isPending };
}
