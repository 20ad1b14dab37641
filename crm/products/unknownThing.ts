import type { Catalogue } from './catalogue.ts';
import { hasPhrase, prepare } from './phrases.ts';

/** Words for a thing that leave open which. */
const anyThing =
  /哪|什么|谁|色$|味$|香$|[大小中]号|码$|尺寸|版$|装$|货$|人$|有无|没有|东西|便宜|实惠|划算|好用|产品|商品|礼|好物|用品|电器|家电|款|牌子|品牌|价位|类型|那种|这种|^(?:something|anything|things?|stuff|products?|items?|gifts?|presents?|ones?|options?|ideas?|idea|recommendations?|suggestions?|appliances?)$/;
const named = [
  /^(?:请问)?(?:你们|你家|店里|这里)?(?:家|店)?(?:有没有|有|卖不卖|卖)((?:(?![的个])\p{Script=Han}){2,6}?)(?:卖|买)?[吗么没]?[?？]?$/u,
  /(?:的|[一两几][个款台只支瓶把条双件首]|有没有|推荐[一两几]?[个款台首]?|想买|想要)((?:(?![的个])\p{Script=Han}){2,6}?)[?？。！!吗呢啊呀么\s]*$/u,
  /\b(?:an?|any|some|your|for)\s+(?:[a-z-]+\s+){0,3}?((?:[a-z-]{3,}\s+(?=(?:cleaner|machine|maker|set|kit|holder|brush|cutter|printer|phone|player)\b))?[a-z-]{3,})(?=\s+(?:under|below|for|with|without|that|which|less|up|to|in|around|cheaper)\b|\s*[?.!]*$)/i,
];

/**
 * The thing that a wish names and the shop calls nothing by ("200 块以内的电吹风"): suggesting whatever
 * is cheap would be no answer. undefined: none is named, or it may be something that the shop sells.
 */
export function unknownThing(wish: string, catalogue: Catalogue): string | undefined {
  for (const pattern of named) {
    const thing = pattern.exec(wish.trim())?.[1];
    if (thing && !anyThing.test(thing) && !isKnown(thing, catalogue)) return thing;
  }
  return undefined;
}

function isKnown(thing: string, { products, categories, attributes }: Catalogue): boolean {
  // 电吹风机 may be called 吹风机: every two neighbouring characters, or the word; of a vacuum cleaner the first word tells which.
  const parts = /\p{Script=Han}/u.test(thing)
    ? [...thing].slice(1).map((_, i) => thing.slice(i, i + 2))
    : [thing.split(' ')[0]!];
  const holds = (text: string) => {
    const prepared = prepare(text);
    return parts.some((part) => hasPhrase(prepared, part));
  };
  return (
    categories.some(({ name, synonyms }) => [name.zh, name.en, ...synonyms].some(holds)) ||
    attributes.some(({ label, synonyms }) => [label.zh, label.en, ...synonyms].some(holds)) ||
    products.some(({ name, aliases }) => [name.zh, name.en, ...aliases].some(holds))
  );
}
