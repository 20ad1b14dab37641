import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { List, ProductRef, SurveyResponse } from '../desk/api.ts';
import { request } from '../desk/frame/request.ts';
import { pollMs } from '../desk/queries/tasks.ts';
import type { Localized } from '../kit/i18n.ts';
import type { Filter } from './filter.ts';

/** n answers, the share of 4 and 5 with its 95 % interval (all 0 to 1; null: no data). */
export interface Satisfaction {
  n: number;
  share: number | null;
  interval: { low: number; high: number } | null;
}

export interface TrendPoint extends Satisfaction {
  /** ISO date on which the week or month begins. */
  from: string;
}

export interface SatisfactionReport extends Satisfaction {
  distribution: { score: number; count: number }[];
  invited: number;
  responseRate: number | null;
  trend: TrendPoint[];
}

export interface ProductComplaints {
  productId: string | null;
  name: Localized | null;
  n: number;
  open: number;
  safety: number;
}

export interface ComplaintsReport {
  n: number;
  open: number;
  safety: number;
  products: ProductComplaints[];
}

export interface TasksReport {
  open: number;
  late: number;
  snoozed: number;
  unowned: number;
  doneThisWeek: number;
  doneInTimeThisWeek: number;
}

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
export function useComplaintsReport({ from, to }: Filter) {
  return useQuery({
    queryKey: ['reports', 'complaints', from, to],
    queryFn: () => request.get<ComplaintsReport>('/reports/complaints-by-product', { from, to, limit: 10 }),
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

/** The newest ratings of 1 and 2. */
export function useLowRatings() {
  return useQuery({
    queryKey: ['responses', 'low'],
    queryFn: async () => {
      const surveys = await request.get<List<{ id: string; metric: string }>>('/surveys');
      const survey = surveys.items.find((each) => each.metric === 'csat');
      if (!survey) return [];
      const page = await request.get<List<SurveyResponse>>(`/surveys/${survey.id}/responses`, {
        maxScore: 2,
        limit: 12,
      });
      return page.items;
    },
    refetchInterval: pollMs,
  });
}

/** Products, for the filter. */
export function useProducts() {
  return useQuery({
    queryKey: ['products'],
    queryFn: () => request.get<List<ProductRef>>('/products', { limit: 200 }),
    staleTime: 5 * 60_000,
  });
}
