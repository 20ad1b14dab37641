import { z } from 'zod';
import { apportion } from './apportion.ts';

/** What work and messages cost from a day on; null: from the beginning. Money is in fen; a message may cost a part of one. */
export const costRateSchema = z.strictObject({
  from: z.iso.date().nullable(),
  /** An hour of staff, with all that it costs the shop. */
  hourCents: z.int().min(0).max(10_000_000),
  /** How long a finished task takes: nobody measures it. */
  taskMinutes: z.number().min(0).max(1440),
  /** What the channel takes for a message that is sent; channels that are not named take nothing. */
  messageCents: z.record(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/i), z.number().min(0).max(100_000)),
});
export type CostRate = z.infer<typeof costRateSchema>;

const percent = z.number().min(0).max(100);

/** What the shop says of its costs: rates, and what of the price is left to it (null: it does not say, and margins are not shown). */
export const costSettingsSchema = z.strictObject({
  rates: z
    .array(costRateSchema)
    .min(1)
    .max(100)
    .refine((rates) => rates.filter(({ from }) => from === null).length === 1, {
      message: 'One rate, and only one, holds from the beginning.',
    })
    .refine((rates) => new Set(rates.map(({ from }) => from)).size === rates.length, {
      message: 'Two rates begin on the same day.',
    })
    .transform((rates) => rates.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))),
  marginPercent: percent.nullable(),
  /** Of categories with a margin of their own, by key. */
  categoryMargins: z.record(z.string().min(1).max(80), percent),
  /** By how much a year makes money worth less (the cost of capital). */
  discountPercent: z.number().min(0).max(100),
});
export type CostSettingsOfShop = z.infer<typeof costSettingsSchema>;

/** Sixty yuan an hour, ten minutes a task, no fees, no margin known, and ten per cent a year. */
export const defaultCostSettings: CostSettingsOfShop = {
  rates: [{ from: null, hourCents: 6000, taskMinutes: 10, messageCents: {} }],
  marginPercent: null,
  categoryMargins: {},
  discountPercent: 10,
};

/** What was used, as EnquiryDay has it. */
export interface Took {
  channel: string;
  staffMs: number;
  milliTasks: number;
  milliMessages: number;
  modelMicros: number;
}

/** Millionths of the currency unit: work of staff, language models, fees of channels. */
export interface Priced {
  staff: number;
  model: number;
  fees: number;
}

const MS_AN_HOUR = 3_600_000;
const MICROS_A_CENT = 10_000;

/** Minutes of staff that something took: measured ones, and those of tasks by the rate. */
export const staffMsOf = ({ staffMs, milliTasks }: Pick<Took, 'staffMs' | 'milliTasks'>, rate: CostRate): number =>
  staffMs + (milliTasks / 1000) * rate.taskMinutes * 60_000;

/** Cost = minutes x rate + tokens + channel fees. What a model cost was fixed when it was called. */
export function priced(took: Took, rate: CostRate): Priced {
  const fee = Object.hasOwn(rate.messageCents, took.channel) ? rate.messageCents[took.channel]! : 0;
  return {
    staff: (staffMsOf(took, rate) / MS_AN_HOUR) * rate.hourCents * MICROS_A_CENT,
    model: took.modelMicros,
    fees: (took.milliMessages / 1000) * fee * MICROS_A_CENT,
  };
}

/** Costs in fen. */
export interface CostCents {
  staff: number;
  model: number;
  fees: number;
  total: number;
}

/** Each line in whole fen: kinds add up to their line, lines to the rounded whole. */
export function inCents(lines: readonly Priced[]): CostCents[] {
  const sums = lines.map(({ staff, model, fees }) => staff + model + fees);
  const whole = Math.round(sums.reduce((all, sum) => all + sum, 0) / MICROS_A_CENT);
  const totals = apportion(whole, sums);
  return lines.map(({ staff, model, fees }, place) => {
    const total = totals[place]!;
    const [a, b, c] = apportion(total, [staff, model, fees]) as [number, number, number];
    return { staff: a, model: b, fees: c, total };
  });
}
