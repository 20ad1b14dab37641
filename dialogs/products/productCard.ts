import type { Attachment } from 'botbuilder';
import type { Language } from '#ai/reading.ts';
import { inLanguage } from '#crm/localized.ts';
import type { Product } from '#crm/products/catalogue.ts';
import type { DialogServices } from '../dialogModule.ts';

const SHOWN = 4;

/** A product as the customer page shows it: picture, name, price and the first few facts. */
export async function productCard(
  product: Product,
  language: Language,
  { products }: Pick<DialogServices, 'products'>,
): Promise<Attachment> {
  const facts = await products.facts(product, language, SHOWN + 1);
  return {
    contentType: 'application/vnd.zhiyin.product+json',
    name: inLanguage(product.name, language),
    content: {
      sku: product.sku,
      name: inLanguage(product.name, language),
      model: product.model,
      price: products.price(product),
      imageUrl: product.imagePath,
      attributes: facts
        .flatMap(({ key, label, value }) => (key === 'price' || !value ? [] : [{ label, value }]))
        .slice(0, SHOWN),
    },
  };
}
