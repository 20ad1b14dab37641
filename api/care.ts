import { z } from 'zod';
import { careMannersSchema } from '#crm/care/careRules.ts';
import { acts, careChannels, careRuleSchema, levels } from '#crm/care/rule.ts';
import { voucherWorthSchema } from '#crm/vouchers/vouchers.ts';
import { operation } from './resource.ts';
import { manager, person, staff } from './roles.ts';
import { byId, id, localized, time } from './shapes.ts';

const ruleSchema = z.object({
  id,
  name: localized,
  /** birthday, anniversary, firstPurchase, purchase, afterPurchase, maintenance, replenish, winBack, pointsExpiring, tierReached or byHand. */
  occasion: z.string(),
  days: z.int(),
  categoryKey: z.string().nullable(),
  tiers: z.array(z.string()),
  act: z.enum(acts),
  /** What a voucher is worth and for how many days, where the act is one. */
  voucher: voucherWorthSchema.nullable(),
  /** What staff are to give, where the act is a gift. */
  gift: z.string().nullable(),
  /** The only channel by which it may be said; null: as the customer likes it. */
  channel: z.enum(careChannels).nullable(),
  text: localized,
  level: z.enum(levels),
  orCall: z.boolean(),
  controlPercent: z.int(),
  active: z.boolean(),
});
/** When the shop writes of its own accord, to whom, and what. */
export type CareRuleJson = z.input<typeof ruleSchema>;

const counted = z.object({
  count: z.int(),
  share: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});
const resultsSchema = z.object({
  ruleId: id,
  planned: z.int(),
  tasks: z.int(),
  dropped: z.int(),
  /** answered within 3 days, bought within 30, left within 14; shares with their 95 % interval (Wilson). */
  sent: z.object({ n: z.int(), answered: counted, bought: counted, left: counted }),
  control: z.object({ n: z.int(), bought: counted }),
});
export type CareResultsJson = z.input<typeof resultsSchema>;

export const carePreviewSchema = z.object({
  customerId: id,
  name: z.string().nullable(),
  verdict: z.enum(['send', 'later', 'never', 'control']),
  reason: z.string().nullable(),
  text: z.string(),
});
export type CarePreviewJson = z.input<typeof carePreviewSchema>;

const messageSchema = z.object({
  id,
  rule: z.object({ id, name: localized }),
  state: z.enum(['planned', 'sent', 'task', 'control', 'dropped']),
  reason: z.string().nullable(),
  dueAt: time,
  decidedAt: time.nullable(),
});
export type CareMessageJson = z.input<typeof messageSchema>;

const consentSchema = z.object({
  id,
  purpose: z.string(),
  channel: z.string(),
  granted: z.boolean(),
  wording: z.string(),
  source: z.string(),
  activityId: id.nullable(),
  at: time,
});
/** What a customer agreed to or refused. */
export type ConsentJson = z.input<typeof consentSchema>;

const listed = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

/** Care rules, what they would do and did, and whether a customer wants them. */
export const careOperations = [
  operation({
    method: 'GET',
    path: '/care-rules',
    summary: 'The rules by which the shop writes of its own accord',
    may: staff,
    answer: listed(ruleSchema),
    run: async ({ services }) => ({ items: await services.careRules.list() }),
  }),
  operation({
    method: 'POST',
    path: '/care-rules',
    summary: 'Make a rule; it writes once it is active',
    may: manager,
    body: careRuleSchema,
    answer: ruleSchema,
    status: 201,
    run: ({ services }, { body, caller }) => services.careRules.save(body, person(caller).id),
  }),
  operation({
    method: 'GET',
    path: '/care-rules/results',
    summary: 'What became of the messages of each rule, beside those who were left out to compare with',
    may: manager,
    answer: listed(resultsSchema),
    run: async ({ services }) => ({ items: await services.careRules.results() }),
  }),
  operation({
    method: 'GET',
    path: '/care-rules/manners',
    summary: 'How often at most the shop writes to one customer, and when not',
    may: staff,
    answer: careMannersSchema,
    run: ({ services }) => services.careRules.manners(),
  }),
  operation({
    method: 'PUT',
    path: '/care-rules/manners',
    summary: 'Set how often at most, and the quiet hours (wall clock of the shop)',
    may: manager,
    body: careMannersSchema,
    answer: careMannersSchema,
    run: ({ services }, { body, caller }) => services.careRules.setManners(body, person(caller).id),
  }),
  operation({
    method: 'PUT',
    path: '/care-rules/:id',
    summary: 'Change a rule; what it has planned and not yet sent is judged by the new one',
    may: manager,
    params: byId,
    body: careRuleSchema,
    answer: ruleSchema,
    run: ({ services }, { params, body, caller }) => services.careRules.save(body, person(caller).id, params.id),
  }),
  operation({
    method: 'DELETE',
    path: '/care-rules/:id',
    summary: 'Remove a rule that has never written to anybody',
    may: manager,
    params: byId,
    run: ({ services }, { params, caller }) => services.careRules.remove(params.id, person(caller).id),
  }),
  operation({
    method: 'GET',
    path: '/care-rules/:id/preview',
    summary: 'Who would get what of a rule on a day (tomorrow unless told), who not and why; nothing is sent',
    may: manager,
    params: byId,
    query: z.object({ date: z.iso.date().optional() }),
    answer: z.object({ total: z.int(), items: z.array(carePreviewSchema) }),
    run: async ({ services }, { params, query }) =>
      services.carePreview.of(await services.careRules.get(params.id), query.date),
  }),
  operation({
    method: 'GET',
    path: '/customers/:id/care',
    summary: 'What was sent to a customer of the shop’s own accord, what not, and why; newest first',
    may: staff,
    params: byId,
    answer: listed(messageSchema),
    run: async ({ services }, { params }) => {
      await services.customers.get(params.id);
      return { items: await services.care.ofCustomer(params.id) };
    },
  }),
  operation({
    method: 'GET',
    path: '/customers/:id/consents',
    summary: 'Everything that a customer agreed to or refused, newest first: with the words, the way and the time',
    may: staff,
    params: byId,
    answer: listed(consentSchema),
    run: async ({ services }, { params }) => {
      await services.customers.get(params.id);
      return { items: await services.consents.ofCustomer(params.id) };
    },
  }),
];
