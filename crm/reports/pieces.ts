import type { Page } from '../page.ts';

/** All rows of a list piece by piece, for a file. */
export async function* pieces<T>(
  read: (page: { limit: number; cursor: string | undefined }) => Promise<Page<T>>,
): AsyncGenerator<T[]> {
  let cursor: string | undefined;
  do {
    const page = await read({ limit: 200, cursor });
    if (page.items.length > 0) yield page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}
