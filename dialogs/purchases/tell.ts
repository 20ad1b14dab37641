import type { TurnContext } from 'botbuilder';
import { Temporal } from 'temporal-polyfill';
import { inLanguage } from '#crm/localized.ts';
import { hasOrder } from '#crm/purchases/purchase.ts';
import type { PurchaseDetail } from '#crm/purchases/purchases.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { lastProduct, meantProducts, productName } from '../reference.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { inZone, sayDay } from '../when.ts';
import { replies } from './replies.ts';

/** So many purchases fit into one message. */
const SHOWN = 8;

/** The product of a purchase, in the language of this turn. */
export const boughtName = (context: TurnContext, { product, productText }: PurchaseDetail): string =>
  product ? inLanguage(product.name, heardOf(context).language) : (productText ?? '—');

/** Purchases as lines of a list. */
export async function linesOf(
  context: TurnContext,
  services: DialogServices,
  purchases: readonly PurchaseDetail[],
): Promise<string> {
  const { language } = heardOf(context);
  const { zone } = await services.shop.profile();
  const today = inZone(turnOf(context).now, zone).toPlainDate();
  const lines = purchases.map((purchase) => {
    const until = lastDay(purchase);
    return replies[language].line({
      day: sayDay(inZone(purchase.purchasedAt, zone).toPlainDate(), today, language),
      product: boughtName(context, purchase),
      quantity: purchase.quantity,
      order: hasOrder(purchase) ? purchase.orderNumber : null,
      warranty: until ? sayDay(until, today, language) : null,
      over: until !== undefined && Temporal.PlainDate.compare(until, today) < 0,
    });
  });
  return lines.join('\n');
}

/** "What have I bought?" */
export async function tellPurchases(context: TurnContext, services: DialogServices): Promise<void> {
  const words = replies[heardOf(context).language];
  const { items, nextCursor } = await services.purchases.forCustomer(turnOf(context).customer.id, { limit: SHOWN });
  if (items.length === 0) return say(context, words.none, { buttons: words.noneButtons });
  const lines = await linesOf(context, services, items);
  return say(context, `${words.list(items.length, nextCursor !== null)}\n\n${lines}`);
}

/** "Is it still under warranty?": of the product that is named or meant, else of all that have one. */
export async function tellWarranty(context: TurnContext, services: DialogServices): Promise<void> {
  const { language } = heardOf(context);
  const words = replies[language];
  const { items } = await services.purchases.forCustomer(turnOf(context).customer.id, { limit: 100 });
  const named = await meantProducts(context, services);
  const last = named.products.length === 0 ? await lastProduct(context, services) : undefined;
  const meant = [...named.products, ...(last ? [last] : [])];
  const mine = items.filter(({ productId }) => meant.some(({ id }) => id === productId));
  if (mine.length === 0 && named.products.length > 0 && !named.ambiguous) {
    return say(context, words.notBought(productName(context, named.products[0]!)), { buttons: words.noneButtons });
  }
  if (items.length === 0) return say(context, words.none, { buttons: words.noneButtons });
  const covered = (mine.length > 0 ? mine : items).filter((purchase) => lastDay(purchase));
  const [first] = covered;
  if (!first) return say(context, words.noWarranty(boughtName(context, mine[0] ?? items[0]!)));
  if (covered.length > 1) return say(context, await linesOf(context, services, covered.slice(0, SHOWN)));
  const { zone } = await services.shop.profile();
  const today = inZone(turnOf(context).now, zone).toPlainDate();
  const until = lastDay(first)!;
  const over = Temporal.PlainDate.compare(until, today) < 0;
  return say(context, words[over ? 'over' : 'covered'](boughtName(context, first), sayDay(until, today, language)));
}

const lastDay = ({ warrantyUntil }: PurchaseDetail): Temporal.PlainDate | undefined =>
  warrantyUntil ? Temporal.PlainDate.from(warrantyUntil.toISOString().slice(0, 10)) : undefined;
