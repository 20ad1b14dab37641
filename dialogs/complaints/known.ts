import type { TurnContext } from 'botbuilder';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { lastProduct, meantProducts, pointsBack, productName } from '../reference.ts';
import { turnOf } from '../turn.ts';
import type { MeantProduct } from './draft.ts';
import { replies } from './replies.ts';

/** The product that a message, or one part of it, complains of: the one it names; if it may point back, the one spoken of last. Words that fit several name none. */
export async function complaintProduct(
  context: TurnContext,
  services: DialogServices,
  mayPointBack: boolean,
  part?: string,
): Promise<MeantProduct | undefined> {
  const meant = await meantProducts(context, services, part);
  const named = meant.ambiguous ? undefined : meant.products[0];
  const product =
    named ??
    (mayPointBack && meant.products.length === 0 && pointsBack(part ?? heardOf(context).text)
      ? await lastProduct(context, services)
      : undefined);
  return product ? { id: product.id, name: productName(context, product) } : undefined;
}

/** How this customer can be reached according to what was told before, with the hours that suit; undefined if nothing is known. */
export async function knownContact(
  context: TurnContext,
  { preferences }: Pick<DialogServices, 'preferences'>,
): Promise<string | undefined> {
  const { customer } = turnOf(context);
  const written = await isWrittenTo(context, { preferences });
  const way = written ? (customer.email ?? customer.phone) : (customer.phone ?? customer.email);
  if (!way) return undefined;
  if (written) return `${way} (${replies[heardOf(context).language].textOnly})`;
  const kept = await preferences.list(customer.id);
  const time = kept.find(({ key, confirmed }) => key === 'contactTime' && confirmed);
  return time ? `${way} (${time.value})` : way;
}

/** Whether the customer is hard of hearing and agreed to have that noted: nobody calls them. */
export const isWrittenTo = async (
  context: TurnContext,
  { preferences }: Pick<DialogServices, 'preferences'>,
): Promise<boolean> => (await preferences.needsOf(turnOf(context).customer.id)).includes('hardOfHearing');
