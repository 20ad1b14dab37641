import type { TurnContext } from 'botbuilder';
import { formatNumber, parseNumber } from '#crm/complaints/complaint.ts';
import { inLanguage, type Localized } from '#crm/localized.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { inZone, sayDay } from '../when.ts';
import { replies } from './replies.ts';

/** How many complaints are told of at once. */
const SHOWN = 3;

/** Tells how the customer's complaints stand and what happens next; only the customer's own, also when a number is named. */
export async function tellStatus(context: TurnContext, { complaints, products, shop }: DialogServices): Promise<void> {
  const { customer, now } = turnOf(context);
  const { language, reading } = heardOf(context);
  const words = replies[language];
  const asked = reading.entities.complaintNumbers.map(parseNumber).filter((number) => number !== null);
  const own = await complaints.forCustomer(customer.id, 50);
  const shown = asked.length > 0 ? own.filter(({ number }) => asked.includes(number)) : own.slice(0, SHOWN);
  const unknown = asked.find((number) => !own.some((complaint) => complaint.number === number));
  if (unknown !== undefined) await say(context, words.notYours(formatNumber(unknown)));
  else if (shown.length === 0) await say(context, words.none, { buttons: words.noneButtons });
  if (shown.length === 0) return;
  const { zone } = await shop.profile();
  const today = inZone(now, zone).toPlainDate();
  const lines = await Promise.all(
    shown.map(async (complaint) => {
      const product = complaint.productId ? await products.find(complaint.productId) : null;
      const about = nameOf(product, language) ?? complaint.productText ?? words.unnamedProduct;
      const day = sayDay(inZone(complaint.createdAt, zone).toPlainDate(), today, language);
      return words.status(formatNumber(complaint.number), about, day) + words.states[complaint.state];
    }),
  );
  await say(context, lines.join('\n\n'));
}

const nameOf = (product: { name: Localized } | null, language: 'zh' | 'en'): string | undefined =>
  product ? inLanguage(product.name, language) : undefined;
