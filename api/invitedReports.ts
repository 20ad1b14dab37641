import { z } from 'zod';
import { outcomes } from '#crm/reports/surveys/invited.ts';
import { columns, rowOf } from '#crm/reports/surveys/invitedTable.ts';
import { reasonSchema } from './invitations.ts';
import { peopleSchema } from './reportPeople.ts';
import { operation } from './resource.ts';
import { manager } from './roles.ts';
import { id, language, listOf, localized, page, time } from './shapes.ts';
import { asked, read } from './surveyReports.ts';
import { pieces, sendTable } from './tables/sendTable.ts';

const count = z.int();
const rate = z.object({
  delivered: count,
  answered: count,
  rate: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});
const countsSchema = z.object({
  rate,
  withheld: z
    .array(z.object({ reason: reasonSchema, count }))
    .nullable()
    .describe('Null where only those are looked at who were asked by some way, or about somebody'),
  surveys: z.array(z.object({ surveyId: id, survey: localized, rate, withheld: count.nullable() })),
});
/** How many were asked and answered, who was not and why, and the same by survey. */
export type InvitedCountsJson = z.input<typeof countsSchema>;

const invitedSchema = z.object({
  id,
  surveyId: id,
  survey: localized,
  state: z.string(),
  reason: reasonSchema.nullable(),
  way: z.string().nullable(),
  channel: z.string().nullable(),
  who: z.string(),
  staff: z.string().nullable(),
  product: localized.nullable(),
  customerId: id.nullable(),
  customer: z.string().nullable(),
  conversationId: id.nullable(),
  at: time.describe('When it was sent, or decided that it is not'),
  answeredAt: time.nullable(),
  score: count.nullable(),
  comment: z.string().nullable(),
});
/** Somebody who was asked, or was not and why. */
export type InvitedJson = z.input<typeof invitedSchema>;

const outcome = z.enum(outcomes).default('delivered');
const some = { ...asked, outcome, reason: z.string().max(40).optional() };

/** Whom surveys asked, and whom not: the rows behind response rates, for managers. Days are the shop's, `to` included. */
export const invitedReportOperations = [
  operation({
    method: 'GET',
    path: '/reports/surveys/invitations/counts',
    summary: 'How many were asked and answered, who was not asked and why, all and by survey',
    may: manager,
    query: z.object(asked),
    answer: countsSchema,
    run: async ({ services }, { query }) => services.invitedReports.counts(await read(services, query)),
  }),
  operation({
    method: 'GET',
    path: '/reports/surveys/invitations',
    summary:
      'The invitations behind a response rate, newest first; withheld: whom it was decided not to ask, with the reason',
    may: manager,
    query: z.object({ ...some, ...page }),
    answer: listOf(invitedSchema),
    run: async ({ services }, { query: { limit, cursor, ...query } }) =>
      services.invitedReports.list(await read(services, query), { limit, cursor }),
  }),
  operation({
    method: 'GET',
    path: '/reports/surveys/invitations/people',
    summary: 'Who is behind a response rate, or was not asked',
    may: manager,
    query: z.object(some),
    answer: peopleSchema,
    run: async ({ services }, { query }) => services.invitedReports.people(await read(services, query)),
  }),
  operation({
    method: 'GET',
    path: '/reports/surveys/invitations/file',
    summary: 'One row per invitation, as CSV or XLSX; why somebody was not asked in words',
    may: manager,
    query: z.object({ ...some, format: z.enum(['csv', 'xlsx']).default('csv'), language: language.default('zh') }),
    streams: true,
    async run({ services }, { query: { format, language: words, ...query }, http: { response } }) {
      const { zone } = await services.shop.profile();
      const whole = await read(services, query);
      const name = `invitations-${whole.outcome}-${whole.metric}-${whole.from}-${whole.to}`;
      const rows = pieces(services.invitedReports.each(whole), (row) => rowOf(row, zone, words));
      await sendTable(response, format, name, columns, rows);
    },
  }),
];
