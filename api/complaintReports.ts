import { z } from 'zod';
import { inLanguage } from '#crm/localized.ts';
import type { ComplaintRow } from '#crm/reports/complaints/complaintRows.ts';
import { paretoWays, severities } from '#crm/reports/complaints/pareto.ts';
import { pieces } from '#crm/reports/pieces.ts';
import { peopleSchema } from './reportPeople.ts';
import { operation } from './resource.ts';
import { manager } from './roles.ts';
import { id, language, listOf, localized, page, span, time } from './shapes.ts';
import { sendCsv } from './tables/sendCsv.ts';

const count = z.int();
const trust = z.enum(['none', 'tooFew', 'few', 'enough']);
const counts = { n: count, open: count, serious: count, safety: count };
const paretoSchema = z.object({
  by: z.enum(paretoWays),
  ...counts,
  trust,
  groups: count,
  rows: z.array(
    z.object({
      value: z.string(),
      name: z.union([localized, z.string()]).nullable(),
      productId: id.nullable(),
      sku: z.string().nullable(),
      ...counts,
      share: z.number(),
      interval: z.object({ low: z.number(), high: z.number() }).nullable(),
      cumulative: z.number(),
    }),
  ),
});
/** Complaints by product, batch or cause, with the share of each and of all before it. */
export type ParetoJson = z.input<typeof paretoSchema>;

const rowSchema = z.object({
  id,
  number: count,
  createdAt: time,
  closedAt: time.nullable(),
  state: z.string(),
  severity: z.enum(severities),
  product: localized.nullable(),
  productText: z.string().nullable(),
  batch: z.string().nullable(),
  causeCode: z.string().nullable(),
  cause: localized.nullable(),
  whatHappened: z.string(),
  solved: z.boolean().nullable(),
  customerId: id,
  customer: z.string().nullable(),
  conversationId: id.nullable(),
});
/** A complaint as a report lists it. */
export type ComplaintRowJson = z.input<typeof rowSchema>;

const by = z.enum(paretoWays);
const asked = { ...span, productId: id.optional(), severity: z.enum(severities).optional() };
const chosen = { ...asked, by: by.optional(), value: z.string().max(200).optional() };

const columns =
  'number createdAt closedAt state severity product batch cause whatHappened solved customer conversationId'.split(' ');

const cells = (row: ComplaintRow, words: 'zh' | 'en') => [
  `C-${row.number}`,
  row.createdAt.toISOString(),
  row.closedAt?.toISOString() ?? null,
  row.state,
  row.severity,
  row.product ? inLanguage(row.product, words) : row.productText,
  row.batch,
  row.cause ? inLanguage(row.cause, words) : row.causeCode,
  row.whatHappened,
  row.solved === null ? null : String(row.solved),
  row.customer,
  row.conversationId,
];

/** Where complaints come from, for managers. Spans are [from, to), the last 90 days unless told. */
export const complaintReportOperations = [
  operation({
    method: 'GET',
    path: '/reports/complaints/pareto',
    summary: 'Complaints by product, batch or cause: count, share, cumulative share, severity',
    may: manager,
    query: z.object({ ...asked, by: by.default('product') }),
    answer: paretoSchema,
    run: ({ services }, { query }) => services.reports.pareto(query),
  }),
  operation({
    method: 'GET',
    path: '/reports/complaints/rows',
    summary: 'The complaints behind a number, newest first; `value` is one of `by`, empty where it is not known',
    may: manager,
    query: z.object({ ...chosen, ...page }),
    answer: listOf(rowSchema),
    run: ({ services }, { query: { limit, cursor, ...query } }) =>
      services.reports.complaintRows(query, { limit, cursor }),
  }),
  operation({
    method: 'GET',
    path: '/reports/complaints/people',
    summary: 'Who made the complaints behind a number',
    may: manager,
    query: z.object(chosen),
    answer: peopleSchema,
    run: ({ services }, { query }) => services.reports.complaintPeople(query),
  }),
  operation({
    method: 'GET',
    path: '/reports/complaints/file',
    summary: 'One row per complaint, as CSV',
    may: manager,
    query: z.object({ ...chosen, language: language.default('zh') }),
    streams: true,
    async run({ services }, { query: { language: words, ...query }, http: { response } }) {
      const read = pieces((part) => services.reports.complaintRows(query, part));
      const lines = (async function* () {
        for await (const rows of read) yield rows.map((row) => cells(row, words));
      })();
      await sendCsv(response, 'complaints', columns, lines);
    },
  }),
];
