import type { Database, Purchase } from '#prisma/client.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';

/** What customers bought. */
export class Purchases {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Newest first. */
  async forCustomer(customerId: string, request: PageRequest = {}): Promise<Page<Purchase>> {
    const rows = await this.#db.client.purchase.findMany({
      where: {
        customerId,
        ...olderThan('purchasedAt', request),
      },
      orderBy: [{ purchasedAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(request),
    });
    return pageOf(rows, request, (row) => ({ at: row.purchasedAt, id: row.id }));
  }

  /** The lines of one order of this customer; empty if there is none. */
  async byOrderNumber(customerId: string, orderNumber: string): Promise<Purchase[]> {
    return this.#db.client.purchase.findMany({ where: { customerId, orderNumber }, orderBy: { line: 'asc' } });
  }
}
