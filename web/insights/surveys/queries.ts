import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InvitedCountsJson, InvitedJson } from '#api/invitedReports.ts';
import type { BreakdownRowJson, CommentsReportJson, SurveyAnswerJson, SurveyReportJson } from '#api/surveyReports.ts';
import type { SurveyJson } from '#api/surveys.ts';
import type { List } from '../../desk/api.ts';
import { request } from '../../desk/frame/request.ts';
import { pollMs } from '../../desk/queries/tasks.ts';
import type { Asked } from './asked.ts';

export type SurveyReport = SurveyReportJson;
export type BreakdownRow = BreakdownRowJson;
export type SurveyAnswer = SurveyAnswerJson;
export type CommentsReport = CommentsReportJson;
export type Survey = SurveyJson;
export type InvitedCounts = InvitedCountsJson;
export type Invited = InvitedJson;

/** Which comments are listed; nothing: the newest. */
export interface CommentsAbout {
  theme?: string | undefined;
  feeling?: 'negative' | 'neutral' | 'positive' | undefined;
  word?: string | undefined;
}

/** Surveys to choose from. */
export function useSurveys() {
  return useQuery({
    queryKey: ['surveys'],
    queryFn: () => request.get<List<Survey>>('/surveys', { limit: 200 }),
    staleTime: 60_000,
  });
}

const kept = { placeholderData: keepPreviousData, refetchInterval: pollMs };

export function useSurveyReport(query: Asked & { by: string }) {
  return useQuery({
    queryKey: ['reports', 'surveys', query],
    queryFn: () => request.get<SurveyReport>('/reports/surveys', query),
    ...kept,
  });
}

export function useBreakdown(query: Asked & { by: string }) {
  return useQuery({
    queryKey: ['reports', 'surveys', 'breakdown', query],
    queryFn: () => request.get<{ items: BreakdownRow[] }>('/reports/surveys/breakdown', query),
    ...kept,
  });
}

export function useComments(query: Asked & CommentsAbout) {
  return useQuery({
    queryKey: ['reports', 'surveys', 'comments', query],
    queryFn: () => request.get<CommentsReport>('/reports/surveys/comments', query),
    ...kept,
  });
}

export function useInvitedCounts(query: Asked) {
  return useQuery({
    queryKey: ['reports', 'surveys', 'invitations', 'counts', query],
    queryFn: () => request.get<InvitedCounts>('/reports/surveys/invitations/counts', query),
    ...kept,
  });
}

/** Nothing is asked for until a number was chosen. */
export function useInvited(query: Asked | undefined) {
  return useInfiniteQuery({
    queryKey: ['reports', 'surveys', 'invitations', query],
    queryFn: ({ pageParam: cursor }) =>
      request.get<List<Invited>>('/reports/surveys/invitations', { ...query, limit: 12, cursor }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: query !== undefined,
  });
}

export function useAnswers(query: Asked) {
  return useInfiniteQuery({
    queryKey: ['reports', 'surveys', 'answers', query],
    queryFn: ({ pageParam: cursor }) =>
      request.get<List<SurveyAnswer>>('/reports/surveys/answers', { ...query, limit: 12, cursor }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}
