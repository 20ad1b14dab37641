import { z } from 'zod';
import { filterQuerySchema } from '#crm/tasks/savedFilters.ts';
import { operation } from './resource.ts';
import { person, staff } from './roles.ts';
import { byId, id, words } from './shapes.ts';

const filterSchema = z.object({
  id,
  name: z.string(),
  query: filterQuerySchema,
  /** Colleagues see it, too. */
  shared: z.boolean(),
  mine: z.boolean(),
});
/** A list of tasks under a name. */
export type SavedFilterJson = z.output<typeof filterSchema>;

/** Filters that people keep. */
export const taskFilterOperations = [
  operation({
    method: 'GET',
    path: '/task-filters',
    summary: 'One’s own filters and those that colleagues share',
    may: staff,
    answer: z.object({ items: z.array(filterSchema) }),
    run: async ({ services }, { caller }) => ({ items: await services.savedFilters.list(person(caller).id) }),
  }),
  operation({
    method: 'POST',
    path: '/task-filters',
    summary: 'Keep a filter under a name',
    may: staff,
    body: z.strictObject({ name: words(40), query: filterQuerySchema, shared: z.boolean().default(false) }),
    answer: filterSchema,
    status: 201,
    run: ({ services }, { body, caller }) => services.savedFilters.save(body, person(caller).id),
  }),
  operation({
    method: 'DELETE',
    path: '/task-filters/:id',
    summary: 'Remove one’s own filter; a manager also one that others share',
    may: staff,
    params: byId,
    run: ({ services }, { params, caller }) => services.savedFilters.remove(params.id, person(caller).id),
  }),
];
