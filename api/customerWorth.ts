import { z } from 'zod';
import { operation } from './resource.ts';
import { staff } from './roles.ts';
import { byId } from './shapes.ts';

const count = z.int();
const figures = {
  orders: count,
  paidCents: z.number(),
  marginCents: z.number().nullable(),
  enquiries: count,
  enquiryMinutes: z.number(),
  enquiryCents: z.number(),
  givenCents: z.number(),
};
const worthSchema = z.object({
  years: z.array(z.object({ year: count, ...figures })),
  total: z.object(figures),
  leftCents: z.number().nullable(),
  futureCents: z.number().nullable(),
  multiple: z.number().nullable(),
  retained: z.object({ base: count, kept: count }),
});
/** What a customer brought and cost, year by year, and what their future is worth. */
export type CustomerWorthJson = z.input<typeof worthSchema>;

/** Value and cost of one customer. */
export const customerWorthOperations = [
  operation({
    method: 'GET',
    path: '/customers/:id/worth',
    summary: 'Revenue, margin, cost of enquiries and gifts of a customer by year, and what their future is worth',
    may: staff,
    params: byId,
    answer: worthSchema,
    run: async ({ services }, { params }) => {
      await services.customers.get(params.id);
      return services.relationReports.lifetime(params.id);
    },
  }),
];
