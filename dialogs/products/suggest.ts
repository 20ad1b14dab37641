import type { TurnContext } from 'botbuilder';
import { normalise } from '#ai/tokenizer.ts';
import type { Reason, Suggestion } from '#crm/products/findByWish.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { remember, rememberList } from '../memory.ts';
import { productName } from '../reference.ts';
import { say } from '../reply.ts';
import { productCard } from './productCard.ts';
import { replies } from './replies.ts';
import { safetyNotes } from './safety.ts';
import type { Taste } from './tastes.ts';

const SHOWN = 3;
const seeking =
  /推荐|有(?:没有|什么|哪些|啥|无)(?=.{2})|哪(?:款|种|个|些)|想(?:买|要|找|看)|求|适合|介绍(?:一下|几款|下)|选哪|买哪|便宜|最|以内|以下|预算|送(?:人|礼|妈|爸|朋友|女朋友|男朋友|老人|长辈)|\b(?:recommend|suggest|looking for|do you (?:have|sell|carry)|have you got|which|want|need|buy|best|cheapest|under|below|suitable|suits?|for (?:my|a|an|sensitive|dry|oily)|gift|show me|options?|(?:some|any)thing)\b/;

/** Whether a message looks for a product rather than for a fact about one. */
export const seeks = (text: string): boolean => seeking.test(normalise(text));

const selling =
  /^(?:请问)?(?:你们|你家|店里|这里|咱们?)?(?:家|店)?(?:有没有|卖不卖|有|卖)[^的]{2,8}?(?:卖)?[吗么没]?[?？]?$/;

/** Whether a message asks if the shop sells a thing ("有吸尘器吗"); whether it is a thing the catalogue knows. */
export const asksIfSold = (text: string): boolean => selling.test(normalise(text).trim());

const recommending =
  /推荐|有(?:没有|无).{1,14}的(?!区别|不同|差别).{1,8}[?？吗呢]*$|^(?:我?想?要)?(?:一[款个支瓶台条])?(?:能|可以|可|适合|给|带|不|无|没有).{1,12}的(?![^?？]*[吗?？]).{1,8}$|(?:能|可以|适合|该|应该)(?:用|买|选)(?:什么|哪)|以内|以下|不超过|\b(?:under|below|less than|cheaper than|up to) (?:[¥$€£]|cny|rmb)? ?\d|有(?:什么|哪些|啥)(?=.{2})(?!.{0,8}(?:区别|不同|差别|成分|配料|材质|颜色|香味|味道|模式|档位|认证|注意|副作用|功能|颜色))|求|想(?:买|要|找|看看)(?:一|个|款|点|些|台|瓶|支)|买(?:哪|什么)|送(?:人|礼|妈|爸|朋友|老人|长辈)|\b(?:recommend|suggest|looking for|show me|gift for|(?:something|anything|products?) (?:for|against)|^(?:got )?any(?:thing)? .{2,30}[?]?$|what .{0,30}(?:do you (?:have|sell)|have you got)|do you (?:have|sell|carry)|which .{0,30}(?:should i|would you|suits?|is (?:good|best) for))\b/;

/** Whether a message asks to be offered something, so that a product it names stands for its kind. */
export const recommends = (text: string): boolean => recommending.test(normalise(text));

/** Suggests products for a wish, with what speaks for each, by what the customer told us before. False if nothing fits. */
export async function suggest(
  context: TurnContext,
  services: DialogServices,
  wish: string,
  tastes: readonly Taste[],
): Promise<boolean> {
  const { language } = heardOf(context);
  const words = replies[language];
  const preferences = tastes.map(({ key, value }) => ({ key, value }));
  const found = await services.products.findByWish(wish, language, { limit: SHOWN, preferences });
  if (found.length === 0) return false;
  const whole = found.filter(({ unmet }) => unmet.length === 0);
  const shown = (whole.length > 0 ? whole : found).slice(0, SHOWN);
  const used = usedTastes(tastes, shown);
  const lines = shown.map((suggestion) => {
    const reasons = reasonsOf(suggestion.reasons, words.reason);
    const line = words.suggestion(
      productName(context, suggestion.product),
      services.products.price(suggestion.product),
      reasons,
    );
    const unmet = suggestion.unmet.length > 0 ? words.unmet(reasonsOf(suggestion.unmet, words.reason)) : '';
    return [line + unmet, ...safetyNotes(suggestion.product, tastes, language)].join('\n  ');
  });
  const ids = shown.map(({ product }) => product.id);
  remember(context, ids);
  rememberList(context, ids);
  const title = whole.length > 0 ? words.suggest : words.suggestClose;
  const remembered = used.length > 0 ? `${words.remembered(used.map(({ quote }) => quote))}\n\n` : '';
  await say(context, `${remembered}${title}\n${lines.join('\n')}`, {
    attachments: await Promise.all(shown.map(({ product }) => productCard(product, language, services))),
    sources: shown.map(({ product }) => ({
      documentId: `product:${product.sku}`,
      title: productName(context, product),
      excerpt: product.description[language],
    })),
    feedback: true,
  });
  return true;
}

const reasonsOf = (reasons: readonly Reason[], word: (label: string, value: string) => string): string[] =>
  reasons.flatMap(({ key, label, value }) => (key === 'price' || value === null ? [] : [word(label, value)]));

/** The tastes that the shown products were chosen by. */
function usedTastes(tastes: readonly Taste[], shown: readonly Suggestion[]): Taste[] {
  const keys = new Set(shown.flatMap(({ reasons }) => reasons.map(({ key }) => key)));
  const relates: Record<string, string[]> = {
    fragrance: ['fragrance', 'unscented'],
    skin: ['suitableSkin'],
    hair: ['suitableHair'],
    allergy: ['allergens', 'ingredients'],
    budget: ['price'],
    pregnant: ['pregnancySafe'],
    children: ['childSafe'],
  };
  return tastes.filter(({ key }) => (relates[key] ?? [key]).some((related) => keys.has(related)));
}
