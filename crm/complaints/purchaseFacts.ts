import type { Client } from '#prisma/client.ts';

/** What stands on the product or the receipt, as far as it was said. `purchasedOn` is an ISO date. */
export interface PurchaseFacts {
  batch?: string | null;
  purchasePlace?: string | null;
  purchasedOn?: string | null;
}

/** The day on which this customer last bought the product, where the shop's own records say so. */
export async function recordedPurchase(
  client: Client,
  customerId: string,
  productId: string | null | undefined,
): Promise<Date | null> {
  if (!productId) return null;
  const found = await client.purchase.findFirst({
    where: { customerId, productId },
    orderBy: { purchasedAt: 'desc' },
    select: { purchasedAt: true },
  });
  return found && new Date(`${found.purchasedAt.toISOString().slice(0, 10)}T00:00:00Z`);
}
