import { askedAttributes, knows } from './askedAttributes.ts';
import type { AttributeDefinition, Catalogue, Category, Product } from './catalogue.ts';
import { kindOf } from './kinds.ts';
import { findPhrase, type PreparedText, prepare, without } from './phrases.ts';
import { namesOf } from './productNames.ts';

/** Words before a kind that ask for any of it ("附近有什么酒店", "another kettle") and do not point at the one spoken of. */
const indefinite =
  /(?:什么|哪|啥|几|多少|一[家个间款台瓶种些]|别的|其[他它]|另外|有没有|周边|附近|旁边|周围|推荐|找|\b(?:what|which|an?|any|some|other|another|more|nearby|near)\b)[^,，。.?？!！;；]{0,5}$/;

/**
 * The product that a question means: one it names (`named`, in its order), unless it points at another kind ("这家酒店", "the
 * kettle"); else of those spoken of (latest first) the one of that kind, or the latest of a kind that has what is asked for.
 */
export function meantProduct(
  question: string,
  named: readonly Product[],
  spoken: readonly Product[],
  catalogue: Catalogue,
): Product | undefined {
  const text = prepare(question);
  const bare = withoutNames(text, named);
  const category = categoryPointedAt(bare, catalogue);
  const fits = (product: Product) => !category || product.categoryKey === category.key;
  const [first] = named;
  if (first) return fits(first) ? first : (spoken.find(fits) ?? first);
  if (category) return spoken.find(fits);
  const kind = kindOf(text, catalogue);
  const same = kind ? spoken.filter((product) => kind.includes(product)) : [];
  const among = same.length > 0 ? same : spoken;
  const asked = askedAttributes(question, catalogue, []);
  return (asked.length > 0 ? among.find((product) => kinHas(product, asked, catalogue)) : undefined) ?? among[0];
}

/** Whether products of the same category have one of the properties. */
export const kinHas = (
  { categoryKey }: Product,
  asked: readonly AttributeDefinition[],
  catalogue: Catalogue,
): boolean =>
  catalogue.products.some(
    (product) => product.categoryKey === categoryKey && asked.some(({ key }) => knows(product, key)),
  );

function withoutNames(text: PreparedText, named: readonly Product[]): PreparedText {
  const spans = named.flatMap(namesOf).flatMap((name) => findPhrase(text, name) ?? []);
  return spans.length > 0 ? without(text, spans) : text;
}

function categoryPointedAt(text: PreparedText, catalogue: Catalogue): Category | undefined {
  const found = catalogue.categories.flatMap((category) => {
    const { name, synonyms } = category;
    return [name.zh, name.en, ...synonyms].flatMap((word) => {
      const span = findPhrase(text, word);
      return span && !indefinite.test(text.text.slice(0, span.start)) ? [{ category, span }] : [];
    });
  });
  return found.sort((a, b) => a.span.start - b.span.start)[0]?.category;
}
