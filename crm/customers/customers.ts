import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import type { Language } from '#ai/reading.ts';
import type { Customer, Database, Identity, Preference, Prisma } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import { type Page, type PageRequest, pageOf, positionOf, rowsFor } from '../page.ts';
import { tellPartners } from '../webhooks/events.ts';
import { type CustomerFilter, customersWhere } from './customerFilter.ts';
import { giveTier, tierCalled } from './givenTier.ts';
import { importedAs } from './imported.ts';
import { type TimelineEntry, timelineQuery } from './timeline.ts';

export type { Customer } from '#prisma/client.ts';

/** Who writes, as the channel knows them. */
export interface Account {
  channel: string;
  externalId: string;
  name?: string | null;
  language?: Language | null;
}

/** What may be changed about a customer; null clears a field. The birthday is an ISO date. */
export interface CustomerPatch {
  name?: string | null;
  language?: Language | null;
  phone?: string | null;
  email?: string | null;
  birthday?: string | null;
  city?: string | null;
  tier?: string | null;
  /** Which articles the bot may tell them of: public, dealer, contract or direct. */
  audience?: string | null;
}

/** Everything the desk shows about a customer at a glance. */
export interface CustomerPage {
  customer: Customer;
  identities: Identity[];
  preferences: Preference[];
  counts: {
    conversations: number;
    complaints: number;
    openComplaints: number;
    openTasks: number;
    purchases: number;
    responses: number;
  };
}

/** The people the shop serves: one record a person, one identity a channel account. */
export class Customers {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;

  constructor(db: Database, clock: Clock, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
  }

