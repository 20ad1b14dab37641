import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

type Values = Record<string, string | undefined>;

/**
 * The values of the address bar, so that what is shown can be reloaded, shared and gone back to. `undefined` removes one.
 * A change builds on the address as it is, not as it was last drawn: two quick presses both count.
 */
export function useAddressValues(): [URLSearchParams, (values: Values) => void] {
  const [search, setSearch] = useSearchParams();
  const change = useCallback(
    (values: Values) => {
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(values)) {
        if (value === undefined) next.delete(name);
        else next.set(name, value);
      }
      setSearch(next, { replace: true });
    },
    [setSearch],
  );
  return [search, change];
}

/** One value of the address bar. */
export function useAddressValue(name: string): [string | undefined, (value: string | undefined) => void] {
  const [search, change] = useAddressValues();
  return [
    search.get(name) ?? undefined,
    useCallback((value: string | undefined) => change({ [name]: value }), [name, change]),
  ];
}

/** A time, ISO 8601; what is none counts as absent. */
export const timeOf = (text: string | null | undefined): string | undefined =>
  text && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : undefined;

/** The value if it is one of those allowed, else the first of them. */
export function oneOf<T extends string>(value: string | undefined, allowed: readonly [T, ...T[]]): T {
  return allowed.find((each) => each === value) ?? allowed[0];
}
