import type { TurnContext } from 'botbuilder';
import { normalise } from '#ai/tokenizer.ts';
import { inLanguage } from '#crm/localized.ts';
import type { BuyerSatisfaction } from '#crm/products/buyers.ts';
import type { Product } from '#crm/products/catalogue.ts';
import { formatPrice } from '#crm/products/formatValue.ts';
import { TARIFF } from '#crm/products/ownershipCost.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { remember } from '../memory.ts';
import { productName } from '../reference.ts';
import { say } from '../reply.ts';
import { replies } from './replies.ts';
import type { Taste } from './tastes.ts';

const others =
  /(?:买过|用过|别人|大家|其他人|人家|顾客|客户|用户|买家).{0,10}(?:评价|反馈|满意|怎么说|觉得|说)|(?:评价|口碑|反馈)(?:怎么样|如何|好吗|好不好|怎样)|口碑|好评|满意度|(?:多少|几个|什么样的?|哪些|什么)人.{0,2}(?:满意|买|用)|谁(?:在|会|都)?(?:买|用)|\b(?:reviews?|ratings?|who (?:else )?(?:buys|uses|bought|is buying|is using|owns)|how many (?:people|customers|buyers) (?:are|were|like|use|buy|bought)|(?:customers?|buyers?|people|others|users?) (?:say|think|like|feel)|satisf(?:ied|action))\b/;
const upkeep =
  /(?:用|开|养|跑).{0,8}(?:一年|每年|一个月|一天|一晚|每天|每晚|小时).{0,10}(?:多少钱|多少电费|花|费)|电费|(?:费|耗|用)多少电|几度电|多少度电|(?:费|耗|省)不(?:费|耗|省)?电|(?:费|耗)电(?:吗|么|多吗|大吗|量)|总成本|使用成本|后续.{0,4}(?:花|费)|(?:一年|每年|每月).{0,10}(?:花费|费用|成本|开销)|\b(?:running costs?|cost to (?:run|own|keep)|costs? of (?:ownership|running)|electricity (?:bill|cost)|(?:yearly|annual) (?:cost|upkeep))\b|\bcost.{0,40}\b(?:a|per|each|every) (?:year|month|hour|night|day)\b/;

/** Whether a question asks how others fare with a product. */
export const asksBuyers = (text: string): boolean => others.test(normalise(text));

/** Whether a question asks what a product costs to run. */
export const asksUpkeep = (text: string): boolean => upkeep.test(normalise(text));

/** What buyers say of a product, in one or two sentences; undefined where too few have rated it. */
export async function satisfactionOf(
  context: TurnContext,
  services: DialogServices,
  product: Product,
  tastes: readonly Taste[],
): Promise<string | undefined> {
  const words = replies[heardOf(context).language];
  const { all, alike } = await services.buyers.satisfied(product.id, tastes);
  if (!all) return undefined;
  const told = [words.satisfied(all.n, ...percents(all))];
  if (alike) told.push(words.alike(alike.value, alike.n, ...percents(alike)));
  return told.join('');
}

/** Tells who is satisfied with a product, with how many rated it, and what it was tested for. */
export async function tellBuyers(
  context: TurnContext,
  services: DialogServices,
  product: Product,
  tastes: readonly Taste[],
): Promise<void> {
  const { language } = heardOf(context);
  const words = replies[language];
  const name = productName(context, product);
  const told = (await satisfactionOf(context, services, product, tastes)) ?? words.tooFew(name);
  const [tests] = await services.products.factsOf(product, ['certifications'], language);
  const text = tests?.value ? `${told}\n\n${words.tested(tests.value)}` : told;
  remember(context, [product.id]);
  await say(context, text.includes(name) ? text : `**${name}**\n\n${text}`, {
    sources: [{ documentId: `product:${product.sku}`, title: name, excerpt: told }],
    feedback: true,
  });
}

/** Tells what a product costs beside its price, with the working; false if nothing is known of that. */
export async function tellUpkeep(
  context: TurnContext,
  services: DialogServices,
  product: Product,
  text: string,
): Promise<boolean> {
  const { language } = heardOf(context);
  const words = replies[language];
  const { yearlySupplies, supplies, energy } = await services.products.ownershipCost(product, text);
  const money = (amount: number) => formatPrice(Math.round(amount * 100), product.currency);
  const lines = supplies.map(({ name, price, timesAYear, aYear }) =>
    words.supply(inLanguage(name, language), money(price), String(Number(timesAYear.toFixed(1))), money(aYear)),
  );
  if (lines.length === 0 && yearlySupplies !== null) lines.push(words.suppliesStated(money(yearlySupplies)));
  if (energy)
    lines.push(
      energy.hoursADay !== null && energy.aYear !== null
        ? words.energyYear(energy.watts, energy.hoursADay, money(energy.aYear), TARIFF)
        : words.energyHour(energy.watts, money(energy.anHour), TARIFF),
    );
  if (lines.length === 0) return false;
  const name = productName(context, product);
  const ask = energy && energy.hoursADay === null ? `\n\n${words.askHours}` : '';
  remember(context, [product.id]);
  await say(context, `${words.costs(name, services.products.price(product))}\n${lines.join('\n')}${ask}`, {
    sources: [{ documentId: `product:${product.sku}`, title: name, excerpt: lines.join('; ').replaceAll('- ', '') }],
    feedback: true,
  });
  return true;
}

const percents = ({ share, interval }: BuyerSatisfaction): [percent: number, low: number, high: number] => [
  Math.round(share * 100),
  Math.round(interval.low * 100),
  Math.round(interval.high * 100),
];
