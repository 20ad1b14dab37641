import { useQuery } from '@tanstack/react-query';
import type { Shop } from '../api.ts';
import { request } from '../frame/request.ts';

function useShopQuery() {
  return useQuery({
    queryKey: ['shop'],
    queryFn: () => request.get<Shop>('/shop'),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The shop's profile, or undefined until it is known. */
export function useShop(): Shop | undefined {
  return useShopQuery().data;
}

/** Whether the shop's profile is still on its way: until then nobody knows on which day it is there. */
export function useShopComes(): boolean {
  return useShopQuery().isPending;
}
