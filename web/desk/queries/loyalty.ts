import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CustomerPoints, List, PointsRules, TierRules, TierStanding, Voucher, VoucherWorth } from '../api.ts';
import { request } from '../frame/request.ts';

/** A customer's balance and the latest entries. */
export function usePoints(customerId: string) {
  return useQuery({
    queryKey: ['customers', 'points', customerId],
    queryFn: () => request.get<CustomerPoints>(`/customers/${customerId}/points`, { limit: 8 }),
  });
}

/** How a customer's tier stands. */
export function useTier(customerId: string) {
  return useQuery({
    queryKey: ['customers', 'tier', customerId],
    queryFn: () => request.get<TierStanding>(`/customers/${customerId}/tier`),
  });
}

/** A customer's vouchers, newest first. */
export function useVouchers(customerId: string) {
  return useQuery({
    queryKey: ['customers', 'vouchers', customerId],
    queryFn: () => request.get<List<Voucher>>('/vouchers', { customerId, limit: 20 }),
  });
}

type Change =
  | { points: number; note: string }
  | { worth: VoucherWorth; note: string | null }
  | { redeem: string; orderNumber: string | null }
  | { takeBack: string };

/** Points entered by hand; vouchers issued, used, taken back. */
export function useLoyaltyChange(customerId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Change): Promise<unknown> => {
      if ('points' in change) return request.post('/points', { customerId, kind: 'correct', ...change });
      if ('worth' in change) return request.post('/vouchers', { customerId, ...change });
      if ('takeBack' in change) return request.delete(`/vouchers/${change.takeBack}`);
      return request.post('/vouchers/redeem', { code: change.redeem, orderNumber: change.orderNumber });
    },
    onSettled: () => void client.invalidateQueries({ queryKey: ['customers'] }),
  });
}

/** How points are earned. */
export function usePointsRules() {
  return useQuery({ queryKey: ['pointsRules'], queryFn: () => request.get<PointsRules>('/points/rules') });
}

/** The shop's tiers. */
export function useTierRules() {
  return useQuery({ queryKey: ['tierRules'], queryFn: () => request.get<TierRules>('/tiers') });
}

/** Sets either. */
export function useRulesChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: { points: PointsRules } | { tiers: TierRules }): Promise<void> => {
      if ('points' in change) client.setQueryData(['pointsRules'], await request.put('/points/rules', change.points));
      else client.setQueryData(['tierRules'], await request.put('/tiers', change.tiers));
    },
  });
}
