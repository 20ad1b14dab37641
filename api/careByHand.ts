import { z } from 'zod';
import { handLimitsSchema } from '#crm/care/byHand.ts';
import { carePreviewSchema } from './care.ts';
import { chosenBy, chosenSchema } from './chosen.ts';
import { operation } from './resource.ts';
import { manager, person, staff } from './roles.ts';
import { byId } from './shapes.ts';

const count = z.int();
const roomSchema = { aDay: count, chosenToday: count };
const handPreviewSchema = z.object({
  ...roomSchema,
  /** How many are chosen. */
  total: count,
  counts: z.array(
    z.object({
      verdict: z.enum(['send', 'later', 'never', 'control']),
      reason: z.string().nullable(),
      customers: count,
    }),
  ),
  /** The first hundred. */
  items: z.array(carePreviewSchema),
});
export type HandPreviewJson = z.input<typeof handPreviewSchema>;

/** Care that staff add by hand. */
export const careByHandOperations = [
  operation({
    method: 'GET',
    path: '/care-rules/by-hand/limits',
    summary: 'How many customers a person of each role may choose on a day',
    may: staff,
    answer: handLimitsSchema,
    run: ({ services }) => services.careByHand.limits(),
  }),
  operation({
    method: 'PUT',
    path: '/care-rules/by-hand/limits',
    summary: 'Set how many',
    may: manager,
    body: handLimitsSchema,
    answer: handLimitsSchema,
    run: ({ services }, { body, caller }) => services.careByHand.setLimits(body, person(caller).id),
  }),
  operation({
    method: 'POST',
    path: '/care-rules/:id/chosen',
    summary: 'Which of the customers whom you choose would get it now, which not and why; nothing is sent',
    may: staff,
    params: byId,
    body: chosenSchema,
    answer: handPreviewSchema,
    run: async ({ services }, { params, body, caller }) => {
      const me = person(caller);
      return services.careByHand.preview(params.id, await chosenBy(body, me, services), me);
    },
  }),
  operation({
    method: 'POST',
    path: '/care-rules/:id/send',
    summary: 'Plan a rule for customers whom you choose; consent, quiet hours and the rest are kept when it is sent',
    may: staff,
    params: byId,
    body: chosenSchema,
    answer: z.object({ planned: count }),
    run: async ({ services }, { params, body, caller }) => {
      const me = person(caller);
      return { planned: await services.careByHand.plan(params.id, await chosenBy(body, me, services), me) };
    },
  }),
];
