import type { Database, Purchase } from '#prisma/client.ts';
import type { Page, PageRequest } from '../page.ts';

/** What customers bought. */
export class Purchases {
  constructor(_db: Database) {}
  /** Newest first. */
  async forCustomer(_customerId: string, _request?: PageRequest): Promise<Page<Purchase>> {
    throw new Error();
  }
  /** The lines of one order of this customer. */
  async byOrderNumber(_customerId: string, _orderNumber: string): Promise<Purchase[]> {
    throw new Error();
  }
}