  /** The customer behind a channel account; made at the first contact. Two at once get the same one. */
  async recognise(account: Account): Promise<Customer> {
    return (
      (await this.#findByAccount(account)) ??
      (await this.#db.transaction((client) => importedAs(client, account, this.#clock.now()))) ??
      (await this.#welcome(account))
    );
  }

  /** The customer behind an account that has written before; null: nobody has. */
  byAccount(account: Pick<Account, 'channel' | 'externalId'>): Promise<Customer | null> {
    return this.#findByAccount(account);
  }

  async find(id: string): Promise<Customer | null> {
    return this.#db.client.customer.findUnique({ where: { id } });
  }

  /** Throws NotFound. */
  async get(id: string): Promise<Customer> {
    const customer = await this.find(id);
    if (!customer) throw new NotFound('customer', id);
    return customer;
  }

  /** Who looks after a customer. */
  async owner(id: string): Promise<{ id: string; name: string } | null> {
    const found = await this.#db.client.customer.findUnique({
      where: { id },
      select: { owner: { select: { id: true, name: true } } },
    });
    return found?.owner ?? null;
  }

  /** By the start of a name, phone or mail address, or a part of the name; newest customers first. */
  async search(request: PageRequest & CustomerFilter): Promise<Page<Customer>> {
    const after = positionOf(request.cursor);
    const rows = await this.#db.client.customer.findMany({
      where: { ...customersWhere(request), ...(after ? { id: { lt: after.id } } : {}) },
      orderBy: { id: 'desc' },
      take: rowsFor(request),
    });
    return pageOf(rows, request, (row) => ({ at: row.createdAt, id: row.id }));
  }

  /** Changes what is known of a customer. `staffId` null: the customer said so. Throws NotFound, InvalidInput. */
  async update(id: string, patch: CustomerPatch, staffId: string | null = null): Promise<Customer> {
    const data: Prisma.CustomerUpdateInput = {
      ...patch,
      ...(patch.email && { email: patch.email.trim().toLowerCase() }),
    };
    if (patch.birthday !== undefined) data.birthday = patch.birthday === null ? null : this.#birthday(patch.birthday);
    return this.#db.transaction(async (client) => {
      const before = await client.customer.findUnique({ where: { id }, select: { tier: true } });
      if (!before) throw new NotFound('customer', id);
      if (patch.tier) data.tier = await tierCalled(client, patch.tier);
      const customer = await client.customer.update({ where: { id }, data });
      if (customer.tier !== before.tier) {
        const at = this.#clock.now();
        await giveTier(client, { customerId: id, from: before.tier, to: customer.tier, staffId, at });
      }
      const fields = Object.keys(patch);
      await tellPartners(this.#db, this.#clock.now(), { type: 'customer.changed', data: { customerId: id, fields } });
      if (staffId) {
        await this.#audit.record({
          staffId,
          action: 'update',
          entity: 'customer',
          entityId: id,
          fields,
        });
      }
      return customer;
    });
  }

  /** The customer's accounts beside the one that speaks in this conversation. */
  async otherAccounts(customerId: string, conversationId: string): Promise<Identity[]> {
    const client = this.#db.client;
    const talk = await client.conversation.findUnique({
      where: { id: conversationId },
      select: { channel: true, userId: true },
    });
    // A member number of the shop is no place where one can write.
    const where = { customerId, channel: { not: 'shop' } };
    const accounts = await client.identity.findMany({ where, orderBy: { createdAt: 'asc' } });
    return accounts.filter(({ channel, externalId }) => channel !== talk?.channel || externalId !== talk.userId);
  }

  /** Throws NotFound. */
  async page(id: string): Promise<CustomerPage> {
    const client = this.#db.client;
    const found = await client.customer.findUnique({
      where: { id },
      include: {
        identities: { orderBy: { createdAt: 'asc' } },
        preferences: { orderBy: { createdAt: 'desc' }, take: 100 },
        _count: {
          select: {
            conversations: true,
            complaints: true,
            purchases: true,
            responses: true,
            tasks: { where: { state: 'open' } },
          },
        },
      },
    });
    if (!found) throw new NotFound('customer', id);
    const { identities, preferences, _count, ...customer } = found;
    const openComplaints = await client.complaint.count({ where: { customerId: id, state: { not: 'closed' } } });
    const { tasks: openTasks, ...counts } = _count;
    return { customer, identities, preferences, counts: { ...counts, openTasks, openComplaints } };
  }

  /** What happened with this customer, newest first. Throws NotFound. */
  async timeline(id: string, request: PageRequest = {}): Promise<Page<TimelineEntry>> {
    await this.get(id);
    const rows = await this.#db.client.$queryRaw<TimelineEntry[]>(
      timelineQuery(id, positionOf(request.cursor), rowsFor(request)),
    );
    return pageOf(rows, request, (row) => row);
  }

  #findByAccount({ channel, externalId }: Pick<Account, 'channel' | 'externalId'>): Promise<Customer | null> {
    return this.#db.client.customer.findFirst({ where: { identities: { some: { channel, externalId } } } });
  }

  /** The identity's unique key decides who is first; the loser takes its customer back and uses the winner's. */
  #welcome(account: Account): Promise<Customer> {
    const { channel, externalId, name = null, language = null } = account;
    return this.#db.transaction(async (client) => {
      const now = this.#clock.now();
      const customer = await client.customer.create({
        data: { id: v7(), name, language, createdAt: now, lastSeenAt: now },
      });
      const identity = { id: v7(), customerId: customer.id, channel, externalId, createdAt: now };
      const { count } = await client.identity.createMany({ data: [identity], skipDuplicates: true });
      if (count === 1) {
        await tellPartners(this.#db, now, { type: 'customer.created', data: { customerId: customer.id } });
        return customer;
      }
      await client.customer.delete({ where: { id: customer.id } });
      return client.customer.findFirstOrThrow({ where: { identities: { some: { channel, externalId } } } });
    });
  }

  #birthday(text: string): Date {
    const today = Temporal.Instant.fromEpochMilliseconds(this.#clock.now().getTime()).toZonedDateTimeISO('UTC');
    const date = Temporal.PlainDate.from(text);
    if (date.year < 1900 || Temporal.PlainDate.compare(date, today.toPlainDate()) > 0) {
      throw new InvalidInput([{ path: 'birthday', message: 'Use a date of birth between 1900 and today.' }]);
    }
    return new Date(`${date.toString()}T00:00:00Z`);
  }
}
