import { z } from 'zod';
import { outcomes } from '#crm/tasks/task.ts';
import { operation } from './resource.ts';
import { anybody } from './roles.ts';
import { id, time, words } from './shapes.ts';
import { nextContact } from './tasks.ts';
import { outcomeSchema } from './taskTypes.ts';

const token = z.object({ token: z.string().max(100) });

const linkSchema = z.object({
  task: z.object({ id, title: z.string(), dueAt: time, outcomes: z.array(outcomeSchema) }),
  staffName: z.string(),
  /** Completing it asks when the customer is contacted next. */
  asksNext: z.boolean(),
  needsSignIn: z.boolean(),
  state: z.enum(['usable', 'used', 'expired', 'taskDone']),
});
/** What a done-link stands for. */
export type DoneLinkJson = z.input<typeof linkSchema>;

/** Links in messages that complete a task. Looking changes nothing: programs that preview links do it, too. */
export const doneLinkOperations = [
  operation({
    method: 'GET',
    path: '/done-links/:token',
    summary: 'Which task a link completes, and whether it still can; changes nothing',
    may: anybody,
    params: token,
    answer: linkSchema,
    run: ({ services }, { params }) => services.doneLinks.look(params.token),
  }),
  operation({
    method: 'POST',
    path: '/done-links/:token',
    summary:
      'Complete the task, once, as the person whom the link was made for; where `asksNext`, `next` is answered (null: nothing is planned)',
    may: anybody,
    params: token,
    body: z.strictObject({
      outcome: z.enum(outcomes),
      note: words(4000).nullable().default(null),
      next: nextContact.optional(),
    }),
    run: ({ services }, { params, body, caller }) =>
      services.doneLinks.complete(params.token, body, caller?.staff?.id ?? null),
  }),
];
