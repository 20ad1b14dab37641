import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ExamplePreviewJson, IntentJson, UnderstoodJson } from '#api/examples.ts';
import type { Example, List } from '../api.ts';
import { request } from '../frame/request.ts';

/** Every intent with the sentences that come with it. They change with the release alone. */
export function useIntents() {
  return useQuery({
    queryKey: ['examples', 'intents'],
    queryFn: () => request.get<List<IntentJson>>('/examples/intents'),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** All of the shop's own examples; they are some hundreds at most. */
export function useExamples() {
  return useQuery({
    queryKey: ['examples', 'own'],
    queryFn: async () => {
      const items: Example[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: List<Example> = await request.get('/examples', { limit: 200, cursor });
        items.push(...page.items);
        cursor = page.nextCursor;
      }
      return items;
    },
  });
}

/** What may be done with examples. */
export type ExampleChange =
  | { add: { intent: string; text: string } }
  | { id: string; change: { intent: string; text: string } }
  | { remove: string }
  | { publish: true };

/** Adds, changes, removes or publishes; the list is asked again. */
export function useExampleChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: ExampleChange): Promise<unknown> => {
      if ('add' in asked) return request.post('/examples', asked.add);
      if ('change' in asked) return request.put(`/examples/${asked.id}`, asked.change);
      if ('remove' in asked) return request.delete(`/examples/${asked.remove}`);
      return request.post('/examples/publish');
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['examples', 'own'] }),
  });
}

/** How a sentence is understood. */
export const useReading = () =>
  useMutation({ mutationFn: (text: string) => request.post<UnderstoodJson>('/examples/reading', { text }) });

/** What publishing would change; takes a second or two. */
export const useExamplePreview = () =>
  useMutation({ mutationFn: () => request.post<ExamplePreviewJson>('/examples/preview') });
