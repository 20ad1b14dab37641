import { v7 } from 'uuid';
import { type Database, Prisma } from '#prisma/client.ts';
import type { Audit } from '../../audit/audit.ts';
import type { Clock } from '../../clock.ts';
import { InvalidInput, NotFound } from '../../errors.ts';
import type { Shop } from '../../shop/shop.ts';
import { isZone } from '../../shop/zoneName.ts';
import { zoneOfCity, zoneOfPhone } from './places.ts';

/** Who says which zone it is: a colleague, the customer, or their browser or Teams. */
export type ZoneTeller = 'staff' | 'customer' | 'device';

/** By which clock a customer lives, and how that is known. */
export interface CustomerZone {
  zone: string;
  source: ZoneTeller | 'phone' | 'city' | 'shop';
  /** When it was told; null: worked out from the rest. */
  at: Date | null;
}

/** The zone that a customer `c` was told to be in, as columns of a query: a person's word before a device's, the latest first. */
export const toldZone = Prisma.sql`
  (SELECT z.zone FROM "CustomerZone" z WHERE z."customerId" = c.id
    ORDER BY (z.source <> 'device') DESC, z.at DESC, z.id DESC LIMIT 1)`;

/** The zone of a customer of whom these are known; undefined: nothing tells, the shop's holds. */
export const zoneFrom = (known: {
  told?: string | null;
  phone: string | null;
  city: string | null;
}): string | undefined => known.told ?? zoneOfPhone(known.phone) ?? zoneOfCity(known.city);

/** Which clock customers live by, so that nobody is woken: as they, a colleague or their device said, else by phone number or city. */
export class CustomerZones {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #shop: Shop;
  readonly #audit: Audit;

  constructor(db: Database, clock: Clock, shop: Shop, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#shop = shop;
    this.#audit = audit;
  }

  /** Throws NotFound. */
  async of(customerId: string): Promise<CustomerZone> {
    const { client } = this.#db;
    const customer = await client.customer.findUnique({ where: { id: customerId } });
    if (!customer) throw new NotFound('customer', customerId);
    const rows = await client.customerZone.findMany({
      where: { customerId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    });
    const told = rows.find(({ source }) => source !== 'device') ?? rows[0];
    if (told) return { zone: told.zone, source: told.source as ZoneTeller, at: told.at };
    const byPhone = zoneOfPhone(customer.phone);
    if (byPhone) return { zone: byPhone, source: 'phone', at: null };
    const byCity = zoneOfCity(customer.city);
    if (byCity) return { zone: byCity, source: 'city', at: null };
    return { zone: (await this.#shop.profile()).zone, source: 'shop', at: null };
  }

  /** A device says where it is; the same again, or no zone at all, is no news. */
  async heard(customerId: string, zone: string, conversationId: string): Promise<void> {
    if (!isZone(zone)) return;
    await this.#db.transaction(async (client) => {
      const last = await client.customerZone.findFirst({
        where: { customerId, source: 'device' },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
      });
      if (last?.zone === zone) return;
      await client.customerZone.create({
        data: { id: v7(), customerId, zone, source: 'device', conversationId, at: this.#clock.now() },
      });
    });
  }

  /** A person says it; null takes back what people said, and what else is known holds again. Throws NotFound, InvalidInput. */
  async say(customerId: string, zone: string | null, staffId: string | null): Promise<CustomerZone> {
    if (zone !== null && !isZone(zone))
      throw new InvalidInput([{ path: 'zone', message: 'Use a zone of the IANA list, e.g. Asia/Shanghai.' }]);
    await this.#db.transaction(async (client) => {
      if ((await client.customer.count({ where: { id: customerId } })) === 0)
        throw new NotFound('customer', customerId);
      if (zone === null) await client.customerZone.deleteMany({ where: { customerId, source: { not: 'device' } } });
      else {
        const source: ZoneTeller = staffId ? 'staff' : 'customer';
        await client.customerZone.create({
          data: { id: v7(), customerId, zone, source, staffId, at: this.#clock.now() },
        });
      }
      if (staffId)
        await this.#audit.record({
          staffId,
          action: 'update',
          entity: 'customer',
          entityId: customerId,
          fields: ['zone'],
        });
    });
    return this.of(customerId);
  }
}
