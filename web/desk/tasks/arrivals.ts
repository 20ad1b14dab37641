import { useEffect, useRef, useState } from 'react';
import type { Task } from '../api.ts';

/**
 * Tasks that came while the list was open: their ids, and the title of the last one to be read out. `list` names what is
 * listed; another list begins anew. Until it is loaded `tasks` is undefined.
 */
export function useArrivals(list: string, tasks: Task[] | undefined): { fresh: ReadonlySet<string>; last: string } {
  const known = useRef<{ list: string; ids: Set<string> } | null>(null);
  const [arrived, setArrived] = useState<{ fresh: ReadonlySet<string>; last: string }>({ fresh: new Set(), last: '' });
  useEffect(() => {
    if (!tasks) return;
    if (known.current?.list !== list) {
      known.current = { list, ids: new Set(tasks.map((task) => task.id)) };
      return;
    }
    const { ids } = known.current;
    const added = tasks.filter((task) => !ids.has(task.id) && task.state === 'open');
    for (const task of tasks) ids.add(task.id);
    // A task of an old date was moved or loaded by paging; only those just raised are news.
    const news = added.filter((task) => Date.now() - Date.parse(task.createdAt) < 10 * 60_000);
    if (news.length === 0) return;
    setArrived((before) => ({
      fresh: new Set([...before.fresh, ...news.map((task) => task.id)]),
      last: news.at(-1)?.title ?? '',
    }));
  }, [list, tasks]);
  return arrived;
}
