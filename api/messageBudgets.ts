import { z } from 'zod';
import { operation } from './resource.ts';
import { staff } from './roles.ts';
import { byId, time } from './shapes.ts';

const budgetSchema = z.object({
  channel: z.string(),
  /** How many messages the channel still takes, of how many, until when. */
  left: z.int(),
  allowed: z.int(),
  until: time.nullable(),
  /** What the customer did that opened it, in the channel's words. */
  trigger: z.string().nullable(),
  /** Why nothing may be sent now. */
  refusal: z.enum(['spent', 'closed', 'never', 'kept', 'left', 'blocked']).nullable(),
  /** Messages that wait for the customer's next one. */
  held: z.int(),
});
/** What a channel still takes for a customer. */
export type MessageBudgetJson = z.input<typeof budgetSchema>;

/** Message budgets. */
export const messageBudgetOperations = [
  operation({
    method: 'GET',
    path: '/customers/:id/message-budgets',
    summary:
      'How many messages may still be sent to a customer, by channel that keeps count: until when, and why no more',
    may: staff,
    params: byId,
    answer: z.object({ items: z.array(budgetSchema) }),
    run: async ({ services }, { params }) => {
      await services.customers.get(params.id);
      return { items: await services.messageBudget.ofCustomer(params.id) };
    },
  }),
];
