import { after, type Calendar, DAY } from './calendar.ts';
import type { Random } from './random.ts';
import type { CustomerRow, PurchaseRow } from './rows.ts';
import type { Sold } from './sold.ts';

const LINES = 1800;
/** What membership asks for within a year, in fen (see the article member-tiers). */
const SILVER = 100_000;
const GOLD = 300_000;

/** Orders of one to three lines; cheap things are bought more often, and some twice at once. */
export function makePurchases(
  random: Random,
  calendar: Calendar,
  customers: CustomerRow[],
  sold: readonly Sold[],
): PurchaseRow[] {
  const popular = sold.map((product) => [product, 1 / (1 + product.priceCents / 15_000)] as const);
  const keen = customers.map((customer) => [customer, random.chance(0.15) ? 9 : 1] as const);
  const rows: PurchaseRow[] = [];
  for (let order = 1; rows.length < LINES; order++) {
    const customer = random.weighted(keen);
    const joined = calendar.daysAgo(customer.createdAt);
    const at = calendar.moment(Math.max(joined, 0.5), 0);
    const orderNumber = `QM${at.toISOString().slice(2, 10).replaceAll('-', '')}${String(order).padStart(5, '0')}`;
    const basket = new Set(
      Array.from(
        {
          length: random.weighted([
            [1, 5],
            [2, 3],
            [3, 1],
          ]),
        },
        () => random.weighted(popular),
      ),
    );
    let line = 0;
    for (const product of basket) {
      const quantity = product.priceCents < 10_000 && random.chance(0.2) ? 2 : 1;
      rows.push({
        id: random.id(after(at, line)),
        customerId: customer.id,
        productId: product.id,
        orderNumber,
        line: ++line,
        quantity,
        amountCents: product.priceCents * quantity,
        purchasedAt: at,
      });
    }
  }
  promote(customers, rows, calendar.now);
  return rows.sort((a, b) => +a.purchasedAt - +b.purchasedAt || a.line - b.line);
}

/** Gives each customer the level that a year's purchases earned. */
function promote(customers: CustomerRow[], rows: PurchaseRow[], now: Date): void {
  const since = after(now, -365 * DAY);
  const spent = new Map<string, number>();
  for (const { customerId, amountCents, purchasedAt } of rows) {
    if (purchasedAt >= since) spent.set(customerId, (spent.get(customerId) ?? 0) + amountCents);
  }
  for (const customer of customers) {
    const sum = spent.get(customer.id) ?? 0;
    customer.tier = sum >= GOLD ? 'gold' : sum >= SILVER ? 'silver' : 'standard';
  }
}
