import { z } from 'zod';
import { costRateSchema, costSettingsSchema } from '#crm/costs/rates.ts';
import { operation } from './resource.ts';
import { manager, person } from './roles.ts';

const percent = z.number();
const settings = {
  rates: z.array(costRateSchema),
  marginPercent: percent.nullable(),
  categoryMargins: z.record(z.string(), percent),
  discountPercent: percent,
};
const settingsSchema = z.object({ ...settings, channels: z.array(z.string()) });
/** What work and messages cost the shop, what sales leave to it, and the channels that something was sent on. */
export type CostRatesJson = z.input<typeof settingsSchema>;

/** What the costs of reports are made of. */
export const costRateOperations = [
  operation({
    method: 'GET',
    path: '/cost-rates',
    summary: 'Rates of staff, tasks and messages from each day on, margins, and what a year does to money',
    may: manager,
    answer: settingsSchema,
    run: async ({ services: { costRates } }) => ({ ...(await costRates.get()), channels: await costRates.channels() }),
  }),
  operation({
    method: 'PUT',
    path: '/cost-rates',
    summary: 'Set them whole; what was counted is priced by the rate of its day',
    may: manager,
    body: costSettingsSchema,
    answer: z.object(settings),
    run: ({ services }, { body, caller }) => services.costRates.set(body, person(caller).id),
  }),
];
