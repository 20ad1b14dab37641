import type { TurnContext } from 'botbuilder';
import { normalise } from '#ai/tokenizer.ts';
import { inLanguage } from '#crm/localized.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { remember } from '../memory.ts';
import { productName } from '../reference.ts';
import { say } from '../reply.ts';
import { replies } from './replies.ts';

const SHOWN = 6;

/** Shows what kinds of things the shop has. */
export async function showShelves(context: TurnContext, { products }: DialogServices, shop: string): Promise<void> {
  const { language } = heardOf(context);
  const { categories } = await products.catalogue();
  const names = categories.map(({ name }) => inLanguage(name, language));
  await say(context, replies[language].shelves(shop, names), { buttons: names });
}

/** Shows the products of the category that a message names; false if it names none. */
export async function showShelf(context: TurnContext, { products }: DialogServices, text: string): Promise<boolean> {
  const { language } = heardOf(context);
  const words = replies[language];
  const said = normalise(text);
  const catalogue = await products.catalogue();
  const category = catalogue.categories.find(({ name, synonyms }) =>
    [name.zh, name.en, ...synonyms].some((word) => said.includes(normalise(word))),
  );
  const onShelf = category ? catalogue.products.filter(({ categoryKey }) => categoryKey === category.key) : [];
  if (!category || onShelf.length === 0) return false;
  const shown = onShelf.slice(0, SHOWN);
  const lines = shown.map((product) => words.suggestion(productName(context, product), products.price(product), []));
  remember(context, onShelf.length === 1 ? [onShelf[0]!.id] : []);
  const title = words.shelf(inLanguage(category.name, language), onShelf.length);
  await say(context, `${title}\n${lines.join('\n')}\n\n${words.shelfMore}`, {
    buttons: shown.map((product) => productName(context, product)),
  });
  return true;
}
