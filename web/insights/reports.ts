import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { PromiseReportJson } from '#api/promises.ts';
import type {
  ComplaintsReportJson,
  SatisfactionReportJson,
  ServiceLevelsReportJson,
  TasksReportJson,
} from '#api/reports.ts';
import type { SurveyAnswerJson } from '#api/surveyReports.ts';
import type { List, Product } from '../desk/api.ts';
import { request } from '../desk/frame/request.ts';
import { pollMs } from '../desk/queries/tasks.ts';
import type { Filter } from './period.ts';

export type SatisfactionReport = SatisfactionReportJson;
export type ComplaintsReport = ComplaintsReportJson;
export type ServiceLevelsReport = ServiceLevelsReportJson;
export type TasksReport = TasksReportJson;
export type PromiseReport = PromiseReportJson;
/** A week or month: its first day, n, share and interval. */
export type TrendPoint = SatisfactionReport['trend'][number];

/** Satisfaction in the period, by who was rated and which product. */
export function useSatisfaction({ from, to, by, rated, productId }: Filter) {
  const query = { from, to, by, rated, productId };
  return useQuery({
    queryKey: ['reports', 'satisfaction', query],
    queryFn: () => request.get<SatisfactionReport>('/reports/satisfaction', query),
    placeholderData: keepPreviousData,
    refetchInterval: pollMs,
  });
}

/** Complaints of the period by product, most first. */
export function useComplaintsReport({ from, to, productId }: Filter) {
  const query = { from, to, productId, limit: 10 };
  return useQuery({
    queryKey: ['reports', 'complaints', query],
    queryFn: () => request.get<ComplaintsReport>('/reports/complaints', query),
    placeholderData: keepPreviousData,
    refetchInterval: pollMs,
  });
}

/** How promises were kept in the period. */
export function usePromiseReport({ from, to }: Filter) {
  return useQuery({
    queryKey: ['reports', 'promises', from, to],
    queryFn: () => request.get<PromiseReport>('/reports/promises', { from, to }),
    placeholderData: keepPreviousData,
    refetchInterval: pollMs,
  });
}

/** How targets were kept in the period, and how long customers waited. */
export function useServiceLevels({ from, to }: Filter) {
  return useQuery({
    queryKey: ['reports', 'serviceLevels', from, to],
    queryFn: () => request.get<ServiceLevelsReport>('/reports/service-levels', { from, to }),
    placeholderData: keepPreviousData,
    refetchInterval: pollMs,
  });
}

/** How the follow-up tasks stand now. */
export function useTasksReport() {
  return useQuery({
    queryKey: ['reports', 'tasks'],
    queryFn: () => request.get<TasksReport>('/reports/tasks'),
    refetchInterval: pollMs,
  });
}

/** The satisfaction ratings that the filter asks for, as the API is asked: one way for the card, its people and its file. */
export function useSatisfactionAsked({ days, rated, productId }: Filter) {
  return useMemo(
    () => ({
      metric: 'csat',
      from: days.first,
      to: days.last,
      who: rated && (rated === 'bot' ? 'bot' : 'person'),
      dimension: productId && 'product',
      value: productId,
    }),
    [days, rated, productId],
  );
}

/** The newest of some ratings. */
export function useNewestRatings(asked: Record<string, string | number | undefined>) {
  return useQuery({
    queryKey: ['reports', 'surveys', 'newest', asked],
    queryFn: () => request.get<List<SurveyAnswerJson>>('/reports/surveys/answers', { ...asked, limit: 12 }),
    placeholderData: keepPreviousData,
    refetchInterval: pollMs,
  });
}

/** Products, for the filter. */
export function useProducts() {
  return useQuery({
    queryKey: ['products'],
    queryFn: () => request.get<List<Product>>('/products', { limit: 200 }),
    staleTime: 5 * 60_000,
  });
}

/** The stock number of a product by its id, as articles name products. */
export function useSkuOf(): (productId: string | null | undefined) => string | undefined {
  const products = useProducts().data?.items;
  return useCallback((productId) => products?.find(({ id }) => id === productId)?.sku, [products]);
}
