import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import type { Client, Database, Purchase } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import type { ImportReport, Imports, Rejected } from '../imports/imports.ts';
import { purchaseKind } from '../imports/purchases/purchaseKind.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';
import type { Shop } from '../shop/shop.ts';
import { tellPartners } from '../webhooks/events.ts';
import {
  type Ownership,
  orderOfSerial,
  type PurchaseDetail,
  type PurchaseFilter,
  type PurchaseProof,
  type Registration,
  shownWith,
} from './purchase.ts';
import { intervalsOf, type PurchaseInterval } from './rhythm.ts';
import { warrantyEnd, warrantyMonths } from './warranty.ts';

export type { Ownership, PurchaseDetail, PurchaseProof, Registration } from './purchase.ts';

/** What customers bought: by import, from another system, or told in a chat. */
export class Purchases {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #shop: Shop;
  readonly #imports: Imports;

  constructor(db: Database, clock: Clock, shop: Shop, imports: Imports) {
    this.#db = db;
    this.#clock = clock;
    this.#shop = shop;
    this.#imports = imports;
  }

  /** Newest first. */
  async list({ limit, cursor, ...filter }: PageRequest & PurchaseFilter): Promise<Page<PurchaseDetail>> {
    const request: PageRequest = { ...(limit && { limit }), ...(cursor && { cursor }) };
    const upper = (text: string | undefined) => text?.trim().toUpperCase();
    const asked = { ...filter, orderNumber: upper(filter.orderNumber), serialNumber: upper(filter.serialNumber) };
    const named = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    const rows = await this.#db.client.purchase.findMany({
      where: { ...named, ...olderThan('purchasedAt', request) },
      include: shownWith,
      orderBy: [{ purchasedAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(request),
    });
    return pageOf(rows as PurchaseDetail[], request, (row) => ({ at: row.purchasedAt, id: row.id }));
  }

  /** Throws NotFound. */
  async get(id: string): Promise<PurchaseDetail> {
    const row = await this.#db.client.purchase.findUnique({ where: { id }, include: shownWith });
    if (!row) throw new NotFound('purchase', id);
    return row as PurchaseDetail;
  }

  /** Newest first. */
  forCustomer(customerId: string, request: PageRequest = {}): Promise<Page<PurchaseDetail>> {
    return this.list({ ...request, customerId });
  }

  /** The lines of one order of this customer; empty if there is none. */
  async byOrderNumber(customerId: string, orderNumber: string): Promise<Purchase[]> {
    return this.#db.client.purchase.findMany({ where: { customerId, orderNumber }, orderBy: { line: 'asc' } });
  }

  /** Whose an order or a serial number is, asked by a customer. Of somebody else's nothing is told. */
  async whose(customerId: string, { orderNumber, serialNumber }: PurchaseFilter): Promise<Ownership> {
    const found = (await this.#db.client.purchase.findMany({
      where: orderNumber ? { orderNumber } : { serialNumber: serialNumber ?? '' },
      include: shownWith,
      orderBy: { line: 'asc' },
    })) as PurchaseDetail[];
    if (found.length === 0) return { whose: 'nobody' };
    const purchases = found.filter((purchase) => purchase.customerId === customerId);
    return purchases.length > 0 ? { whose: 'own', purchases } : { whose: 'other' };
  }

  /** Keeps what a customer tells of a purchase. Null where somebody else has it meanwhile. */
  async register({ customerId, boughtOn, photos, ...told }: Registration): Promise<PurchaseDetail | null> {
    const { zone } = await this.#shop.profile();
    const orderNumber = told.orderNumber ?? orderOfSerial(told.serialNumber ?? '');
    const noon = Temporal.PlainDate.from(boughtOn).toZonedDateTime({ timeZone: zone, plainTime: '12:00' });
    const purchasedAt = new Date(Math.min(noon.epochMilliseconds, this.#clock.now().getTime()));
    return this.#db.transaction(async (client) => {
      const product = told.productId ? await client.product.findUnique({ where: { id: told.productId } }) : null;
      const until = warrantyEnd(purchasedAt, warrantyMonths(product?.attributes), zone);
      const data = {
        id: v7(),
        customerId,
        productId: product?.id ?? null,
        productText: product ? null : told.productText,
        orderNumber,
        amountCents: 0,
        purchasedAt,
        serialNumber: told.serialNumber ?? null,
        warrantyUntil: until ? new Date(`${until}T00:00:00Z`) : null,
        source: 'customer',
        createdAt: this.#clock.now(),
      };
      const { count } = await client.purchase.createMany({ data: [data], skipDuplicates: true });
      if (count === 0) return null;
      await keepPhotos(client, data.id, photos, this.#clock.now());
      const heard = { purchaseId: data.id, customerId };
      await tellPartners(this.#db, data.createdAt, { type: 'purchase.recorded', data: heard });
      this.#db.signals.publish('purchases', { customerId });
      return this.get(data.id);
    });
  }

  /** Keeps photos that show a purchase. */
  async addPhotos(purchaseId: string, photos: readonly PurchaseProof[]): Promise<void> {
    await this.#db.transaction((client) => keepPhotos(client, purchaseId, photos, this.#clock.now()));
  }

  /** Purchases from another system, known again by order number and line. Throws InvalidInput for customers who do not exist. */
  async take(
    records: readonly Record<string, unknown>[],
    staffId: string | null,
  ): Promise<ImportReport & { refused: Rejected[] }> {
    const asked = [
      ...new Set(records.flatMap(({ customerId }) => (typeof customerId === 'string' ? [customerId] : []))),
    ];
    const known = await this.#db.client.customer.findMany({
      where: { id: { in: asked }, erasedAt: null },
      select: { id: true },
    });
    const customerIds = new Set(known.map(({ id }) => id));
    const missing = asked.find((id) => !customerIds.has(id));
    if (missing) {
      throw new InvalidInput([
        { path: 'items', message: `There is no customer ${missing}: leave it out, or correct it.` },
      ]);
    }
    return this.#imports.take(purchaseKind, records, { staffId, customerIds, source: 'api' });
  }

  /** How often a customer buys what they buy, what is due first at the top. */
  async intervals(customerId: string): Promise<PurchaseInterval[]> {
    return intervalsOf(this.#db.client, customerId, (await this.#shop.profile()).zone);
  }
}

async function keepPhotos(client: Client, purchaseId: string, photos: readonly PurchaseProof[], createdAt: Date) {
  if (photos.length === 0) return;
  await client.purchasePhoto.createMany({
    data: photos.map(({ name, contentType, url }) => ({ id: v7(), purchaseId, name, contentType, url, createdAt })),
  });
}
