import type { TurnContext } from 'botbuilder';
import type { Product } from '#crm/products/catalogue.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf, rememberList } from '../memory.ts';
import { productName } from '../reference.ts';
import { say } from '../reply.ts';
import { alsoAsked } from './about.ts';
import { replies } from './replies.ts';

/** So many can be told at once; among more one has to choose. */
const MOST = 6;

/** "洗发水多少钱": what is asked of a kind of things is told of each of them; false if nothing of that is known, or they are too many. */
export async function tellEach(
  context: TurnContext,
  { products }: DialogServices,
  text: string,
  kind: readonly Product[],
): Promise<boolean> {
  if (kind.length < 2 || kind.length > MOST) return false;
  const { language } = heardOf(context);
  const words = replies[language];
  const facts = await products.kindFacts(text, kind, language, alsoAsked(context, text));
  if (!facts) return false;
  const lines = facts.rows.map(({ product, values }) => {
    const told = values.map((value) => value ?? words.unknownValue);
    return {
      label: `**${productName(context, product)}**`,
      value: words.each(told.map((value, i) => (told.length > 1 ? `${facts.labels[i]} ${value}` : value))),
    };
  });
  memoryOf(context).asked = facts.keys.slice(0, 4);
  rememberList(
    context,
    kind.map(({ id }) => id),
  );
  await say(context, words.eachTitle(facts.labels, lines), {
    sources: facts.rows.map(({ product, values }) => ({
      documentId: `product:${product.sku}`,
      title: productName(context, product),
      excerpt: values.map((value, i) => `${facts.labels[i]}: ${value ?? '-'}`).join('; '),
    })),
    feedback: true,
  });
  return true;
}
