import { soundAlike } from '#ai/entities/pinyinOrder.ts';
import type { Catalogue, Product } from './catalogue.ts';
import { hasPhrase, type PreparedText, prepare } from './phrases.ts';

const SHORTEST_HAN = 2;
const LONGEST_HAN = 12;
const LONGEST_WORDS = 5;
const doers = new Set(['to', 'i', 'you', 'we', 'can', 'should', 'must', "don't"]);
/** Parts of one snapshot are worked out once. */
const known = new WeakMap<Catalogue, Map<string, Set<Product>>>();

/**
 * What kind of product a text names. In both languages the kind stands at the end of a name (无香洗发水, calm shampoo): the
 * longest end of any name or alias that stands in the text counts. null: the text names no kind.
 */
export function kindOf(text: PreparedText, catalogue: Catalogue): Product[] | null {
  const ends = endsOf(catalogue);
  const [longest] = phrasesIn(text)
    .filter((phrase) => ends.has(phrase))
    .sort((a, b) => b.length - a.length);
  return longest === undefined ? null : [...ends.get(longest)!];
}

/** The same, also where a character of the kind was typed as another of the same sound (沐雨露). */
export function kindSaid(text: PreparedText, catalogue: Catalogue): Product[] | null {
  const exact = kindOf(text, catalogue);
  if (exact) return exact;
  const kinds = [...endsOf(catalogue)].filter(([end, { size }]) => size >= SHARED && HAN_SLIP.test(end));
  const [longest] = phrasesIn(text)
    .flatMap((phrase) => kinds.filter(([end]) => soundsAs(phrase, end)))
    .sort(([a], [b]) => b.length - a.length);
  return longest ? [...longest[1]] : null;
}

/** A short word has too many others beside it. */
const HAN_SLIP = /^\p{Script=Han}{3,6}$/u;
/** What so many names end in is a kind. */
const SHARED = 2;

function soundsAs(typed: string, meant: string): boolean {
  if (typed.length !== meant.length) return false;
  const other = [...typed].findIndex((character, i) => character !== meant[i]);
  return other >= 0 && typed.slice(other + 1) === meant.slice(other + 1) && soundAlike(typed[other]!, meant[other]!);
}

/** The products of the categories that a text names; null: it names none. */
export function categoryOf(text: PreparedText, catalogue: Catalogue): Product[] | null {
  const categories = catalogue.categories.filter(({ name, synonyms }) =>
    [name.zh, name.en, ...synonyms].some((phrase) => hasPhrase(text, phrase)),
  );
  if (categories.length === 0) return null;
  return catalogue.products.filter((product) => categories.some(({ key }) => key === product.categoryKey));
}

/** Everything in a text that could be the end of a name. */
function phrasesIn({ tokens }: PreparedText): string[] {
  const phrases: string[] = [];
  for (const [i, { stem, han }] of tokens.entries()) {
    if (han) {
      const characters = [...stem];
      for (let start = 0; start < characters.length; start++) {
        for (let size = SHORTEST_HAN; size <= LONGEST_HAN && start + size <= characters.length; size++) {
          phrases.push(characters.slice(start, start + size).join(''));
        }
      }
      continue;
    }
    // "To wash", "I cream": there the word is what somebody does.
    const does = i > 0 && doers.has(tokens[i - 1]!.stem);
    for (let size = does ? 2 : 1; size <= LONGEST_WORDS && i + size <= tokens.length; size++) {
      const words = tokens.slice(i, i + size);
      if (words.some((word) => word.han)) break;
      phrases.push(words.map((word) => word.stem).join(' '));
    }
  }
  return phrases;
}

function endsOf(catalogue: Catalogue): Map<string, Set<Product>> {
  const made = known.get(catalogue) ?? new Map<string, Set<Product>>();
  if (known.has(catalogue)) return made;
  for (const product of catalogue.products) {
    for (const name of [product.name.zh, product.name.en, ...product.aliases]) {
      for (const end of endsOfName(prepare(name))) made.set(end, (made.get(end) ?? new Set()).add(product));
    }
  }
  known.set(catalogue, made);
  return made;
}

/** Sizes and packs (4L, 120 g) stand behind the kind and are no part of it. */
function endsOfName({ tokens }: PreparedText): string[] {
  const named = tokens.slice(
    0,
    tokens.findLastIndex(({ stem }) => !/\d/.test(stem) && (stem.length > 2 || /\p{Script=Han}/u.test(stem))) + 1,
  );
  const last = named.at(-1);
  if (!last) return [];
  if (last.han) {
    const characters = [...last.stem];
    const sizes = characters.map((_, i) => characters.slice(i).join(''));
    return sizes.filter(
      (end) => !end.startsWith('的') && [...end].length >= SHORTEST_HAN && [...end].length <= LONGEST_HAN,
    );
  }
  const from = named.findLastIndex(({ han }) => han) + 1;
  const words = named.slice(from).map(({ stem }) => stem);
  return words.map((_, i) => words.slice(i).join(' ')).slice(-LONGEST_WORDS);
}
