import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CostRatesJson } from '#api/costRates.ts';
import { request } from '../frame/request.ts';

export type CostRates = CostRatesJson;

/** Rates of staff, tasks and messages, and margins. */
export function useCostRates() {
  return useQuery({ queryKey: ['costRates'], queryFn: () => request.get<CostRates>('/cost-rates') });
}

export function useSetCostRates() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ channels: _channels, ...settings }: CostRates) => request.put('/cost-rates', settings),
    onSettled: () => void client.invalidateQueries({ queryKey: ['costRates'] }),
  });
}
