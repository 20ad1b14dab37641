import type { Person } from './person.ts';

/** Which rows of a table are a person's: the column, and of what it holds the id. */
export type Link = readonly [column: string, of: keyof Person];

/**
 * Where something of a person is kept, and what becomes of it when the person leaves. `delete`: the row goes. `cut`: the row stays
 * as an anonymous fact, and these columns become what PostgreSQL makes of the expressions. `plain` names the texts that nobody wrote
 * and that name nobody: a kind, a state, a channel.
 */
export interface Holding {
  table: string;
  by: readonly Link[];
  erase: 'delete' | { cut: Readonly<Record<string, string>>; plain: readonly string[] };
  /** The column that tells its rows apart, by which they stand in a copy; absent: id. */
  key?: string;
  /** Absent: it belongs into the copy that the person gets. `mechanics`: the works of the house; all that it tells stands elsewhere too. */
  copy?: 'mechanics';
}

/** What stands where words stood. */
export const gone = `'—'`;
export const ofConversation: Link = ['conversationId', 'conversations'];
export const ofCustomer: Link = ['customerId', 'customers'];
export const ofComplaint: Link = ['complaintId', 'complaints'];

/** What names an order when its number is gone: its lines stay together. */
export const anonymousOrder = (number: string) =>
  `'erased-' || (SELECT min(o.id::text) FROM "Purchase" o WHERE o."orderNumber" = ${number})`;

/** Counts, scores and ticked boxes stay; whatever somebody wrote goes. */
export const scoresOf = (column: string) => `coalesce((SELECT jsonb_object_agg(a.key, a.value)
  FROM jsonb_each(CASE jsonb_typeof("${column}") WHEN 'object' THEN "${column}" ELSE '{}' END) a
 WHERE jsonb_typeof(a.value) IN ('number', 'boolean')), '{}')`;
