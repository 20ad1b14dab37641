import { useQuery } from '@tanstack/react-query';
import type { Shop } from '../api.ts';
import { request } from '../frame/request.ts';

/** The shop's profile, or undefined until it is known. */
export function useShop(): Shop | undefined {
  return useQuery({
    queryKey: ['shop'],
    queryFn: () => request.get<Shop>('/shop'),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}
