import type { TurnContext } from 'botbuilder';
import { normalise } from '#ai/tokenizer.ts';
import type { Product } from '#crm/products/catalogue.ts';
import { namesOf } from '#crm/products/productNames.ts';
import { asksSomething } from '../agreement.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf, remember } from '../memory.ts';
import { productName } from '../reference.ts';
import { say } from '../reply.ts';
import { audienceHere } from '../turn.ts';
import { introduce, tellFacts } from './facts.ts';
import { replies } from './replies.ts';
import { safetyNotes, withNotes } from './safety.ts';
import { cautionOf, type Taste } from './tastes.ts';
import { asksBuyers, asksUpkeep, tellBuyers, tellUpkeep } from './worth.ts';

/** What came of a question. `none`: nothing found; `concerns` tells whether it was about our products at all, `words` what to say then. */
export type Answered =
  | { kind: 'answered' }
  | { kind: 'which'; products: Product[] }
  | { kind: 'none'; concerns: boolean; product?: Product; words?: string };

/** The question has its answer. */
export const DONE: Answered = { kind: 'answered' };

const how =
  /怎么(?!样|卖)|如何|怎样|步骤|教程|方法|为什么|为啥|\bhow (?:do|to|can|should|often)\b|\bwhy\b|\bsteps?\b|instructions?/;
const introduces =
  /怎么样|好用吗|好不好(?:用)?|值得买吗|介绍(?:一下|下)?|是什么(?:产品|东西)?[?？]?$|了解(?:一下|下)?|\btell me (?:more )?about\b|\bhow(?: is|'s| are)\b|\bwhat(?: is|'s| are| about)\b|\bany good\b|\bworth (?:it|buying)\b|\bmore about\b/;

/** Whether a question asks for a way of doing or a reason, which articles tell better than a table of properties. */
export const asksHow = (text: string): boolean => how.test(normalise(text));

/** How many characters beside the name still ask for nothing ("那个", "the"). */
const FEW = 4;
const particles =
  /那个?|这个?|前者|后者|第[一二两三四五][个款种]|呢|啊|呀|吧|的|\b(?:and|the|a|an|what|how|about|first|second|third|former|latter|one)\b|[^\p{L}\p{N}]/gu;

function namesOnly(text: string, product: Product): boolean {
  let rest = normalise(text);
  for (const name of namesOf(product)
    .map(normalise)
    .sort((a, b) => b.length - a.length))
    rest = rest.replace(name, '');
  rest = rest.replace(particles, '');
  return rest === '' || (!asksSomething(text) && rest.length <= FEW);
}

/** "And the kettle?", "除湿机呢": what was asked of the product before is asked of this one. */
const alsoAsks = /呢[?？]?$|^(?:and|what about|how about)\b/;

/** The properties told last, where a question asks for the same of another thing. */
export const alsoAsked = (context: TurnContext, text: string): string[] =>
  alsoAsks.test(normalise(text)) ? memoryOf(context).asked : [];

/** Answers a question about one product: its properties, its articles, or, if nothing in particular is asked, what it is. */
export async function aboutProduct(
  context: TurnContext,
  services: DialogServices,
  text: string,
  product: Product,
  tastes: readonly Taste[],
): Promise<Answered> {
  const { language } = heardOf(context);
  const words = replies[language];
  if (asksUpkeep(text) && (await tellUpkeep(context, services, product, text))) return DONE;
  if (asksBuyers(text)) {
    await tellBuyers(context, services, product, tastes);
    return DONE;
  }
  const also = namesOnly(text, product) ? alsoAsked(context, text) : [];
  const facts =
    also.length > 0
      ? await services.products.factsOf(product, also, language)
      : await services.products.answer(text, product, language);
  const known = facts.flatMap(({ value, ...fact }) => (value === null ? [] : [{ ...fact, value }]));
  const name = productName(context, product);
  if (known.length > 0 && !asksHow(text)) {
    await tellFacts(context, services, product, known, tastes);
    return DONE;
  }
  if (facts.length === 0 && (namesOnly(text, product) || introduces.test(normalise(text)))) {
    await introduce(context, services, product, tastes);
    return DONE;
  }
  // A property that the catalogue does not know is not looked for in articles: their sentence would be about something else.
  const found =
    facts.length === 0 || asksHow(text)
      ? await services.knowledge.answer(text, { language, product, audience: audienceHere(context) })
      : null;
  if (found) {
    remember(context, [product.id]);
    const caution = cautionOf(context, product, tastes);
    const told = found.text.includes(name) ? found.text : `${found.text}\n\n${words.about(name)}`;
    await say(context, withNotes(safetyNotes(product, tastes, language), told, caution), {
      sources: found.sources,
      feedback: true,
    });
    return DONE;
  }
  if (known.length > 0) {
    await tellFacts(context, services, product, known, tastes);
    return DONE;
  }
  if (facts.length === 0 && !asksSomething(text)) {
    await introduce(context, services, product, tastes);
    return DONE;
  }
  remember(context, [product.id]);
  const labels = facts.map(({ label }) => label).join(language === 'zh' ? '、' : ', ');
  return { kind: 'none', concerns: true, product, ...(labels ? { words: words.unknownFact(name, labels) } : {}) };
}
