import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { BehindJson, RelationTableJson } from '#api/relationReports.ts';
import type { List } from '../../desk/api.ts';
import { request } from '../../desk/frame/request.ts';
import { pollMs } from '../../desk/queries/tasks.ts';
import { fileAddress } from '../actions/actionBar.tsx';
import type { Filter } from '../period.ts';
import { reportPath } from '../reportPath.ts';
import { wholeShop } from './wholeShop.ts';

export type RelationTable = RelationTableJson;
export type RelationRow = RelationTable['rows'][number];
export type RelationCell = RelationRow['cells'][number];
export type RelationColumn = RelationTable['columns'][number];
export type Behind = BehindJson;

/** What the API is asked for. */
export interface RelationAsked {
  report: string;
  from: string;
  to: string;
  by: string | undefined;
  productId: string | undefined;
}

export const askedOf = (report: string, { days, productId }: Filter, by: string | undefined): RelationAsked => ({
  report,
  from: days.first,
  to: days.last,
  by,
  productId: isWholeShop(report, by) ? undefined : productId,
});

/** Whether figures are of the whole shop alone, looked at this way (`by` absent: the first). */
export function isWholeShop(report: string, by: string | undefined): boolean {
  const ways = wholeShop[report];
  return ways !== undefined && (ways.includes(by ?? '') || (by === undefined && report !== 'promotion'));
}

export function useRelationTable({ report, ...query }: RelationAsked) {
  return useQuery({
    queryKey: ['reports', 'relation', report, query],
    queryFn: () => request.get<RelationTable>(`/reports/relation/${report}`, query),
    placeholderData: keepPreviousData,
    refetchInterval: pollMs,
  });
}

/** The customers or conversations behind a line. */
export function useBehind({ report, ...query }: RelationAsked, value: string) {
  return useInfiniteQuery({
    queryKey: ['reports', 'relation', report, 'rows', query, value],
    queryFn: ({ pageParam: cursor }) =>
      request.get<List<Behind>>(reportPath(`/reports/relation/${report}/rows`, { ...query, value, limit: 12, cursor })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

/** The address of the report as a file. */
export const fileOf = ({ report, ...query }: RelationAsked, format: string, language: string): string =>
  fileAddress(`/reports/relation/${report}/file`, { ...query, format, language });
