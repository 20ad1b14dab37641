import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Article,
  ArticleDiff,
  ArticleDraft,
  ArticleVersion,
  Explanation,
  GapCluster,
  List,
  Passage,
  Reasked,
  TriedReply,
} from '../api.ts';
import { request } from '../frame/request.ts';

/** Which articles a list shows. */
export interface ArticleFilter {
  state?: string;
  language?: string;
  kind?: string;
  audience?: string;
}

/** What the editor sends. */
export interface ArticleForm {
  slug: string;
  language: string;
  kind: string;
  title: string;
  body: string;
  productSkus: string[];
  audience: string;
  validUntil: string | null;
  ownerId: string | null;
  published: boolean;
  basedOn: number;
}

/** Articles, last changed first. */
export function useArticles(filter: ArticleFilter) {
  return useInfiniteQuery({
    queryKey: ['articles', 'list', filter],
    queryFn: ({ pageParam }) => request.get<List<Article>>('/articles', { ...filter, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** Passages that fit a question, as the bot finds them. */
export function usePassages(question: string, language: string, audience: string) {
  return useQuery({
    queryKey: ['articles', 'search', question, language, audience],
    queryFn: () => request.get<List<Passage>>('/articles/search', { question, language, audience, limit: 20 }),
    enabled: question.length > 1,
    placeholderData: (before) => before,
  });
}

export function useArticle(id: string, enabled = true) {
  return useQuery({
    queryKey: ['articles', 'one', id],
    queryFn: () => request.get<Article>(`/articles/${id}`),
    enabled,
  });
}

export function useTranslations(id: string, enabled = true) {
  return useQuery({
    queryKey: ['articles', 'translations', id],
    queryFn: () => request.get<List<Article>>(`/articles/${id}/translations`),
    enabled,
  });
}

export function useVersions(id: string) {
  return useQuery({
    queryKey: ['articles', 'versions', id],
    queryFn: () => request.get<List<ArticleVersion>>(`/articles/${id}/versions`),
  });
}

export function useDiff(id: string, to: number | null) {
  return useQuery({
    queryKey: ['articles', 'diff', id, to],
    queryFn: () => request.get<ArticleDiff>(`/articles/${id}/diff`, { from: to! - 1, to }),
    enabled: to !== null,
  });
}

/** Saves an article; where it is published, the open questions are asked again. */
export function useSaveArticle() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (form: ArticleForm) => {
      const article = await request.post<Article>('/articles', form);
      const reasked = form.published
        ? (await request.post<List<Reasked>>(`/articles/${article.id}/reask`)).items
        : null;
      return { article, reasked };
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['articles'] });
      // A draft is made once: its gap may be filled by now.
      await client.invalidateQueries({ queryKey: ['gaps'], predicate: ({ queryKey }) => queryKey[1] !== 'draft' });
    },
  });
}

export function useRestore(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: number) => request.post<Article>(`/articles/${id}/restore`, { version }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['articles'] }),
  });
}

export function useRemoveArticle(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request.delete<void>(`/articles/${id}`),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['articles', 'one', id] });
      return client.invalidateQueries({ queryKey: ['articles', 'list'] });
    },
  });
}

/** Open questions that ask the same, the costliest first. */
export function useGapClusters() {
  return useQuery({ queryKey: ['gaps', 'clusters'], queryFn: () => request.get<List<GapCluster>>('/gap-clusters') });
}

export function useGapDraft(gapId: string | undefined) {
  return useQuery({
    queryKey: ['gaps', 'draft', gapId],
    queryFn: () => request.get<ArticleDraft>(`/gaps/${gapId}/draft`),
    enabled: gapId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Closes every question of a cluster. */
export function useCloseGaps() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ids: string[]) => {
      for (const id of ids) await request.patch(`/gaps/${id}`, { state: 'closed' });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['gaps'] }),
  });
}

/** Why the bot gave a reply; asked only when somebody wants to know. */
export function useExplanation(conversationId: string, messageId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['explanations', messageId],
    queryFn: () =>
      request.get<{ explanation: Explanation | null }>(
        `/conversations/${conversationId}/messages/${messageId}/explanation`,
      ),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useTry() {
  return useMutation({
    mutationFn: (asked: { text: string; language: string; audience: string }) =>
      request.post<{ replies: TriedReply[] }>('/playground', asked),
  });
}
