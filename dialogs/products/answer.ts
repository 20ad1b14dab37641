import type { TurnContext } from 'botbuilder';
import { normalise } from '#ai/tokenizer.ts';
import { inLanguage } from '#crm/localized.ts';
import { askedAttributes } from '#crm/products/askedAttributes.ts';
import type { Product } from '#crm/products/catalogue.ts';
import { asksSomething } from '../agreement.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf, remember } from '../memory.ts';
import { lastProduct, meantProducts, pointsBack, productName } from '../reference.ts';
import { say } from '../reply.ts';
import { compare, weighs } from './compare.ts';
import { introduce, tellFacts } from './facts.ts';
import { replies } from './replies.ts';
import { showShelf, showShelves } from './shelves.ts';
import { recommends, seeks, suggest } from './suggest.ts';
import { cautionOf, type Taste, tastesOf } from './tastes.ts';

/** What came of a question. `none`: nothing found; `concerns` tells whether it was about our products at all, `words` what to say then. */
export type Answered =
  | { kind: 'answered' }
  | { kind: 'which'; products: Product[] }
  | { kind: 'none'; concerns: boolean; product?: Product; words?: string };

const howTo =
  /怎么(?!样|卖)|如何|怎样|步骤|教程|方法|为什么|为啥|\bhow (?:do|to|can|should|often)\b|\bwhy\b|\bsteps?\b|instructions?/;
const introduces =
  /怎么样|好用吗|好不好(?:用)?|值得买吗|介绍(?:一下|下)?|是什么(?:产品|东西)?[?？]?$|了解(?:一下|下)?|\btell me (?:more )?about\b|\bhow(?: is|'s| are)\b|\bwhat(?: is|'s| are| about)\b|\bany good\b|\bworth (?:it|buying)\b|\bmore about\b/;
/** Below this an article's sentence is no answer to a message that may not be about our products at all. */
const SURE = 0.7;
/** Below this an article's sentence is no answer to a question about a property that the catalogue does not know. */
const CONFIDENT = 0.6;
const DONE: Answered = { kind: 'answered' };

/**
 * Answers one question. Products that it names, or "it", come first: two are compared, one has its facts told or its
 * articles searched. Without a product: a wish gets suggestions, anything else what the articles say.
 */
export async function answer(
  context: TurnContext,
  services: DialogServices,
  question: string,
  about: { product?: Product; unclaimed?: boolean },
): Promise<Answered> {
  const tastes = await tastesOf(context, services);
  const done = await answerWith(context, services, question, about, tastes);
  if (done.kind === 'answered') {
    const [productId] = memoryOf(context).products;
    memoryOf(context).helped = { by: 'products', ...(productId ? { productId } : {}) };
  }
  return done;
}

async function answerWith(
  context: TurnContext,
  services: DialogServices,
  question: string,
  about: { product?: Product; unclaimed?: boolean },
  tastes: Taste[],
): Promise<Answered> {
  const meant = about.product
    ? { products: [about.product], ambiguous: false }
    : await meantProducts(context, services, question);
  const last = await lastProduct(context, services);
  const pair = pairOf(meant.products, last, await secondLast(context, services), question);
  if (pair && !meant.ambiguous) {
    await compare(context, services, pair, question);
    return DONE;
  }
  if (recommends(question) && (await suggest(context, services, question, tastes))) return DONE;
  if (meant.ambiguous) return ambiguous(context, services, question, meant.products, tastes);
  const named = meant.products[0];
  if (named) return aboutProduct(context, services, question, named, tastes);
  if (last && (pointsBack(question) || (await asksFactOf(context, services, question, last)))) {
    const answered = await aboutProduct(context, services, question, last, tastes);
    if (answered.kind !== 'none' || pointsBack(question)) return answered;
  }
  return withoutProduct(context, services, question, about.unclaimed === true, tastes);
}

async function secondLast(context: TurnContext, services: DialogServices): Promise<Product | undefined> {
  const id = memoryOf(context).products[1];
  return id ? (await services.products.catalogue()).byId.get(id) : undefined;
}

function pairOf(
  named: readonly Product[],
  last: Product | undefined,
  before: Product | undefined,
  question: string,
): readonly [Product, Product] | undefined {
  const [a, b] = named;
  if (a && b) return [a, b];
  if (!weighs(question)) return undefined;
  if (a && last && last !== a && pointsBack(question)) return [last, a];
  return !a && last && before && !recommends(question) ? [last, before] : undefined;
}

