import { normalise } from '#ai/tokenizer.ts';
import type { Catalogue, Product } from './catalogue.ts';
import { type Mention, mentionsIn } from './productNames.ts';

/** A mention must be this sure to mean this very product. */
const CERTAIN = 0.75;

/** `topic`: it is spoken of; `anchor`: something near or like it is looked for; `told`: it is a value told of another one ("nearby: A, B"). */
type Role = 'topic' | 'anchor' | 'told';

const joins = /^(?:[\s、,，和与及或跟&/]|以及|还有|或者|and|or)*$/;
const anchors =
  /^\s*(?:这[家个款]\S{0,4})?(?:的)?(?:周边|附近|周围|旁边|边上|就近|左右|nearby|like)|^\s*(?:'s)? (?:area|neighbou?rhood)\b/;
const lists = /周边|附近|周围|旁边|\bnear(?:by)?\b/;
const offers =
  /推荐|建议|考虑|不妨|适合|去|到|选|找到|只有|就是|怎么样|\b(?:recommend|suggest|try|how about|consider|go (?:to|for)|choose)\b/;
const praises = /^[^。！？!?；;]{0,8}(?:符合|适合|接近|不错|怎么样|如何|很好|可以)/;

/** Products that a text names for certain, in its order; a name that several share is none. */
export const productsIn = (text: string, catalogue: Catalogue): Product[] =>
  certainIn(text, catalogue).map(({ product }) => product);

/**
 * Products that the texts of a conversation speak of, latest first: those it is about, then those that served as a landmark. What was
 * only told as a value of another product comes last.
 */
export function spokenOf(texts: readonly string[], catalogue: Catalogue): Product[] {
  let spoken: Product[] = [];
  let told: Product[] = [];
  for (const text of texts) {
    const roles = rolesIn(text, catalogue, spoken);
    const of = (role: Role) => roles.filter((one) => one.role === role).map(({ product }) => product);
    spoken = unique([...of('topic'), ...of('anchor'), ...spoken]);
    told = unique([...of('told'), ...told]);
  }
  return unique([...spoken, ...told]);
}

const unique = (products: Product[]): Product[] => [...new Set(products)];

function certainIn(text: string, catalogue: Catalogue): Mention[] {
  return mentionsIn(text, catalogue).filter(({ confidence }) => confidence >= CERTAIN);
}

function rolesIn(text: string, catalogue: Catalogue, spoken: readonly Product[]): { product: Product; role: Role }[] {
  const roles: { product: Product; role: Role }[] = [];
  let end = 0;
  const said = normalise(text);
  for (const { product, text: name } of certainIn(text, catalogue)) {
    const start = Math.max(end, said.indexOf(name, end));
    const until = start + name.length;
    const before = said.slice(end, start);
    const after = said.slice(until);
    const last = roles.at(-1);
    const role =
      last && joins.test(before)
        ? last.role
        : roleOf(product, before, after, [...roles.map((r) => r.product), ...spoken]);
    roles.push({ product, role });
    end = until;
  }
  return roles;
}

function roleOf(product: Product, before: string, after: string, around: readonly Product[]): Role {
  if (anchors.test(after)) return 'anchor';
  const clause = before.split(/[。！？!?；;，]/).at(-1) ?? '';
  if (offers.test(clause) || praises.test(after)) return 'topic';
  return lists.test(clause) || around.slice(0, 3).some((other) => tells(other, product)) ? 'told' : 'topic';
}

const told = new WeakMap<Product, ReadonlySet<string>>();

/** Whether one of a product's lists holds the other's name. */
function tells(product: Product, named: Product): boolean {
  if (product === named) return false;
  let values = told.get(product);
  if (!values) {
    const lists = Object.values(product.attributes).filter((value) => Array.isArray(value));
    values = new Set(lists.flat().flatMap((item) => (typeof item === 'string' ? [item] : [item.zh, item.en])));
    told.set(product, values);
  }
  return values.has(named.name.zh) || values.has(named.name.en);
}
