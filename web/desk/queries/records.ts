import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Complaint, ComplaintDetail, ComplaintState, Conversation, Gap, Holder, List, Message } from '../api.ts';
import { postFile } from '../frame/postFile.ts';
import { request } from '../frame/request.ts';
import { pollMs } from './tasks.ts';

/** Complaints, newest first. */
export function useComplaints(filter: {
  state?: string;
  severity?: string;
  productId?: string;
  teamId?: string;
  open?: boolean;
}) {
  return useInfiniteQuery({
    queryKey: ['complaints', 'list', filter],
    queryFn: ({ pageParam }) =>
      request.get<List<Complaint>>('/complaints', {
        ...filter,
        open: filter.open ? 'true' : undefined,
        cursor: pageParam,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: pollMs,
  });
}

/** One complaint with its log and evidence. */
export function useComplaint(id: string, enabled = true) {
  return useQuery({
    queryKey: ['complaints', 'one', id],
    queryFn: () => request.get<ComplaintDetail>(`/complaints/${id}`),
    enabled,
  });
}

/** Moves a complaint on, with a note for the log. */
export function useComplaintState(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: {
      state: ComplaintState;
      note: string | null;
      answer: string | null;
      next?: { type: string; dueAt: string } | null;
    }) => request.patch<ComplaintDetail>(`/complaints/${id}`, change),
    onSuccess: (complaint) => client.setQueryData(['complaints', 'one', id], complaint),
    onSettled: () => void client.invalidateQueries({ queryKey: ['complaints'] }),
  });
}

/** Conversations, last spoken first. */
export function useConversations(filter: { holder?: Holder; customerId?: string; staffId?: string }) {
  return useInfiniteQuery({
    queryKey: ['conversations', 'list', filter],
    queryFn: ({ pageParam }) => request.get<List<Conversation>>('/conversations', { ...filter, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: pollMs,
  });
}

/** One conversation and who speaks for the shop in it. */
export function useConversation(id: string, enabled = true) {
  return useQuery({
    queryKey: ['conversations', 'one', id],
    queryFn: () => request.get<Conversation>(`/conversations/${id}`),
    enabled,
  });
}

/** What was said, the newest page first; more pages reach back. */
export function useMessages(id: string) {
  return useInfiniteQuery({
    queryKey: ['conversations', 'messages', id],
    queryFn: ({ pageParam }) =>
      request.get<List<Message>>(`/conversations/${id}/messages`, { limit: 100, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: pollMs,
  });
}

/** Takes a conversation over from the bot, says something in it, or gives it back. */
export function useConversationAction(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (
      action:
        | { kind: 'takeover' | 'release' }
        | { kind: 'messages' | 'whispers'; text: string; files?: readonly File[]; onSent?(file: File): void }
        | { kind: 'transfer'; toStaffId?: string; toTeamId?: string; note: string | null },
    ) => {
      const { kind, ...body } = action;
      if ('text' in action) {
        // What is sent is told at once: if the next one fails, it is not sent again.
        for (const file of action.files ?? []) {
          await postFile(`/conversations/${id}/files`, file);
          action.onSent?.(file);
        }
        return action.text ? request.post<unknown>(`/conversations/${id}/${kind}`, { text: action.text }) : undefined;
      }
      return request.post<unknown>(`/conversations/${id}/${kind}`, body);
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['conversations'] }),
  });
}

/** Takes over who is next in the queue; null where nobody waits. */
export function useAcceptNext() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request.post<{ conversation: Conversation | null }>('/conversations/next'),
    onSettled: () => void client.invalidateQueries({ queryKey: ['conversations'] }),
  });
}

/** Questions that nobody could answer. */
export function useGaps(state: 'open' | 'closed') {
  return useInfiniteQuery({
    queryKey: ['gaps', state],
    queryFn: ({ pageParam }) => request.get<List<Gap>>('/gaps', { state, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** The rows of all pages that are loaded. */
export function rowsOf<T>(data: { pages: List<T>[] } | undefined): T[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}
