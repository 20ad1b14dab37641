import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ComplaintRowJson, ParetoJson } from '#api/complaintReports.ts';
import type { List } from '../../desk/api.ts';
import { request } from '../../desk/frame/request.ts';
import { pollMs } from '../../desk/queries/tasks.ts';
import { reportPath } from '../reportPath.ts';

export type Pareto = ParetoJson;
export type ParetoRow = Pareto['rows'][number];
export type ComplaintRow = ComplaintRowJson;

/** What the API is asked for; `by` with `value`: one group alone. */
export interface ComplaintsAsked extends Record<string, string | undefined> {
  from: string;
  to: string;
  productId: string | undefined;
  severity: string | undefined;
  by: string;
  value?: string | undefined;
}

export function usePareto({ value: _value, ...query }: ComplaintsAsked) {
  return useQuery({
    queryKey: ['reports', 'pareto', query],
    queryFn: () => request.get<Pareto>('/reports/complaints/pareto', query),
    placeholderData: keepPreviousData,
    refetchInterval: pollMs,
  });
}

export function useComplaintRows(query: ComplaintsAsked) {
  return useInfiniteQuery({
    queryKey: ['reports', 'complaintRows', query],
    queryFn: ({ pageParam: cursor }) =>
      request.get<List<ComplaintRow>>(reportPath('/reports/complaints/rows', { ...query, limit: 12, cursor })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}
