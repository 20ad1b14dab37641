import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Invitation,
  List,
  Survey,
  SurveyLink,
  SurveyPreview,
  SurveyProblem,
  SurveyResults,
  SurveyVersion,
} from '../api.ts';
import { request } from '../frame/request.ts';
import type { Chosen } from './care.ts';

export type SurveyInput = Pick<Survey, 'title' | 'metric' | 'touchpoint' | 'anonymous' | 'asking'> & {
  definition: unknown;
};
/** How often at most one person is asked, in days. */
export interface SurveyManners {
  anyDays: number;
  csatDays: number;
  npsDays: number;
  cesDays: number;
  refusedDays: number;
}

const key = ['surveys'];

export function useSurveys() {
  return useQuery({ queryKey: key, queryFn: () => request.get<List<Survey>>('/surveys', { limit: 200 }) });
}

export function useSurveyResults(id: string) {
  return useQuery({
    queryKey: [...key, id, 'results'],
    queryFn: () => request.get<SurveyResults>(`/surveys/${id}/results`),
  });
}

export function useSurveyVersions(id: string | undefined) {
  return useQuery({
    queryKey: [...key, id, 'versions'],
    queryFn: () => request.get<{ items: SurveyVersion[] }>(`/surveys/${id}/versions`),
    enabled: id !== undefined,
  });
}

/** What is wrong with a definition, as the server sees it. */
export function useSurveyCheck(definition: unknown, metric: string, enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: [...key, 'check', metric, enabled && JSON.stringify(definition)],
    queryFn: () => request.post<{ problems: SurveyProblem[] }>('/surveys/check', { definition, metric }),
    placeholderData: (before) => before,
  });
}

export function useSurveyManners() {
  return useQuery({ queryKey: [...key, 'manners'], queryFn: () => request.get<SurveyManners>('/surveys/manners') });
}

export function useInvitations(id: string, state: string | null) {
  return useInfiniteQuery({
    queryKey: [...key, id, 'invitations', state],
    queryFn: ({ pageParam }) =>
      request.get<List<Invitation>>(`/surveys/${id}/invitations`, { state, cursor: pageParam, limit: 50 }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function useSurveyLinks(id: string) {
  return useQuery({
    queryKey: [...key, id, 'links'],
    queryFn: () => request.get<{ items: SurveyLink[] }>(`/surveys/${id}/links`),
  });
}

/** Who of the chosen would be asked now, who not and why. */
export function useSurveyPreview(surveyId: string | undefined, chosen: Chosen) {
  return useQuery({
    queryKey: [...key, 'chosen', surveyId, chosen],
    queryFn: () => request.post<SurveyPreview>(`/surveys/${surveyId}/chosen`, chosen),
    enabled: surveyId !== undefined,
    gcTime: 0,
  });
}

/** Plans a survey for the chosen. */
export function useSurveySend() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ surveyId, chosen }: { surveyId: string; chosen: Chosen }) =>
      request.post<{ planned: number }>(`/surveys/${surveyId}/send`, chosen),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** Makes, changes, starts, stops or removes a survey, its links, or the manners. */
export function useSurveyChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: SurveyChange): Promise<Survey | undefined> => {
      if ('manners' in change) await request.put('/surveys/manners', change.manners);
      else if ('input' in change)
        return change.id
          ? request.put<Survey>(`/surveys/${change.id}`, change.input)
          : request.post<Survey>('/surveys', change.input);
      else if ('active' in change) await request.post(`/surveys/${change.id}/${change.active ? 'start' : 'stop'}`, {});
      else if ('link' in change) await request.post(`/surveys/${change.id}/links`, change.link);
      else if ('closeLink' in change) await request.delete(`/surveys/${change.id}/links/${change.closeLink}`);
      else await request.delete(`/surveys/${change.id}`);
      return undefined;
    },
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

type SurveyChange =
  | { manners: SurveyManners }
  | { id?: string | undefined; input: SurveyInput }
  | { id: string; active: boolean }
  | { id: string; link: { name: string; single: boolean; expiresAt: string | null } }
  | { id: string; closeLink: string }
  | { id: string; remove: true };
