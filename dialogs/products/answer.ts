import type { TurnContext } from 'botbuilder';
import { normalise } from '#ai/tokenizer.ts';
import { inLanguage } from '#crm/localized.ts';
import { askedAttributes } from '#crm/products/askedAttributes.ts';
import type { Product } from '#crm/products/catalogue.ts';
import { asksSomething } from '../agreement.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf } from '../memory.ts';
import { lastProduct, listedAt, meantProducts, namesPlace, noteShownProduct, pointsBack } from '../reference.ts';
import { say } from '../reply.ts';
import { audienceHere } from '../turn.ts';
import { type Answered, aboutProduct, asksHow, DONE } from './about.ts';
import { compare, weighs } from './compare.ts';
import { introduce } from './facts.ts';
import { replies } from './replies.ts';
import { asksOverview, showShelf, showShelves } from './shelves.ts';
import { recommends, seeks, suggest } from './suggest.ts';
import { type Taste, tastesOf } from './tastes.ts';

/** Below this an article's sentence is no answer to a message that may not be about our products at all. */
const SURE = 0.7;
/** How many products one can choose from. */
const CHOICES = 6;
/** A question for a property alone is short. */
const SHORT = 40;

/** What is known of a question before it is answered. `unclaimed`: no intent was found in it. */
interface Question {
  text: string;
  product?: Product;
  unclaimed?: boolean;
}

/**
 * Answers one question. Products that it names, or "it", come first: two are compared, one has its facts told or its
 * articles searched. Without a product: a wish gets suggestions, anything else what the articles say.
 */
export async function answer(context: TurnContext, services: DialogServices, question: Question): Promise<Answered> {
  await noteShownProduct(context, services);
  const done = await answerWith(context, services, question, await tastesOf(context, services));
  if (done.kind === 'answered') {
    const [productId] = memoryOf(context).products;
    memoryOf(context).helped = { by: 'products', ...(productId ? { productId } : {}) };
  }
  return done;
}

async function answerWith(
  context: TurnContext,
  services: DialogServices,
  question: Question,
  tastes: Taste[],
): Promise<Answered> {
  const { text, product } = question;
  const { language } = heardOf(context);
  const meant = product ? { products: [product], ambiguous: false } : await meantProducts(context, services, text);
  const last = await lastProduct(context, services);
  const [named] = meant.products;
  if (!named && asksOverview(text)) {
    await showShelves(context, services, inLanguage((await services.shop.profile()).name, language));
    return DONE;
  }
  if (!named && (await showShelf(context, services, text, { whole: true }))) return DONE;
  const pair = meant.ambiguous ? undefined : await pairOf(context, services, meant.products, last, text);
  if (pair) {
    await compare(context, services, pair, text);
    return DONE;
  }
  if (recommends(text)) {
    if (await suggest(context, services, text, tastes)) return DONE;
    if (named && !meant.ambiguous) {
      await introduce(context, services, named, tastes, replies[language].suggestClose);
      return DONE;
    }
  }
  if (meant.ambiguous) return ambiguous(context, services, text, meant.products, tastes);
  if (named) return aboutProduct(context, services, text, named, tastes);
  if (last && (await meansLast(services, question, last))) return aboutProduct(context, services, text, last, tastes);
  return withoutProduct(context, services, question, tastes);
}

async function pairOf(
  context: TurnContext,
  services: DialogServices,
  [a, b]: readonly Product[],
  last: Product | undefined,
  text: string,
): Promise<readonly [Product, Product] | undefined> {
  if (a && b) return [a, b];
  if (!weighs(text)) return undefined;
  if (a && last && last !== a && pointsBack(text)) return [last, a];
  const { byId } = await services.products.catalogue();
  const [first, second] = listedAt(context, text).map((id) => byId.get(id));
  if (first && second) return [first, second];
  const before = byId.get(memoryOf(context).products[1] ?? '');
  return !a && last && before && !recommends(text) ? [last, before] : undefined;
}

/** Whether a question that names no product means the last one: it points back, or asks for what products of that kind have. */
async function meansLast(services: DialogServices, { text, unclaimed }: Question, last: Product): Promise<boolean> {
  if (pointsBack(text)) return !unclaimed || asksSomething(text) || namesPlace(text);
  if (seeks(text) || normalise(text).length > SHORT) return false;
  const catalogue = await services.products.catalogue();
  const kin = catalogue.products.filter(({ categoryKey }) => categoryKey === last.categoryKey);
  return askedAttributes(text, catalogue, [last]).some(
    ({ key }) => key === 'price' || kin.some(({ attributes }) => attributes[key] !== undefined),
  );
}

/** The words fit several products. A wish for one is a suggestion; a question that needs one asks which. */
async function ambiguous(
  context: TurnContext,
  services: DialogServices,
  text: string,
  products: Product[],
  tastes: Taste[],
): Promise<Answered> {
  if (seeks(text) && (await suggest(context, services, text, tastes))) return DONE;
  const last = products.find(({ id }) => id === memoryOf(context).products[0]);
  if (last) return aboutProduct(context, services, text, last, tastes);
  if (asksHow(text) && (await fromArticles(context, services, text, 0))) return DONE;
  return { kind: 'which', products };
}

async function withoutProduct(
  context: TurnContext,
  services: DialogServices,
  { text, unclaimed }: Question,
  tastes: Taste[],
): Promise<Answered> {
  const asks = asksSomething(text);
  if (unclaimed && !asks && !seeks(text)) return { kind: 'none', concerns: false };
  if (asksHow(text) && (await fromArticles(context, services, text, SURE))) return DONE;
  const having = await productsAskedOf(services, text);
  if (having) return { kind: 'which', products: having };
  if (!unclaimed && seeks(text) && !asksHow(text) && (await suggest(context, services, text, tastes))) return DONE;
  if (await fromArticles(context, services, text, unclaimed ? SURE : 0)) return DONE;
  if (unclaimed) return { kind: 'none', concerns: false };
  if (await suggest(context, services, text, tastes)) return DONE;
  if (await showShelf(context, services, text)) return DONE;
  if (asks) return { kind: 'none', concerns: true };
  const { name } = await services.shop.profile();
  await showShelves(context, services, inLanguage(name, heardOf(context).language));
  return DONE;
}

/**
 * For a short question for a property of a product that it does not name ("有什么成分？"): the products that have it, or none to
 * choose from where they are many. Undefined for other questions; of a warranty the articles tell more.
 */
async function productsAskedOf(services: DialogServices, text: string): Promise<Product[] | undefined> {
  if (normalise(text).length > 16 || recommends(text)) return undefined;
  const catalogue = await services.products.catalogue();
  const asked = askedAttributes(text, catalogue, []);
  if (asked.length === 0 || asked.some(({ key, kind }) => key === 'warrantyMonths' || kind === 'boolean'))
    return undefined;
  const having = catalogue.products.filter(({ attributes }) => asked.some(({ key }) => attributes[key] !== undefined));
  return having.length <= CHOICES ? having : [];
}

async function fromArticles(context: TurnContext, services: DialogServices, text: string, least: number) {
  const { language } = heardOf(context);
  const found = await services.knowledge.answer(text, { language, audience: audienceHere(context) });
  if (!found || found.confidence < least) return false;
  await say(context, found.text, { sources: found.sources, feedback: true });
  return true;
}
