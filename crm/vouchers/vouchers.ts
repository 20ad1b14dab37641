import { v7 } from 'uuid';
import { z } from 'zod';
import type { Database, Prisma, Voucher } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';
import type { Points } from '../points/points.ts';
import { codeOf, newCode } from './code.ts';

export type { Voucher } from '#prisma/client.ts';

const DAY = 86_400_000;

/** What a voucher is worth: fen or percent off an order from `minCents` on, for so many days. */
export const voucherWorthSchema = z
  .strictObject({
    kind: z.enum(['value', 'percent']),
    amount: z.int().min(1).max(10_000_000),
    minCents: z.int().min(0).max(100_000_000).default(0),
    days: z.int().min(1).max(1100),
  })
  .refine(({ kind, amount }) => kind === 'value' || amount <= 100, {
    path: ['amount'],
    message: 'At most 100 percent.',
  });
export type VoucherWorth = z.infer<typeof voucherWorthSchema>;

/** A voucher to be issued. `key`: told twice, it is issued once. */
export interface NewVoucher extends VoucherWorth {
  customerId: string;
  cause: 'care' | 'points' | 'staff' | 'api';
  note?: string | null;
  staffId?: string | null;
  key?: string;
}

/** By whom and for which order a voucher is used. `customerId`: only if it is theirs; `amountCents`: of the order, if it is known. */
export interface Redemption {
  code: string;
  by: 'chat' | 'staff' | 'api';
  orderNumber?: string | null;
  amountCents?: number | undefined;
  customerId?: string;
  staffId?: string | null;
}

/** Vouchers: each is good for one order, once, whoever asks first. */
export class Vouchers {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;
  readonly #points: Points;

  constructor(db: Database, clock: Clock, audit: Audit, points: Points) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
    this.#points = points;
  }

  /** Throws NotFound. */
  async issue({ days, staffId = null, ...voucher }: NewVoucher): Promise<Voucher> {
    const now = this.#clock.now();
    return this.#db.transaction(async (client) => {
      if (!(await client.customer.findFirst({ where: { id: voucher.customerId, erasedAt: null } }))) {
        throw new NotFound('customer', voucher.customerId);
      }
      const known = voucher.key ? await client.voucher.findUnique({ where: { key: voucher.key } }) : null;
      if (known) return known;
      const made = await client.voucher.create({
        data: {
          ...voucher,
          id: v7(),
          code: newCode(),
          issuedAt: now,
          issuedById: staffId,
          validUntil: new Date(now.getTime() + days * DAY),
        },
      });
      if (staffId) await this.#audit.record({ staffId, action: 'issue', entity: 'voucher', entityId: made.id });
      this.#db.signals.publish('purchases', { customerId: made.customerId });
      return made;
    });
  }

  /** Points become a voucher, both or neither. Throws Conflict (noExchange, notEnoughPoints), InvalidInput. */
  async exchange(customerId: string, points: number, staffId: string | null = null): Promise<Voucher> {
    const { exchange } = await this.#points.rules();
    if (!exchange.active) throw new Conflict('noExchange', 'Points are not exchanged here.');
    if (!Number.isInteger(points) || points < exchange.minPoints) {
      throw new InvalidInput([{ path: 'points', message: `At least ${exchange.minPoints}.` }]);
    }
    return this.#db.transaction(async (client) => {
      const spent = await this.#points.spend(client, { customerId, points, cause: 'voucher', staffId });
      const amount = points * exchange.centsPerPoint;
      const worth = { kind: 'value', amount, minCents: 0, days: exchange.days } as const;
      return this.issue({ ...worth, customerId, cause: 'points', staffId, key: `points:${spent.id}` });
    });
  }

  /**
   * Uses a voucher. One statement decides who was first. Throws NotFound, Conflict (voucherUsed, voucherCancelled, voucherExpired,
   * orderTooSmall).
   */
  async redeem({
    code: written,
    by,
    orderNumber = null,
    amountCents,
    customerId,
    staffId = null,
  }: Redemption): Promise<Voucher> {
    const code = codeOf(written);
    const now = this.#clock.now();
    if (!code) throw new NotFound('voucher', written.slice(0, 40));
    return this.#db.transaction(async (client) => {
      const { count } = await client.voucher.updateMany({
        where: {
          code,
          redeemedAt: null,
          cancelledAt: null,
          validUntil: { gte: now },
          ...(customerId ? { customerId } : {}),
          ...(amountCents === undefined ? {} : { minCents: { lte: amountCents } }),
        },
        data: { redeemedAt: now, redeemedBy: by, redeemedById: staffId, orderNumber },
      });
      const voucher = await client.voucher.findUnique({ where: { code } });
      if (!voucher || (customerId && voucher.customerId !== customerId)) throw new NotFound('voucher', code);
      if (count === 0) throw refusal(voucher, now);
      if (staffId) await this.#audit.record({ staffId, action: 'redeem', entity: 'voucher', entityId: voucher.id });
      this.#db.signals.publish('purchases', { customerId: voucher.customerId });
      return voucher;
    });
  }

  /** Takes back a voucher that was not used. Throws NotFound, Conflict (voucherUsed). */
  async cancel(id: string, staffId: string | null): Promise<Voucher> {
    return this.#db.transaction(async (client) => {
      const data = { cancelledAt: this.#clock.now() };
      const { count } = await client.voucher.updateMany({ where: { id, redeemedAt: null, cancelledAt: null }, data });
      const voucher = await client.voucher.findUnique({ where: { id } });
      if (!voucher) throw new NotFound('voucher', id);
      if (count === 0 && voucher.redeemedAt) throw refusal(voucher, this.#clock.now());
      if (staffId) await this.#audit.record({ staffId, action: 'cancel', entity: 'voucher', entityId: id });
      return voucher;
    });
  }

  /** Newest first; of a customer, or with a code. */
  async list({
    customerId,
    code,
    ...request
  }: PageRequest & { customerId?: string | undefined; code?: string | undefined }): Promise<Page<Voucher>> {
    const where: Prisma.VoucherWhereInput = {
      ...(customerId ? { customerId } : {}),
      ...(code === undefined ? {} : { code: codeOf(code) ?? '' }),
    };
    const rows = await this.#db.client.voucher.findMany({
      where: { ...where, ...olderThan('issuedAt', request) },
      orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(request),
    });
    return pageOf(rows, request, (row) => ({ at: row.issuedAt, id: row.id }));
  }

  /** What a customer can still use, what ends first at the top. */
  usable(customerId: string): Promise<Voucher[]> {
    return this.#db.client.voucher.findMany({
      where: { customerId, redeemedAt: null, cancelledAt: null, validUntil: { gte: this.#clock.now() } },
      orderBy: { validUntil: 'asc' },
      take: 50,
    });
  }
}

function refusal(voucher: Voucher, now: Date): Conflict {
  if (voucher.redeemedAt) return new Conflict('voucherUsed', 'This voucher was used already.');
  if (voucher.cancelledAt) return new Conflict('voucherCancelled', 'This voucher was taken back.');
  if (voucher.validUntil < now) return new Conflict('voucherExpired', 'This voucher is no longer valid.');
  return new Conflict('orderTooSmall', 'The order is too small for this voucher.');
}