async function asksFactOf(context: TurnContext, services: DialogServices, question: string, product: Product) {
  const { language } = heardOf(context);
  if (normalise(question).length > 40) return false;
  const facts = await services.products.answer(question, product, language);
  return facts.some(({ value }) => value !== null) || (facts.length > 0 && !seeks(question));
}

/** A short question for a property that belongs to products only ("有什么成分？"), of which none was named. A warranty or a price list the articles may explain. */
async function asksFactOfAny(services: DialogServices, question: string): Promise<boolean> {
  if (normalise(question).length > 16 || seeks(question)) return false;
  const asked = askedAttributes(question, await services.products.catalogue(), []);
  return asked.length > 0 && asked.every(({ key }) => key !== 'warrantyMonths');
}

async function aboutProduct(
  context: TurnContext,
  services: DialogServices,
  question: string,
  product: Product,
  tastes: Taste[],
): Promise<Answered> {
  const { language } = heardOf(context);
  const words = replies[language];
  const facts = await services.products.answer(question, product, language);
  const known = facts.flatMap(({ value, ...fact }) => (value === null ? [] : [{ ...fact, value }]));
  const isHowTo = howTo.test(normalise(question));
  if (known.length > 0 && !isHowTo) {
    await tellFacts(context, services, product, known, tastes);
    return DONE;
  }
  if (facts.length === 0 && (!asksSomething(question) || introduces.test(normalise(question)))) {
    await introduce(context, services, product, tastes);
    return DONE;
  }
  const found = await services.knowledge.answer(question, { language, product });
  if (found && (facts.length === 0 || isHowTo || found.confidence >= CONFIDENT)) {
    remember(context, [product.id]);
    const caution = cautionOf(context, product, tastes);
    const text = named(found.text, productName(context, product))
      ? found.text
      : `${found.text}\n\n${words.about(productName(context, product))}`;
    await say(context, caution ? `${text}\n\n${caution}` : text, { sources: found.sources, feedback: true });
    return DONE;
  }
  if (known.length > 0) {
    await tellFacts(context, services, product, known, tastes);
    return DONE;
  }
  remember(context, [product.id]);
  const labels = facts.map(({ label }) => label).join(language === 'zh' ? '、' : ', ');
  const name = productName(context, product);
  return { kind: 'none', concerns: true, product, ...(labels ? { words: words.unknownFact(name, labels) } : {}) };
}

const named = (text: string, name: string): boolean => text.includes(name);

/** The words fit several products. A wish for one is a suggestion; a question that needs one asks which. */
async function ambiguous(
  context: TurnContext,
  services: DialogServices,
  question: string,
  products: Product[],
  tastes: Taste[],
): Promise<Answered> {
  const { language } = heardOf(context);
  if (seeks(question) && (await suggest(context, services, question, tastes))) return DONE;
  const last = products.find(({ id }) => id === memoryOf(context).products[0]);
  if (last) return aboutProduct(context, services, question, last, tastes);
  if (howTo.test(normalise(question))) {
    const found = await services.knowledge.answer(question, { language });
    if (found) {
      await say(context, found.text, { sources: found.sources, feedback: true });
      return DONE;
    }
  }
  return { kind: 'which', products };
}

async function withoutProduct(
  context: TurnContext,
  services: DialogServices,
  question: string,
  unclaimed: boolean,
  tastes: Taste[],
): Promise<Answered> {
  const { language } = heardOf(context);
  const asks = asksSomething(question);
  if (await asksFactOfAny(services, question)) return { kind: 'which', products: [] };
  if (unclaimed && !asks && !seeks(question)) return { kind: 'none', concerns: false };
  if (!unclaimed && seeks(question) && !howTo.test(normalise(question))) {
    if (await suggest(context, services, question, tastes)) return DONE;
  }
  const found = await services.knowledge.answer(question, { language });
  if (found && (!unclaimed || found.confidence >= SURE)) {
    await say(context, found.text, { sources: found.sources, feedback: true });
    return DONE;
  }
  if (unclaimed) return { kind: 'none', concerns: false };
  if (await suggest(context, services, question, tastes)) return DONE;
  if (await showShelf(context, services, question)) return DONE;
  if (!asks || seeks(question)) {
    const { name } = await services.shop.profile();
    await showShelves(context, services, inLanguage(name, language));
    return DONE;
  }
  return { kind: 'none', concerns: true };
}
