import type { TurnContext } from 'botbuilder';
import { normalise } from '#ai/tokenizer.ts';
import { inLanguage } from '#crm/localized.ts';
import { askedAttributes, knows } from '#crm/products/askedAttributes.ts';
import type { Product } from '#crm/products/catalogue.ts';
import { asksSomething } from '../agreement.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf, remember, rememberList } from '../memory.ts';
import { lastProduct, listedAt, meantProducts, namesPlace, noteShownProduct, pointsBack } from '../reference.ts';
import { say } from '../reply.ts';
import { audienceHere } from '../turn.ts';
import { type Answered, aboutProduct, alsoAsked, asksHow, DONE } from './about.ts';
import { compare, weighs } from './compare.ts';
import { tellEach } from './each.ts';
import { introduce } from './facts.ts';
import { replies } from './replies.ts';
import { asksOverview, showShelf, showShelves } from './shelves.ts';
import { asksIfSold, recommends, seeks, suggest } from './suggest.ts';
import { type Taste, tastesOf } from './tastes.ts';
import { asksBuyers, asksUpkeep } from './worth.ts';

/** Below this an article's sentence is no answer to a message that may not be about our products at all. */
const SURE = 0.7;
/** How sure a name in an article must be to mean this very product. */
const CERTAIN = 0.75;
/** How many products one can choose from. */
const CHOICES = 6;
/** A question for a property alone is short. */
const SHORT = 40;

/** What is known of a question before it is answered. `unclaimed`: no intent was found in it. */
interface Question {
  text: string;
  product?: Product;
  unclaimed?: boolean | undefined;
}

/**
 * Answers one question. Products that it names, or "it", come first: two are compared, one has its facts told or its
 * articles searched. Without a product: a wish gets suggestions, anything else what the articles say.
 */
export async function answer(context: TurnContext, services: DialogServices, question: Question): Promise<Answered> {
  await noteShownProduct(context, services);
  // Who looks for a kind of thing that we sell speaks of our products, whatever it was read as.
  const unclaimed = question.unclaimed && !(seeks(question.text) && (await services.products.kindIn(question.text)));
  const done = await answerWith(context, services, { ...question, unclaimed }, await tastesOf(context, services));
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
  const wanted = seeks(text) || recommends(text) || asksIfSold(text);
  const missing = !named && wanted ? await services.products.unknownThing(text) : undefined;
  // The care of something else may mention the thing; that does not sell it.
  if (missing && (await fromArticles(context, services, text, SURE, true))) return DONE;
  if (missing) return { kind: 'none', concerns: !question.unclaimed, words: replies[language].noSuchThing(missing) };
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
  const kind = await otherKind(context, services, text, last);
  if (kind) {
    const [only] = kind;
    if (kind.length === 1 && only) return aboutProduct(context, services, text, only, tastes);
    if (await tellEach(context, services, text, kind)) return DONE;
  }
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
  const kind = recommends(text) ? null : await services.products.kindIn(text);
  if (kind?.length === 2) return [kind[0]!, kind[1]!];
  const before = byId.get(memoryOf(context).products[1] ?? '');
  return !a && last && before && !recommends(text) ? [last, before] : undefined;
}

const pronoun = /它|\b(?:it|its|it's)\b/;

/** The products of the kind that a question for a property names, if the last one is not of them: "and how much is the shampoo?" after a conditioner. */
async function otherKind(
  context: TurnContext,
  services: DialogServices,
  text: string,
  last: Product | undefined,
): Promise<Product[] | undefined> {
  if (pronoun.test(normalise(text)) || seeks(text) || asksHow(text) || namesPlace(text)) return undefined;
  const kind = await services.products.kindIn(text);
  if (!kind || (last && kind.includes(last))) return undefined;
  const catalogue = await services.products.catalogue();
  const asks = askedAttributes(text, catalogue, kind).some(({ key }) => kind.some((one) => knows(one, key)));
  return asks || alsoAsked(context, text).length > 0 ? kind : undefined;
}

/** Whether a question that names no product means the last one: it points back, or asks for what products of that kind have. */
async function meansLast(services: DialogServices, { text, unclaimed }: Question, last: Product): Promise<boolean> {
  if (pointsBack(text)) return !unclaimed || asksSomething(text) || namesPlace(text);
  if (normalise(text).length <= SHORT && (asksBuyers(text) || asksUpkeep(text))) return true;
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
  if (await tellEach(context, services, text, products)) return DONE;
  return { kind: 'which', products };
}

/** "有什么成分" asks what a thing has, though it sounds like looking for one. */
const offersList = /有(?:什么|哪些|啥)/;

async function withoutProduct(
  context: TurnContext,
  services: DialogServices,
  { text, unclaimed }: Question,
  tastes: Taste[],
): Promise<Answered> {
  const asks = asksSomething(text);
  if (unclaimed && !asks && !seeks(text)) return { kind: 'none', concerns: false };
  if (asksHow(text) && (await fromArticles(context, services, text, SURE))) return DONE;
  const sought = seeks(text) || (asksIfSold(text) && (await services.products.kindIn(text)) !== null);
  const looks = !unclaimed && sought && !asksHow(text);
  if (looks && !offersList.test(normalise(text)) && (await suggest(context, services, text, tastes))) return DONE;
  const having = await productsAskedOf(services, text);
  if (having) return { kind: 'which', products: having };
  if (looks && (await suggest(context, services, text, tastes))) return DONE;
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

async function fromArticles(
  context: TurnContext,
  services: DialogServices,
  text: string,
  least: number,
  general = false,
) {
  const { language } = heardOf(context);
  const found = await services.knowledge.answer(text, { language, audience: audienceHere(context), general });
  if (!found || found.confidence < least) return false;
  await rememberNamed(context, services, found.text);
  await say(context, found.text, { sources: found.sources, feedback: true });
  return true;
}

/** An answer that names products has spoken of them: "the first one" is the one that it named first. */
async function rememberNamed(context: TurnContext, { products }: DialogServices, text: string): Promise<void> {
  const named = (await products.mentions(text)).filter(({ confidence }) => confidence >= CERTAIN);
  const ids = [...new Set(named.map(({ product }) => product.id))];
  if (ids.length === 0) return;
  remember(context, ids);
  if (ids.length > 1) rememberList(context, ids);
}
