import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { List, Synonym } from '../api.ts';
import { request } from '../frame/request.ts';

/** Groups of words that mean the same in this shop. */
export function useSynonyms() {
  return useQuery({ queryKey: ['synonyms'], queryFn: () => request.get<List<Synonym>>('/synonyms') });
}

/** Adds a group, replaces the words of one, or removes it. */
export function useSynonymChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { words: string[] } | { id: string; words: string[] } | { remove: string }) => {
      if ('remove' in change) return request.delete(`/synonyms/${change.remove}`);
      const body = { words: change.words };
      return 'id' in change ? request.put(`/synonyms/${change.id}`, body) : request.post('/synonyms', body);
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['synonyms'] }),
  });
}
