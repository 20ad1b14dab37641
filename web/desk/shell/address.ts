import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/**
 * A value of the address bar, so that what is shown can be reloaded, shared and gone back to. `undefined` as the next value
 * removes it.
 */
export function useAddressValue(name: string): [string | undefined, (value: string | undefined) => void] {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (value: string | undefined) => {
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === undefined) next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      );
    },
    [name, setSearch],
  );
  return [search.get(name) ?? undefined, set];
}

/** The value if it is one of those allowed, else the first of them. */
export function oneOf<T extends string>(value: string | undefined, allowed: readonly [T, ...T[]]): T {
  return allowed.find((each) => each === value) ?? allowed[0];
}
