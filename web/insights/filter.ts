import { useMemo } from 'react';
import { useShop } from '../desk/queries/shop.ts';
import { useAddressValues } from '../desk/shell/address.ts';
import { type Filter, filterOf } from './period.ts';

/** The filter of the address bar and how to change it. */
export function useFilter(): [Filter, (change: Record<string, string | undefined>) => void] {
  const [search, change] = useAddressValues();
  const zone = useShop()?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  // A period begins and ends with days: the same day gives the same query, so the cache is used.
  const today = new Date().toDateString();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day makes it another period
  const filter = useMemo(() => filterOf(search, new Date(), zone), [search, zone, today]);
  return [filter, change];
}
