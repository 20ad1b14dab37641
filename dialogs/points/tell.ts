import type { TurnContext } from 'botbuilder';
import { inLanguage } from '#crm/localized.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { inZone, sayDay } from '../when.ts';
import { replies } from './replies.ts';

/** Days as one says them in this turn. */
async function daysOf(context: TurnContext, { shop }: DialogServices): Promise<(at: Date) => string> {
  const { zone } = await shop.profile();
  const today = inZone(turnOf(context).now, zone).toPlainDate();
  return (at) => sayDay(inZone(at, zone).toPlainDate(), today, heardOf(context).language);
}

/** "How many points do I have?" */
export async function tellBalance(context: TurnContext, services: DialogServices): Promise<void> {
  const words = replies[heardOf(context).language];
  const { balance, expiring } = await services.points.standing(turnOf(context).customer.id);
  if (balance === 0) return say(context, words.noPoints);
  const day = await daysOf(context, services);
  const { exchange } = await services.points.rules();
  const said = [
    words.balance(balance),
    ...expiring.slice(0, 1).map(({ points, at }) => words.expiring(points, day(at))),
  ];
  const least = exchange.minPoints;
  if (exchange.active) said.push(words.worth(least, least * exchange.centsPerPoint));
  const buttons = exchange.active && balance >= least ? { buttons: words.exchangeButtons } : {};
  return say(context, said.join('\n\n'), buttons);
}

/** Where points came from and went. */
export async function tellHistory(context: TurnContext, services: DialogServices): Promise<void> {
  const words = replies[heardOf(context).language];
  const { items } = await services.points.list(turnOf(context).customer.id, { limit: 8 });
  if (items.length === 0) return say(context, words.noPoints);
  const day = await daysOf(context, services);
  const cause = (name: string, kind: string) => words.causes[name] ?? words.causes[kind] ?? name;
  const lines = items.map((entry) => words.entry(day(entry.at), entry.points, cause(entry.cause, entry.kind)));
  return say(context, words.history(lines.join('\n')));
}

/** "What level am I?" */
export async function tellTier(context: TurnContext, services: DialogServices): Promise<void> {
  const { language } = heardOf(context);
  const words = replies[language];
  const { tier, other, cents, next, fallsAt } = await services.tiers.standing(turnOf(context).customer.id);
  const name = tier ? inLanguage(tier.name, language) : other;
  const said = [name ? words.tier(name) : words.noTier];
  if (name && cents > 0) said.push(words.year(cents));
  if (fallsAt) said.push(words.falls((await daysOf(context, services))(fallsAt)));
  if (next) said.push(words.next(inLanguage(next.tier.name, language), next.cents, next.points));
  else if (tier && (await services.tiers.rules()).active) said.push(words.top);
  return say(context, said.join('\n\n'));
}

/** "My vouchers" */
export async function tellVouchers(context: TurnContext, services: DialogServices): Promise<void> {
  const words = replies[heardOf(context).language];
  const usable = await services.vouchers.usable(turnOf(context).customer.id);
  if (usable.length === 0) return say(context, words.noVouchers);
  const day = await daysOf(context, services);
  const lines = usable.slice(0, 10).map((voucher) => words.voucher(voucher, voucher.code, day(voucher.validUntil)));
  return say(context, words.vouchers(lines.join('\n')));
}
