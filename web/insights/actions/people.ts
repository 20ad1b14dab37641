import type { List } from '../../desk/api.ts';
import { request } from '../../desk/frame/request.ts';

/** As many as can be written to at once. */
export const mostPeople = 1000;

/** The customers behind the rows of a list, newest first, `mostPeople` at most. */
export async function customersIn(path: string, query: Record<string, string | number | undefined>): Promise<string[]> {
  const found = new Set<string>();
  let cursor: string | undefined;
  do {
    const page: List<{ customerId: string | null }> = await request.get(path, { ...query, limit: 200, cursor });
    for (const { customerId } of page.items) if (customerId) found.add(customerId);
    cursor = page.nextCursor ?? undefined;
  } while (cursor && found.size < mostPeople);
  return [...found].slice(0, mostPeople);
}
