import { v7 } from 'uuid';
import { z } from 'zod';
import { type Database, type SavedTaskFilter, TaskPriority } from '#prisma/client.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';

const id = z.uuid();

/** What a list of tasks is asked for; what is absent does not narrow it. */
export const filterQuerySchema = z.strictObject({
  scope: z.enum(['mine', 'team', 'all']).default('all'),
  show: z.enum(['open', 'today', 'late', 'snoozed', 'done']).default('open'),
  types: z.array(z.string().max(60)).max(30).default([]),
  priorities: z.array(z.enum(TaskPriority)).max(4).default([]),
  teamId: id.nullable().default(null),
  ownerId: id.nullable().default(null),
  query: z.string().max(100).default(''),
});
export type FilterQuery = z.infer<typeof filterQuerySchema>;

/** A filter under its name; `mine`: one's own, which one may change. */
export interface SavedFilter {
  id: string;
  name: string;
  query: FilterQuery;
  shared: boolean;
  mine: boolean;
}

const OWN_AT_MOST = 50;

/** Filters that people keep, for themselves or for all colleagues. */
export class SavedFilters {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** One's own and those that colleagues share, by name. */
  async list(staffId: string): Promise<SavedFilter[]> {
    const rows = await this.#db.client.savedTaskFilter.findMany({
      where: { OR: [{ staffId }, { shared: true }] },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 500,
    });
    return rows.map((row) => filterOf(row, staffId));
  }

  /** Throws Conflict where there are enough. */
  async save(given: { name: string; query: FilterQuery; shared: boolean }, staffId: string): Promise<SavedFilter> {
    return this.#db.transaction(async (client) => {
      if ((await client.savedTaskFilter.count({ where: { staffId } })) >= OWN_AT_MOST)
        throw new Conflict('tooManyFilters', `One keeps ${OWN_AT_MOST} filters at most. Remove one first.`);
      return filterOf(await client.savedTaskFilter.create({ data: { id: v7(), staffId, ...given } }), staffId);
    });
  }

  /** One's own; a manager also removes what others share. Throws NotFound, Forbidden. */
  async remove(filterId: string, staffId: string): Promise<void> {
    await this.#db.transaction(async (client) => {
      const row = await client.savedTaskFilter.findUnique({ where: { id: filterId } });
      const person = await client.staff.findUnique({ where: { id: staffId }, select: { role: true } });
      if (!row || (row.staffId !== staffId && !row.shared)) throw new NotFound('filter', filterId);
      if (row.staffId !== staffId && person?.role === 'staff')
        throw new Forbidden('A colleague shares this filter; only they or a manager remove it.');
      await client.savedTaskFilter.delete({ where: { id: filterId } });
    });
  }
}

const filterOf = ({ id: filterId, name, query, shared, staffId }: SavedTaskFilter, reader: string): SavedFilter => ({
  id: filterId,
  name,
  query: filterQuerySchema.catch(filterQuerySchema.parse({})).parse(query),
  shared,
  mine: staffId === reader,
});
