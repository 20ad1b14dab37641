import { z } from 'zod';
import { voucherWorthSchema } from '#crm/vouchers/vouchers.ts';
import { operation } from './resource.ts';
import { actor, manager, staff } from './roles.ts';
import { byId, id, listOf, page, time } from './shapes.ts';

const voucherSchema = z.object({
  id,
  code: z.string(),
  customerId: id,
  kind: z.string(),
  /** Fen where the kind is value, else percent. */
  amount: z.int(),
  minCents: z.int(),
  /** care, points, staff or api. */
  cause: z.string(),
  note: z.string().nullable(),
  issuedAt: time,
  validUntil: time,
  redeemedAt: time.nullable(),
  /** chat, staff or api. */
  redeemedBy: z.string().nullable(),
  orderNumber: z.string().nullable(),
  cancelledAt: time.nullable(),
});
/** Something off one order, once. */
export type VoucherJson = z.input<typeof voucherSchema>;

const note = z.string().trim().max(300).nullable().default(null);

/** Vouchers: issued, used once, taken back. */
export const voucherOperations = [
  operation({
    method: 'GET',
    path: '/vouchers',
    summary: 'Vouchers, newest first; of a customer, or the one with a code',
    may: staff,
    query: z.object({ ...page, customerId: id.optional(), code: z.string().max(40).optional() }),
    answer: listOf(voucherSchema),
    run: ({ services }, { query }) => services.vouchers.list(query),
  }),
  operation({
    method: 'POST',
    path: '/vouchers',
    summary: 'Issue a voucher; its code cannot be guessed',
    may: manager,
    body: z.strictObject({ customerId: id, worth: voucherWorthSchema, note }),
    answer: voucherSchema,
    status: 201,
    run: ({ services }, { body: { worth, ...body }, caller }) => {
      const staffId = actor(caller);
      return services.vouchers.issue({ ...worth, ...body, staffId, cause: staffId ? 'staff' : 'api' });
    },
  }),
  operation({
    method: 'POST',
    path: '/vouchers/exchange',
    summary: 'Turn a customer’s points into a voucher, as the rules of points say',
    may: staff,
    body: z.strictObject({ customerId: id, points: z.int().min(1).max(10_000_000) }),
    answer: voucherSchema,
    status: 201,
    run: ({ services }, { body, caller }) => services.vouchers.exchange(body.customerId, body.points, actor(caller)),
  }),
  operation({
    method: 'POST',
    path: '/vouchers/redeem',
    summary: 'Use a voucher; whoever asks first has it, all others are refused with the reason',
    may: staff,
    body: z.strictObject({
      code: z.string().min(1).max(40),
      orderNumber: z.string().trim().max(60).nullable().default(null),
      /** Of the order, in fen; it is looked whether that is enough. */
      amountCents: z.int().min(0).max(2_000_000_000).optional(),
    }),
    answer: voucherSchema,
    run: ({ services }, { body, caller }) => {
      const staffId = actor(caller);
      return services.vouchers.redeem({ ...body, staffId, by: staffId ? 'staff' : 'api' });
    },
  }),
  operation({
    method: 'DELETE',
    path: '/vouchers/:id',
    summary: 'Take back a voucher that was not used',
    may: manager,
    params: byId,
    run: async ({ services }, { params, caller }) => {
      await services.vouchers.cancel(params.id, actor(caller));
    },
  }),
];
