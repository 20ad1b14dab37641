import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { TalkGroupJson, TalkReportJson, TalkRowJson } from '#api/talkReports.ts';
import type { List } from '../../desk/api.ts';
import { request } from '../../desk/frame/request.ts';
import { pollMs } from '../../desk/queries/tasks.ts';
import type { Filter } from '../period.ts';

export type TalkReport = TalkReportJson;
export type TalkGroup = TalkGroupJson;
export type TalkRow = TalkRowJson;

export const ways = ['segment', 'tier', 'audience', 'channel', 'language', 'product', 'category'] as const;
export type Way = (typeof ways)[number];
export const outcomes = ['without', 'confirmed', 'assumed', 'returned', 'unresolved', 'person'] as const;
export const feelings = ['negative', 'positive'] as const;

/** What the API is asked for; `dimension` and `value`: one group alone. */
export interface TalksAsked extends Record<string, string | undefined> {
  from: string;
  to: string;
  dimension: Way | undefined;
  value: string | undefined;
}

/** What is looked at, as the address has it: `cut` way:value. */
export function talksAsked(filter: Filter, search: URLSearchParams): TalksAsked {
  const [named = '', ...rest] = (search.get('cut') ?? '').split(':');
  const dimension = ways.find((each) => each === named) ?? (filter.productId ? 'product' : undefined);
  const value = dimension === named ? rest.join(':') : filter.productId;
  return { from: filter.days.first, to: filter.days.last, dimension, value: dimension && value };
}

const kept = { placeholderData: keepPreviousData, refetchInterval: pollMs };

export function useTalkReport(query: TalksAsked & { by: string }) {
  return useQuery({
    queryKey: ['reports', 'talks', query],
    queryFn: () => request.get<TalkReport>('/reports/talks', query),
    ...kept,
  });
}

export function useTalkGroups({ from, to }: TalksAsked, by: Way) {
  const query = { from, to, by };
  return useQuery({
    queryKey: ['reports', 'talks', 'groups', query],
    queryFn: () => request.get<{ items: TalkGroup[] }>('/reports/talks/breakdown', query),
    ...kept,
  });
}

export function usePeaks(query: TalksAsked & { order: string }) {
  return useQuery({
    queryKey: ['reports', 'talks', 'peaks', query],
    queryFn: () => request.get<{ items: TalkRow[] }>('/reports/talks/peaks', { ...query, limit: 12 }),
    ...kept,
  });
}

export function useTalkRows(query: TalksAsked & { outcome: string | undefined; feeling: string | undefined }) {
  return useInfiniteQuery({
    queryKey: ['reports', 'talks', 'rows', query],
    queryFn: ({ pageParam: cursor }) =>
      request.get<List<TalkRow>>('/reports/talks/rows', { ...query, limit: 12, cursor }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}
