import type { TurnContext } from 'botbuilder';
import { normalise } from '#ai/tokenizer.ts';
import { inLanguage } from '#crm/localized.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { remember, rememberList } from '../memory.ts';
import { productName } from '../reference.ts';
import { say } from '../reply.ts';
import { replies } from './replies.ts';

const SHOWN = 6;

const overview =
  /^(?:你们|你家|店里|请问)?(?:都|有|卖|都有|都卖|主要卖)(?:些)?(?:什么|哪些|啥)(?:产品|商品|东西|货)?(?:卖)?[?？吗呢]*$|(?:有|卖)(?:些)?(?:什么|哪些|啥)(?:产品|商品|东西)|产品(?:目录|列表|清单|大全|介绍)|^(?:了解|看看|浏览|介绍)(?:一下|下)?(?:你们的?)?(?:产品|商品)|\b(?:what (?:products )?(?:do you|you guys) (?:sell|have|offer)\s*[?]?$|what products|your (?:products|catalogue|catalog|range|assortment)|about (?:your )?products|list of products|product list)/;

/** Whether a message asks what there is at all. */
export const asksOverview = (text: string): boolean => overview.test(normalise(text).trim());

/** Shows what kinds of things the shop has. */
export async function showShelves(context: TurnContext, { products }: DialogServices, shop: string): Promise<void> {
  const { language } = heardOf(context);
  const { categories } = await products.catalogue();
  const names = categories.map(({ name }) => inLanguage(name, language));
  await say(context, replies[language].shelves(shop, names), { buttons: names });
}

/** Shows the products of the category that a message names, or consists of (`whole`); false if it names none. */
export async function showShelf(
  context: TurnContext,
  { products }: DialogServices,
  text: string,
  { whole = false } = {},
): Promise<boolean> {
  const { language } = heardOf(context);
  const words = replies[language];
  const said = normalise(text);
  const catalogue = await products.catalogue();
  const category = catalogue.categories.find(({ name, synonyms }) =>
    [name.zh, name.en, ...synonyms].map(normalise).some((word) => (whole ? said === word : said.includes(word))),
  );
  const onShelf = category ? catalogue.products.filter(({ categoryKey }) => categoryKey === category.key) : [];
  if (!category || onShelf.length === 0) return false;
  const shown = onShelf.slice(0, SHOWN);
  const lines = shown.map((product) => words.suggestion(productName(context, product), products.price(product), []));
  if (onShelf.length === 1) remember(context, [onShelf[0]!.id]);
  rememberList(
    context,
    shown.map(({ id }) => id),
  );
  const title = words.shelf(inLanguage(category.name, language), onShelf.length);
  await say(context, `${title}\n${lines.join('\n')}\n\n${words.shelfMore}`, {
    buttons: shown.map((product) => productName(context, product)),
  });
  return true;
}
