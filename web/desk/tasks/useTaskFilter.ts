import { useCallback, useMemo } from 'react';
import type { FilterQuery } from '../api.ts';
import { oneOf, useAddressValues } from '../shell/address.ts';

export const scopes = ['team', 'mine', 'all'] as const;
export const shows = ['open', 'today', 'late', 'snoozed', 'done'] as const;

const listOf = (text: string | null): string[] => (text ? text.split(',').filter(Boolean) : []);

/** The filter as the address says it. */
export function filterOf(search: URLSearchParams): FilterQuery {
  return {
    scope: oneOf(search.get('scope') ?? undefined, scopes),
    show: oneOf(search.get('show') ?? undefined, shows),
    types: listOf(search.get('types')),
    priorities: listOf(search.get('priorities')) as FilterQuery['priorities'],
    teamId: search.get('team'),
    ownerId: search.get('owner'),
    query: search.get('q') ?? '',
  };
}

/** The filter as an address says it: what narrows nothing is left out. */
export function addressOf(filter: FilterQuery): Record<string, string | undefined> {
  return {
    scope: filter.scope,
    show: filter.show,
    types: filter.types.join(',') || undefined,
    priorities: filter.priorities.join(',') || undefined,
    team: filter.teamId ?? undefined,
    owner: filter.ownerId ?? undefined,
    q: filter.query || undefined,
  };
}

/** How many things narrow the list beside whose and which. */
export const narrowedBy = ({ types, priorities, teamId, ownerId }: FilterQuery): number =>
  [types.length, priorities.length, teamId, ownerId].filter(Boolean).length;

/** Which tasks are shown: kept in the address, so that it can be reloaded, shared and gone back to. */
export function useTaskFilter(): { filter: FilterQuery; change(values: Partial<FilterQuery>): void } {
  const [search, setValues] = useAddressValues();
  const filter = useMemo(() => filterOf(search), [search]);
  const change = useCallback(
    (values: Partial<FilterQuery>) =>
      setValues(addressOf({ ...filterOf(new URLSearchParams(window.location.search)), ...values })),
    [setValues],
  );
  return { filter, change };
}
