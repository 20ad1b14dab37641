import { type RefObject, useEffect, useRef } from 'react';

type Keys = Partial<Record<string, (event: KeyboardEvent) => void>>;

const typing = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true]';

/** Whether a key belongs to what has the focus (a field, a menu, a dialog) and is no shortcut. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('[role=dialog], [role=menu], [role=listbox]')) return true;
  return event.key !== 'Escape' && Boolean(target?.closest(typing));
}

/** Shortcuts of the page while the component is shown, by `KeyboardEvent.key`. Keys typed into a field are left alone. */
export function useKeys(keys: Keys): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (isTaken(event)) return;
      const act = current.current[event.key];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

/** The rows of a list, in their order on the page. */
function rowsIn(list: HTMLElement | null): HTMLElement[] {
  return list ? [...list.querySelectorAll<HTMLElement>('[data-row]')] : [];
}

/** The id of the row that has the focus, if one has. */
export function focusedRow(list: HTMLElement | null): string | undefined {
  const active = document.activeElement;
  return active instanceof HTMLElement && list?.contains(active) ? active.dataset.row : undefined;
}

/** j and k move the focus through the rows (Enter then opens the link); / goes to the search of the list. */
export function useListKeys(list: RefObject<HTMLElement | null>): void {
  const move = (step: 1 | -1): void => {
    const rows = rowsIn(list.current);
    const from = rows.indexOf(document.activeElement as HTMLElement);
    const start = from >= 0 ? from : rows.findIndex((row) => row.getAttribute('aria-current'));
    const next = start < 0 ? (step === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, start + step));
    rows[next]?.focus();
    rows[next]?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    '/': () => list.current?.querySelector<HTMLInputElement>('input[data-search]')?.focus(),
  });
}
