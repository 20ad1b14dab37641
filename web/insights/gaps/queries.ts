import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { GapReportJson } from '#api/gapReports.ts';
import { request } from '../../desk/frame/request.ts';
import { pollMs } from '../../desk/queries/tasks.ts';

export type GapReport = GapReportJson;
export type GapGroup = GapReport['groups'][number];
export const fates = ['open', 'filled', 'closed'] as const;

/** What the API is asked for. */
export type GapsAsked = Record<'from' | 'to' | 'productId' | 'language' | 'fate', string | undefined>;

export function useGapReport(query: GapsAsked) {
  return useQuery({
    queryKey: ['reports', 'gaps', query],
    queryFn: () => request.get<GapReport>('/reports/gaps', query),
    placeholderData: keepPreviousData,
    refetchInterval: pollMs,
  });
}
