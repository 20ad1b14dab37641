import { z } from 'zod';
import type { Language } from '#ai/reading.ts';
import { Prisma, type CareRule as Row } from '#prisma/client.ts';
import { inLanguage, type Localized } from '../localized.ts';
import { type VoucherWorth, voucherWorthSchema } from '../vouchers/vouchers.ts';
import { occasions } from './occasions.ts';

/**
 * message: a text in the customer's chat. voucher: one with a voucher of the customer's own. gift: a task for staff to give something,
 * and a message that says so if the rule has a text. call: a task for staff.
 */
export const acts = ['message', 'voucher', 'gift', 'call'] as const;
/** What a rule may name as its only channel. */
export const careChannels = [
  'directline',
  'wechat',
  'wecom',
  'mail',
  'smsgateway',
  'webhook',
  'msteams',
  'slack',
  'telegram',
  'facebook',
  'line',
  'whatsapp',
] as const;
/**
 * What a rule builds on: financial (a price), social (being known), structural (a service that one would miss). Berry, L. L.,
 * Relationship marketing of services, Journal of the Academy of Marketing Science 23 (1995) 236-245.
 */
export const levels = ['financial', 'social', 'structural'] as const;

/** What a text may hold in braces. */
export const careVariables = [
  'customer',
  'shop',
  'product',
  'order',
  'amount',
  'date',
  'points',
  'tier',
  'voucher',
  'tips',
] as const;

const text = z.string().trim().max(2000);
const known = (said: string) => unknownVariables(said).length === 0;
const message = `Only {${careVariables.join('}, {')}} stand for something.`;
const template = text.refine(known, { message });

/** A rule as a manager writes it. `days` after the occasion (before it where negative); `controlPercent` of a hundred are left out, to compare with. */
export const careRuleSchema = z
  .strictObject({
    name: z.strictObject({ zh: z.string().trim().min(1).max(80), en: z.string().trim().min(1).max(80) }),
    occasion: z.enum(Object.keys(occasions) as [string, ...string[]]),
    days: z.int().min(-60).max(1100),
    categoryKey: z.string().max(60).nullable().default(null),
    tiers: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
    act: z.enum(acts),
    voucher: voucherWorthSchema.nullable().default(null),
    gift: z.string().trim().min(1).max(300).nullable().default(null),
    channel: z.enum(careChannels).nullable().default(null),
    text: z.strictObject({ zh: template, en: template }),
    level: z.enum(levels),
    orCall: z.boolean().default(false),
    controlPercent: z.int().min(0).max(50).default(10),
    active: z.boolean().default(false),
  })
  .refine(({ act, text: said }) => said.zh !== '' || (act === 'gift' && said.en === ''), {
    path: ['text', 'zh'],
    message: 'Say what is to be said.',
  })
  .refine(({ act, text: said }) => said.en !== '' || (act === 'gift' && said.zh === ''), {
    path: ['text', 'en'],
    message: 'Say what is to be said.',
  })
  .refine(({ act, gift }) => (act === 'gift') === (gift !== null), {
    path: ['gift'],
    message: 'A rule that gives something, and no other, says what.',
  })
  .refine(({ act, channel }) => act !== 'call' || channel === null, {
    path: ['channel'],
    message: 'A call goes by no channel of messages.',
  })
  .refine(({ act, voucher }) => act !== 'voucher' || voucher !== null, {
    path: ['voucher'],
    message: 'Say what the voucher is worth.',
  })
  .refine(({ act, text: said }) => act === 'voucher' || !/\{voucher\}/.test(said.zh + said.en), {
    path: ['text'],
    message: 'Only a rule that gives a voucher can name its code.',
  })
  .refine(({ act, text: said }) => act !== 'voucher' || [said.zh, said.en].every((one) => one.includes('{voucher}')), {
    path: ['text'],
    message: 'Say the code: {voucher}.',
  });
type Read = z.infer<typeof careRuleSchema>;
type Given = 'voucher' | 'gift' | 'channel';
export type CareRuleInput = Omit<Read, Given> & Partial<Pick<Read, Given>>;
type Channel = (typeof careChannels)[number];

export interface CareRule extends Omit<Row, 'name' | 'text' | 'act' | 'level' | 'voucher' | 'channel'> {
  channel: Channel | null;
  voucher: VoucherWorth | null;
  name: Localized;
  text: Localized;
  act: (typeof acts)[number];
  level: (typeof levels)[number];
}

/** A stored rule; what is stored was read by careRuleSchema. */
export const ruleOf = (row: Row): CareRule => ({
  ...row,
  ...(row as unknown as Pick<CareRule, 'name' | 'text' | 'act' | 'level' | 'voucher' | 'channel'>),
});

export const ruleData = ({ voucher, gift, channel, ...rule }: CareRuleInput) =>
  ({
    ...rule,
    gift: gift ?? null,
    channel: channel ?? null,
    voucher: voucher ?? Prisma.DbNull,
  }) satisfies Prisma.CareRuleUpdateInput;

/** The variables of a text that stand for nothing. */
export function unknownVariables(said: string): string[] {
  const names = [...said.matchAll(/\{([^{}\n]*)\}/g)].map(([, name]) => name!);
  return names.filter((name) => !(careVariables as readonly string[]).includes(name));
}

/** What the variables of a text stand for; names of products are in the customer's language. */
export function variablesOf(
  shop: Localized,
  given: Record<string, string | Localized | null>,
  customer: string | null,
  language: Language,
): Record<string, string> {
  const said = Object.entries(given).flatMap(([key, value]) =>
    value === null ? [] : [[key, typeof value === 'string' ? value : inLanguage(value, language)]],
  );
  return { customer: customer ?? '', shop: inLanguage(shop, language), ...Object.fromEntries(said) };
}

/** The text with its variables filled in; one that nothing is known of is left out, with the comma before it; of tips with their whole line. */
export const filledIn = (said: string, known: Record<string, string>): string =>
  said
    .split('\n')
    .filter((line) => known.tips || !line.includes('{tips}'))
    .join('\n')
    .replace(/\{(\w+)\}/g, (_all, name: string) => known[name] ?? '')
    .replace(/^[，,、]\s*/, '')
    .trim();
