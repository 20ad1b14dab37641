import { z } from 'zod';
import { operation } from './resource.ts';
import { manager, person, staff } from './roles.ts';
import { byId, id, named, span, time } from './shapes.ts';

const promiseSchema = z.object({
  id,
  conversationId: id,
  customerId: id.nullable(),
  staff: named,
  /** The sentence, as it was said. */
  text: z.string(),
  dueAt: time.nullable(),
  /** late: not done in time; with `settledAt` it was done after all. */
  state: z.enum(['proposed', 'confirmed', 'kept', 'late', 'broken', 'withdrawn']),
  taskId: id.nullable(),
  createdAt: time,
  confirmedAt: time.nullable(),
  settledAt: time.nullable(),
});
/** What somebody of the shop promised a customer. */
export type PromiseJson = z.input<typeof promiseSchema>;

const listed = z.object({ items: z.array(promiseSchema) });
const until = z.strictObject({ dueAt: time });

/** Promises. */
export const promiseOperations = [
  operation({
    method: 'GET',
    path: '/conversations/:id/promises',
    summary: 'What was promised in a conversation, oldest first',
    may: staff,
    params: byId,
    answer: listed,
    run: async ({ services }, { params }) => {
      await services.conversations.get(params.id);
      return { items: await services.promises.ofConversation(params.id) };
    },
  }),
  operation({
    method: 'GET',
    path: '/customers/:id/promises',
    summary: 'What a customer was promised and still waits for, soonest first',
    may: staff,
    params: byId,
    answer: listed,
    run: async ({ services }, { params }) => {
      await services.customers.get(params.id);
      return { items: await services.promises.ofCustomer(params.id) };
    },
  }),
  operation({
    method: 'POST',
    path: '/promises/:id/confirm',
    summary: 'It is a promise, by then: a task, and the customer is told',
    may: staff,
    params: byId,
    body: until.partial(),
    answer: promiseSchema,
    run: ({ services }, { params, body, caller }) =>
      services.promises.confirm(params.id, { ...body, staffId: person(caller).id }),
  }),
  operation({
    method: 'POST',
    path: '/promises/:id/postpone',
    summary: 'By another day; the customer is told',
    may: staff,
    params: byId,
    body: until,
    answer: promiseSchema,
    run: ({ services }, { params, body, caller }) =>
      services.promises.postpone(params.id, { ...body, staffId: person(caller).id }),
  }),
  operation({
    method: 'POST',
    path: '/promises/:id/keep',
    summary: 'It is done, and so is its task',
    may: staff,
    params: byId,
    answer: promiseSchema,
    run: ({ services }, { params, caller }) => services.promises.keep(params.id, person(caller).id),
  }),
  operation({
    method: 'POST',
    path: '/promises/:id/withdraw',
    summary: 'It was none, or will not be kept',
    may: staff,
    params: byId,
    answer: promiseSchema,
    run: ({ services }, { params, caller }) => services.promises.withdraw(params.id, person(caller).id),
  }),
  operation({
    method: 'GET',
    path: '/reports/promises',
    summary:
      'Promises kept in time, of all that were settled in the span (90 days unless told), with the 95 % interval',
    may: manager,
    query: z.object(span),
    answer: z.object({
      kept: z.int(),
      settled: z.int(),
      share: z.number().nullable(),
      interval: z.object({ low: z.number(), high: z.number() }).nullable(),
    }),
    run: ({ services }, { query }) => services.promises.rate(query),
  }),
];
