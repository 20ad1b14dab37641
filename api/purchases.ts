import { z } from 'zod';
import { operation } from './resource.ts';
import { actor, manager, staff } from './roles.ts';
import { byId, day, id, listOf, localized, maybeNamed, page, time } from './shapes.ts';

const purchaseSchema = z.object({
  id,
  customer: maybeNamed,
  product: z.object({ id, sku: z.string(), name: localized }).nullable(),
  /** What it was, where it is no product of the catalogue. */
  productText: z.string().nullable(),
  orderNumber: z.string(),
  line: z.int(),
  quantity: z.int(),
  /** Of the whole line, in the currency's smallest unit; 0 where nobody said. */
  amountCents: z.int(),
  purchasedAt: time,
  place: z.string().nullable(),
  serialNumber: z.string().nullable(),
  /** The last day under warranty. */
  warrantyUntil: day.nullable(),
  /** import, api, or customer: registered in a chat, and nobody has checked it. */
  source: z.string(),
  photos: z.array(z.object({ id, name: z.string(), contentType: z.string(), url: z.string() })),
});
/** A line of an order. */
export type PurchaseJson = z.input<typeof purchaseSchema>;

const intervalSchema = z.object({
  productId: id,
  name: localized,
  times: z.int(),
  lastOn: day,
  ownDays: z.number().nullable(),
  usualDays: z.number().nullable(),
  dueOn: day.nullable(),
});
/** How often a customer buys a product. */
export type PurchaseIntervalJson = z.input<typeof intervalSchema>;

const short = (longest: number) => z.string().trim().min(1).max(longest);
const item = z.strictObject({
  orderNumber: short(60),
  line: z.int().min(1).max(100_000).optional(),
  customerId: id.optional(),
  memberNumber: short(60).optional(),
  phone: short(40).optional(),
  email: short(200).optional(),
  customerName: short(100).optional(),
  sku: short(60).optional(),
  product: short(200).optional(),
  quantity: z.int().min(1).max(1_000_000).optional(),
  /** Of the whole line, in yuan. */
  amount: z.number().min(0).max(20_000_000).optional(),
  /** Of one, in yuan. */
  price: z.number().min(0).max(20_000_000).optional(),
  purchasedAt: z.iso.datetime({ offset: true }),
  place: short(100).optional(),
  serialNumber: short(60).optional(),
  warrantyUntil: z.iso.date().optional(),
});
const count = z.int();
const takenSchema = z.object({
  rows: count,
  added: count,
  changed: count,
  unchanged: count,
  rejected: count,
  /** Items that were not taken: `line` counts them from 1. */
  refused: z.array(z.object({ line: count, column: z.string().nullable(), reason: z.string() })),
});

/** What customers bought. */
export const purchaseOperations = [
  operation({
    method: 'GET',
    path: '/purchases',
    summary: 'Lines of orders, newest first; of a customer, a product, an order or a serial number',
    may: staff,
    query: z.object({
      ...page,
      customerId: id.optional(),
      productId: id.optional(),
      orderNumber: z.string().max(60).optional(),
      serialNumber: z.string().max(60).optional(),
    }),
    answer: listOf(purchaseSchema),
    run: ({ services }, { query }) => services.purchases.list(query),
  }),
  operation({
    method: 'POST',
    path: '/purchases',
    summary:
      'Tell up to 500 lines of orders; one with a known order number and line is changed, the same twice changes nothing, what cannot be taken is told with its reason',
    may: manager,
    body: z.strictObject({ items: z.array(item).min(1, 'Send at least one.').max(500) }),
    answer: takenSchema,
    run: ({ services }, { body, caller }) => services.purchases.take(body.items, actor(caller)),
  }),
  operation({
    method: 'GET',
    path: '/purchases/:id',
    summary: 'A line of an order, with the photos that were sent of it',
    may: staff,
    params: byId,
    answer: purchaseSchema,
    run: ({ services }, { params }) => services.purchases.get(params.id),
  }),
  operation({
    method: 'GET',
    path: '/customers/:id/purchase-intervals',
    summary: 'How often a customer buys each product, and when it should be used up; what is due first at the top',
    may: staff,
    params: byId,
    answer: z.object({ items: z.array(intervalSchema) }),
    run: async ({ services }, { params }) => {
      await services.customers.get(params.id);
      return { items: await services.purchases.intervals(params.id) };
    },
  }),
];
