import type { TurnContext } from 'botbuilder';
import type { AttributeAnswer } from '#crm/products/attributeAnswer.ts';
import type { Product } from '#crm/products/catalogue.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf, remember } from '../memory.ts';
import { productName } from '../reference.ts';
import { say } from '../reply.ts';
import { productCard } from './productCard.ts';
import { replies } from './replies.ts';
import { safetyNotes, withNotes } from './safety.ts';
import { cautionOf, type Taste } from './tastes.ts';
import { satisfactionOf } from './worth.ts';

type Fact = AttributeAnswer & { value: string };

/** Tells facts from the catalogue, with the catalogue as their source; the card comes when the product is new to the conversation. */
export async function tellFacts(
  context: TurnContext,
  services: DialogServices,
  product: Product,
  facts: Fact[],
  tastes: readonly Taste[],
): Promise<void> {
  const { language } = heardOf(context);
  const words = replies[language];
  const name = productName(context, product);
  const [first] = facts;
  const text =
    facts.length === 1 && first
      ? first.item
        ? words.item(name, first.label, first.item.name, first.item.held, first.value)
        : words.fact(name, first.label, first.value)
      : words.facts(name, facts);
  const caution = cautionOf(context, product, tastes);
  const isNew = memoryOf(context).products[0] !== product.id;
  remember(context, [product.id]);
  memoryOf(context).asked = facts.map(({ key }) => key).slice(0, 4);
  const told = facts.map(({ key }) => key);
  await say(context, withNotes(safetyNotes(product, tastes, language, told), text, caution), {
    sources: [catalogueSource(name, product, facts.map(({ label, value }) => `${label}: ${value}`).join('; '))],
    feedback: true,
    ...(isNew ? { attachments: [await productCard(product, language, services)] } : {}),
  });
}

/** Introduces a product that was only named: what it is, its price, its card, and what one might ask next. */
export async function introduce(
  context: TurnContext,
  services: DialogServices,
  product: Product,
  tastes: readonly Taste[],
  lead?: string,
): Promise<void> {
  const { language } = heardOf(context);
  const words = replies[language];
  const name = productName(context, product);
  const known = words.introduce(name, product.description[language], services.products.price(product));
  const satisfied = await satisfactionOf(context, services, product, tastes);
  const introduction = satisfied ? `${known}\n\n${satisfied}` : known;
  const text = lead ? `${lead}\n\n${introduction}` : introduction;
  const caution = cautionOf(context, product, tastes);
  remember(context, [product.id]);
  await say(context, withNotes(safetyNotes(product, tastes, language), text, caution), {
    attachments: [await productCard(product, language, services)],
    sources: [catalogueSource(name, product, product.description[language])],
    buttons: product.attributes.warrantyMonths === undefined ? words.askNextCare : words.askNext,
  });
}

const catalogueSource = (title: string, product: Product, excerpt: string) => ({
  documentId: `product:${product.sku}`,
  title,
  excerpt,
});
