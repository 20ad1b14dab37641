import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CannedReply } from '../api.ts';
import { request } from '../frame/request.ts';

/** A passage of the knowledge base that may answer what the customer said last. */
export interface SuggestedPassage {
  articleId: string;
  title: string;
  excerpt: string;
}

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

/** Passages for what the customer said last; asked again when the conversation changes. */
export function usePassages(conversationId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['conversations', 'passages', conversationId],
    queryFn: () => request.get<{ items: SuggestedPassage[] }>(`/conversations/${conversationId}/passages`),
    enabled,
  });
}
