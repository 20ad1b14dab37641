import type { Client, Database } from '#prisma/client.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { Person } from './person.ts';

/** By what an outside system knows a person: what stands in files. */
export type OutsideKind = 'phone' | 'email' | 'member' | 'order';

/** What an import asks of those who were erased. */
export interface ErasedBook {
  /** When the person was erased who was known by this; undefined: nobody was. */
  erasedAt(kind: OutsideKind, value: string): Date | undefined;
  /** Whether a customer of today has it: they came back of their own accord. */
  isBack(kind: OutsideKind, value: string): boolean;
}

const PURPOSE = 'erased marks';
/** An order that somebody registered by its serial number alone has no number of the shop's. */
const ownNumber = /^(?:S\/N |erased-)/;

/**
 * By which numbers, phones, mail addresses and orders people were known who were erased, as keyed hashes: an old file must not bring them
 * back, and nobody can read from a hash who it was. A phone number could be guessed by whoever has the key as well: SECRETS_KEY keeps it
 * out of the database.
 */
export class ErasedMarks {
  readonly #db: Database;
  readonly #secrets: Secrets;

  constructor(db: Database, secrets: Secrets) {
    this.#db = db;
    this.#secrets = secrets;
  }

  /** Makes what is needed to note people; not inside a transaction. */
  hasher(): Promise<(text: string) => string> {
    return this.#secrets.hashers(PURPOSE).then(([present]) => present!);
  }

  /** Notes by what a person was known; to be called before their rows are cut. */
  async note(client: Client, person: Person, hash: (text: string) => string, erasedAt: Date): Promise<void> {
    const customers = await client.customer.findMany({ where: { id: { in: person.customers } } });
    const identities = await client.identity.findMany({ where: { customerId: { in: person.customers } } });
    const orders = await client.purchase.findMany({
      where: { customerId: { in: person.customers } },
      select: { orderNumber: true },
      distinct: ['orderNumber'],
    });
    const of = (channel: string) => identities.filter((one) => one.channel === channel).map((one) => one.externalId);
    const own = customers.map(({ ownFields }) => (ownFields ?? {}) as { phone?: string | null; email?: string | null });
    const marks = [
      ...[...customers, ...own].map(({ phone }) => markOf('phone', phone)),
      ...[...customers, ...own].map(({ email }) => markOf('email', email)),
      ...of('smsgateway').map((account) => markOf('phone', account)),
      ...of('mail').map((account) => markOf('email', account)),
      ...of('shop').map((account) => markOf('member', account)),
      ...orders.map(({ orderNumber }) => (ownNumber.test(orderNumber) ? undefined : markOf('order', orderNumber))),
    ].filter((mark) => mark !== undefined);
    const data = [...new Set(marks)].map((mark) => ({ hash: hash(mark), erasedAt }));
    await client.erasedMark.createMany({ data, skipDuplicates: true });
    await client.erasedMark.updateMany({ where: { hash: { in: data.map((one) => one.hash) } }, data: { erasedAt } });
  }

  /** What an import looks into. */
  async book(): Promise<ErasedBook> {
    const { client } = this.#db;
    const rows = await client.erasedMark.findMany();
    if (rows.length === 0) return { erasedAt: () => undefined, isBack: () => false };
    const marks = new Map(rows.map(({ hash, erasedAt }) => [hash, erasedAt]));
    const hashers = await this.#secrets.hashers(PURPOSE);
    const found = (mark: string | undefined) =>
      mark === undefined ? undefined : hashers.map((hash) => hash(mark)).find((hash) => marks.has(hash));
    const back = new Set<string>();
    for (const [kind, value] of await this.#living()) {
      const hash = found(markOf(kind, value));
      if (hash) back.add(hash);
    }
    return {
      erasedAt: (kind, value) => marks.get(found(markOf(kind, value)) ?? ''),
      isBack: (kind, value) => back.has(found(markOf(kind, value)) ?? ''),
    };
  }

  async #living(): Promise<[OutsideKind, string][]> {
    const { client } = this.#db;
    const customers = await client.customer.findMany({
      where: { erasedAt: null, OR: [{ phone: { not: null } }, { email: { not: null } }] },
      select: { phone: true, email: true },
    });
    const members = await client.identity.findMany({ where: { channel: 'shop' }, select: { externalId: true } });
    return [
      ...customers.flatMap(({ phone }): [OutsideKind, string][] => (phone ? [['phone', phone]] : [])),
      ...customers.flatMap(({ email }): [OutsideKind, string][] => (email ? [['email', email]] : [])),
      ...members.map(({ externalId }): [OutsideKind, string] => ['member', externalId]),
    ];
  }
}

/** A value as it is hashed: the same however it was written. */
function markOf(kind: OutsideKind, value: string | null | undefined): string | undefined {
  const text = value?.normalize('NFKC').trim() ?? '';
  const bare =
    kind === 'phone' ? text.replace(/\D/g, '').slice(-11) : kind === 'email' ? text.toLowerCase() : text.toUpperCase();
  return bare.length >= (kind === 'phone' ? 7 : 1) ? `${kind}:${bare}` : undefined;
}
