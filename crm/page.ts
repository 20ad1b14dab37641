import { z } from 'zod';
import { InvalidInput } from './errors.ts';

/** How much of a list, and from where. `limit` is 1 to 200, 50 unless told; `cursor` is the `nextCursor` of the page before. */
export interface PageRequest {
  limit?: number;
  cursor?: string | null;
}

/** One page of a list, newest first unless the list says otherwise. `nextCursor` is null on the last page. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export const MAX_LIMIT = 200;
const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** The row after which a page starts: lists are ordered by a time, then by id. */
export interface Position {
  at: Date;
  id: string;
}

/** Rows to fetch for a page; one more than is shown, to know whether another page follows. */
export const rowsFor = (request: PageRequest): number => pageSize(request) + 1;

const pageSize = (request: PageRequest): number => Math.min(Math.max(Math.trunc(request.limit ?? 50), 1), MAX_LIMIT);

/** Reads a cursor; throws InvalidInput if it is not one of ours. */
export function positionOf(cursor: string | null | undefined): Position | null {
  if (!cursor) return null;
  try {
    const [at, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { at: new Date(at), id };
  } catch {
    throw new InvalidInput([{ path: 'cursor', message: 'Use the nextCursor of the page before, or leave it out.' }]);
  }
}

/** The page from rows fetched by `rowsFor`; `key` tells a row's place in the order. */
export function pageOf<T>(rows: T[], request: PageRequest, key: (row: T) => Position): Page<T> {
  const size = pageSize(request);
  const items = rows.slice(0, size);
  const last = items.at(-1);
  if (rows.length <= size || !last) return { items, nextCursor: null };
  const { at, id } = key(last);
  return { items, nextCursor: Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url') };
}

/** The condition of a list that is newest first by `field`, then by id: what comes after the cursor. An index on the field serves it. */
export function olderThan<Field extends string>(field: Field, request: PageRequest) {
  const after = positionOf(request.cursor);
  if (!after) return {};
  type Older = Record<Field, { lte: Date }> & { OR: [Record<Field, { lt: Date }>, { id: { lt: string } }] };
  return { [field]: { lte: after.at }, OR: [{ [field]: { lt: after.at } }, { id: { lt: after.id } }] } as Older;
}
