import { type Customer, type Database, Prisma } from '#prisma/client.ts';
import type { Clock } from '../../clock.ts';
import { NotFound } from '../../errors.ts';

/** Why two records may be one person. */
export type DoubleReason = 'phone' | 'email' | 'nameAndBirthday' | 'contactOfComplaint';

/** Two records that are likely one person; the older first. */
export interface Double {
  one: Customer;
  other: Customer;
  reasons: DoubleReason[];
}

const MOST = 100;
/** A phone that so many records have is a shop's or a colleague's, and tells nothing. */
const TOO_MANY = 5;

/** Finds records that are likely one person; nothing is joined by it. */
export class Doubles {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** The likeliest first (by more reasons), then the latest; at most 100. `customerId`: those of one record. */
  async suggest({ customerId }: { customerId?: string } = {}): Promise<Double[]> {
    const found = await this.#db.client.$queryRaw<{ one: string; other: string; reasons: DoubleReason[] }[]>`
      WITH shown AS (
        SELECT id, lower(btrim(name)) AS name, birthday, lower(email) AS email,
               right(regexp_replace(phone, '\\D', '', 'g'), 11) AS phone
          FROM "Customer" WHERE "erasedAt" IS NULL AND "mergedIntoId" IS NULL
      ), spoken AS (
        SELECT DISTINCT c."customerId" AS id, right(regexp_replace(c.contact, '\\D', '', 'g'), 11) AS phone
          FROM "Complaint" c JOIN shown ON shown.id = c."customerId" WHERE c.contact ~ '\\d{7}'
      ), pairs AS (
        SELECT a.id AS one, b.id AS other, 'phone' AS reason FROM shown a JOIN shown b ON a.phone = b.phone AND a.id < b.id
         WHERE length(a.phone) >= 7 AND a.phone IN (${common('phone')})
        UNION SELECT a.id, b.id, 'email' FROM shown a JOIN shown b ON a.email = b.email AND a.id < b.id
         WHERE a.email IN (${common('email')})
        UNION SELECT a.id, b.id, 'nameAndBirthday'
          FROM shown a JOIN shown b ON a.name = b.name AND a.birthday = b.birthday AND a.id < b.id
        UNION SELECT least(s.id, a.id), greatest(s.id, a.id), 'contactOfComplaint'
          FROM spoken s JOIN shown a ON a.phone = s.phone AND a.id <> s.id WHERE length(s.phone) >= 7
      )
      SELECT one, other, array_agg(DISTINCT reason ORDER BY reason) AS reasons FROM pairs p
       WHERE NOT EXISTS (SELECT 1 FROM "DistinctCustomers" d WHERE d."oneId" = p.one AND d."otherId" = p.other)
         ${customerId ? Prisma.sql`AND ${customerId}::uuid IN (one, other)` : Prisma.empty}
       GROUP BY one, other ORDER BY count(DISTINCT reason) DESC, other DESC, one LIMIT ${MOST}`;
    const records = await this.#db.client.customer.findMany({
      where: { id: { in: found.flatMap(({ one, other }) => [one, other]) } },
    });
    const byId = new Map(records.map((record) => [record.id, record]));
    return found.flatMap(({ one, other, reasons }) => {
      const [first, second] = [byId.get(one), byId.get(other)];
      return first && second ? [{ one: first, other: second, reasons }] : [];
    });
  }

  /** Staff say that these are two people: not suggested again. Throws NotFound. */
  async setApart(oneId: string, otherId: string, staffId: string | null): Promise<void> {
    const [low, high] = [oneId, otherId].sort() as [string, string];
    if ((await this.#db.client.customer.count({ where: { id: { in: [low, high] } } })) < 2) {
      throw new NotFound('customer', `${low}, ${high}`);
    }
    await this.#db.transaction((client) =>
      client.distinctCustomers.createMany({
        data: [{ oneId: low, otherId: high, staffId, at: this.#clock.now() }],
        skipDuplicates: true,
      }),
    );
  }
}

const common = (column: 'phone' | 'email') => Prisma.sql`
  SELECT ${Prisma.raw(column)} FROM shown WHERE ${Prisma.raw(column)} <> ''
   GROUP BY 1 HAVING count(*) BETWEEN 2 AND ${TOO_MANY}`;
