import { z } from 'zod';
import { operation } from './resource.ts';
import { person, staff } from './roles.ts';
import { id } from './shapes.ts';

const stateSchema = z.enum(['online', 'away', 'offline']);
const colleagueSchema = z.object({
  id,
  name: z.string(),
  teamId: id.nullable(),
  state: stateSchema,
  /** How many live conversations they have, of those they may have. */
  holding: z.int(),
  capacity: z.int(),
});
/** A colleague, whether at the desk, and with how much to do there. */
export type ColleagueJson = z.input<typeof colleagueSchema>;

/** Who of the staff is at the desk. An open stream of `/live` says that somebody is. */
export const presenceOperations = [
  operation({
    method: 'GET',
    path: '/presence',
    summary: 'Who is at the desk, and how many live conversations each has; who is here first; not paged, at most 200',
    may: staff,
    answer: z.object({ items: z.array(colleagueSchema) }),
    run: async ({ services }) => ({ items: await services.presence.colleagues() }),
  }),
  operation({
    method: 'PUT',
    path: '/presence',
    summary: 'Say that one is away from the desk (nothing new is passed on to one), or back',
    may: staff,
    body: z.strictObject({ away: z.boolean() }),
    answer: z.object({ state: stateSchema }),
    run: async ({ services }, { body, caller }) => {
      const { id: staffId } = person(caller);
      await services.presence.set(staffId, body.away);
      return { state: await services.presence.of(staffId) };
    },
  }),
];
