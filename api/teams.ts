import { z } from 'zod';
import { operation } from './resource.ts';
import { actor, administrator, staff } from './roles.ts';
import { byId, id, localized } from './shapes.ts';

const teamSchema = z.object({ id, key: z.string(), name: localized, members: z.int(), demo: z.boolean() });
/** A team; tasks go to it by its key. */
export type TeamJson = z.input<typeof teamSchema>;

const name = z.strictObject({ zh: z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(60) });
const key = z.string().regex(/^[a-z][a-zA-Z0-9]{1,39}$/, 'Use letters and figures, e.g. complaints.');

/** Who does which kind of work. */
export const teamOperations = [
  operation({
    method: 'GET',
    path: '/teams',
    summary: 'Teams by key; not paged, at most 200',
    may: staff,
    answer: z.object({ items: z.array(teamSchema), nextCursor: z.null() }),
    run: async ({ services }) => ({ items: await services.teams.list(), nextCursor: null }),
  }),
  operation({
    method: 'POST',
    path: '/teams',
    summary: 'Add a team',
    may: administrator,
    body: z.strictObject({ key, name }),
    answer: teamSchema,
    status: 201,
    run: ({ services }, { body, caller }) => services.teams.create(body, actor(caller)),
  }),
  operation({
    method: 'PATCH',
    path: '/teams/:id',
    summary: 'Rename a team',
    may: administrator,
    params: byId,
    body: z.strictObject({ name }),
    answer: teamSchema,
    run: ({ services }, { params, body, caller }) => services.teams.rename(params.id, body.name, actor(caller)),
  }),
];
