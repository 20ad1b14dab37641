import type { List } from '../../desk/api.ts';
import { request } from '../../desk/frame/request.ts';

/** As many as can be written to at once. */
export const mostPeople = 1000;

/** The customers behind the rows of a list, as it lists them, `mostPeople` at most. `of`: whom a row names; its customerId unless told. */
export async function customersIn<Row = { customerId: string | null }>(
  path: string,
  query: Record<string, string | number | boolean | undefined>,
  of: (row: Row) => string | null | undefined = (row) => (row as { customerId: string | null }).customerId,
): Promise<string[]> {
  const found = new Set<string>();
  let cursor: string | undefined;
  do {
    const page: List<Row> = await request.get(path, { ...query, limit: 200, cursor });
    for (const row of page.items) {
      const customerId = of(row);
      if (customerId) found.add(customerId);
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor && found.size < mostPeople);
  return [...found].slice(0, mostPeople);
}
