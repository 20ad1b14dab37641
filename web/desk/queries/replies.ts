import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CannedReply, ReplyDraft, Suggestions } from '../api.ts';
import { request } from '../frame/request.ts';

/** Replies that are kept ready. */
export function useCannedReplies() {
  return useQuery({
    queryKey: ['cannedReplies'],
    queryFn: () => request.get<{ items: CannedReply[] }>('/canned-replies'),
  });
}

/** Keeps, changes or removes a canned reply. */
export function useCannedReplyChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: { id?: string; remove?: true; reply?: Pick<CannedReply, 'shortcut' | 'text'> }) => {
      if (change.remove) await request.delete(`/canned-replies/${change.id}`);
      else if (change.id) await request.put(`/canned-replies/${change.id}`, change.reply);
      else await request.post('/canned-replies', change.reply);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['cannedReplies'] }),
  });
}

/** Replies that may fit what the customer waits to hear; asked again when the conversation changes. */
export function useSuggestions(conversationId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['conversations', 'suggestions', conversationId],
    queryFn: () => request.get<Suggestions>(`/conversations/${conversationId}/suggestions`),
    enabled,
  });
}

/** Has an answer drafted from the shop's articles; only when somebody wants it, as a model may be asked. */
export function useReplyDraft(conversationId: string) {
  return useMutation({
    mutationFn: () => request.post<{ draft: ReplyDraft | null }>(`/conversations/${conversationId}/draft`),
  });
}
