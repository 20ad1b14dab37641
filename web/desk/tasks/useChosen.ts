import { type RefObject, useCallback, useMemo, useState } from 'react';
import type { Task } from '../api.ts';
import { focusedRow, useKeys } from '../shell/keys.ts';

/** The tasks that were chosen for one action: by x on the focused row, by its box, all that are shown by *. */
export function useChosen(list: RefObject<HTMLElement | null>, rows: Task[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (id: string) =>
      setIds((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const keep = useCallback((kept: string[]) => setIds(new Set(kept)), []);
  // What is no longer listed is not acted on.
  const chosen = useMemo(() => new Set(rows.map(({ id }) => id).filter((id) => ids.has(id))), [rows, ids]);
  useKeys({
    x: () => {
      const id = focusedRow(list.current);
      if (id) toggle(id);
    },
    '*': () => keep(chosen.size > 0 ? [] : rows.slice(0, 200).map(({ id }) => id)),
  });
  return { chosen, toggle, keep };
}
