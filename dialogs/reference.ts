import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import { normalise } from '#ai/tokenizer.ts';
import { inLanguage } from '#crm/localized.ts';
import type { Product } from '#crm/products/catalogue.ts';
import { meantProduct } from '#crm/products/talk.ts';
import type { DialogServices } from './dialogModule.ts';
import { heardOf } from './heard.ts';
import { memoryOf, remember } from './memory.ts';

const pointing =
  /它|这(?:个|款|台|瓶|支|件|套|种|只|把|盏|张|条|双|块)|那(?:个|款|台|瓶|支|件|套|种|只|把|盏|张|条|双|块)|刚才(?:那|的|说)|上面(?:那|的|说)|\b(?:it|its|it's|this|that|these|those|the (?:one|same|former|latter|last))\b/;

/** A place in the list that was shown last; a bare figure is one too. */
const places = [
  /第[一1][个款种]|前者|\bfirst\b|\bformer\b|^\s*[1一]\s*[.。]?$/,
  /第[二两2][个款种]|后者|\bsecond\b|\blatter\b|^\s*[2二]\s*[.。]?$/,
  /第[三3][个款种]|\bthird\b|^\s*[3三]\s*[.。]?$/,
  /第[四4][个款种]|\bfourth\b/,
  /第[五5][个款种]|\bfifth\b/,
  /第[六6][个款种]|\bsixth\b/,
];

/** Whether a message points at something said before: 它, 这款, that one. */
export const pointsBack = (text: string): boolean => pointing.test(normalise(text)) || namesPlace(text);

/** Whether a message names a place in a list: 第二个, the first one. */
export const namesPlace = (text: string): boolean => places.some((words) => words.test(normalise(text)));

/** The products of the list shown last that a message names by their places, in its order of places. */
export function listedAt(context: TurnContext, text: string): string[] {
  const { listed } = memoryOf(context);
  return places.flatMap((words, place) => (words.test(normalise(text)) ? (listed[place] ?? []) : []));
}

/** A product that is meant for certain, or the several that the words fit. */
export interface Meant {
  products: Product[];
  /** Whether the words fit several products alike, so that one should ask which. */
  ambiguous: boolean;
}

/** How sure a mention must be to count as this very product. */
const CERTAIN = 0.75;

/** The products that the message, one part of it, or a question put off from an earlier one names: the certain ones; else those that its words might mean. */
export async function meantProducts(
  context: TurnContext,
  services: Pick<DialogServices, 'products'>,
  part?: string,
): Promise<Meant> {
  const { byId } = await services.products.catalogue();
  const heard = heardOf(context);
  const said =
    part && !heard.text.includes(part)
      ? (await services.products.mentions(part)).map(({ product, text, confidence }) => ({
          id: product.id,
          text,
          confidence,
        }))
      : heard.reading.entities.products;
  // A mention's words are normalised (small letters, plain widths), the part is as the customer typed it.
  const isIn = (text: string) => !part || normalise(part).includes(normalise(text));
  // "My kettle is dirty, how do I clean it": the part that asks points at what the message named before.
  const within = part && pointsBack(part) && !said.some(({ text }) => isIn(text)) ? heard.text : part;
  const mentions = said.flatMap(({ id, text, confidence }) => {
    const elsewhere = within === part && !isIn(text) && part !== undefined && heard.text.includes(part);
    const product = elsewhere ? undefined : byId.get(id);
    return product ? [{ product, confidence }] : [];
  });
  const certain = mentions.filter(({ confidence }) => confidence >= CERTAIN);
  const chosen = certain.length > 0 ? certain : mentions;
  const products = [...new Set(chosen.map(({ product }) => product))];
  return { products, ambiguous: certain.length === 0 && products.length > 1 };
}

/** The product that "it", that one, "the kettle" or "the second" means, of those spoken of last. */
export async function lastProduct(
  context: TurnContext,
  services: Pick<DialogServices, 'products'>,
): Promise<Product | undefined> {
  const { products, listed } = memoryOf(context);
  const { text } = heardOf(context);
  const catalogue = await services.products.catalogue();
  const place = places.findIndex((words) => words.test(normalise(text)));
  const placed = place >= 0 ? listed[place] : undefined;
  if (placed) return catalogue.byId.get(placed);
  const spoken = products.flatMap((id) => catalogue.byId.get(id) ?? []);
  return meantProduct(text, [], spoken, catalogue) ?? spoken[0];
}

const shownSchema = z.object({ productSku: z.string().min(1).max(64) });

/** The product of the shop's page that the customer has just opened beside the chat becomes what "it" means. */
export async function noteShownProduct(
  context: TurnContext,
  services: Pick<DialogServices, 'products'>,
): Promise<void> {
  const shown = shownSchema.safeParse(context.activity.channelData);
  const memory = memoryOf(context);
  if (!shown.success || shown.data.productSku === memory.shownSku) return;
  const product = await services.products.bySku(shown.data.productSku);
  if (!product?.active) return;
  memory.shownSku = product.sku;
  remember(context, [product.id]);
}

/** The product's name in the language of this turn. */
export const productName = (context: TurnContext, product: Product): string =>
  inLanguage(product.name, heardOf(context).language);
