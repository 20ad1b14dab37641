import { z } from 'zod';
import { relationReportNames } from '#crm/reports/relation/relationReports.ts';
import { fileRows } from '#crm/reports/relation/relationTable.ts';
import { peopleSchema } from './reportPeople.ts';
import { operation } from './resource.ts';
import { manager } from './roles.ts';
import { id, language, listOf, localized, page, time } from './shapes.ts';
import { byteOrderMark, csvLine } from './tables/csv.ts';
import { xlsx } from './tables/xlsx.ts';

const interval = z.object({ low: z.number(), high: z.number() }).nullable();
const trust = z.enum(['none', 'tooFew', 'few', 'enough']);
const cell = z.object({
  value: z.number().nullable(),
  /** What a share or mean rests on. */
  n: z.number().optional(),
  interval: interval.optional(),
  trust: trust.optional(),
});
const tableSchema = z.object({
  report: z.enum(relationReportNames),
  from: z.iso.date(),
  to: z.iso.date(),
  by: z.string(),
  bys: z.array(z.string()),
  /** The product that the figures are of; null: of all that is sold. */
  productId: id.nullable(),
  columns: z.array(
    z.object({ key: z.string(), kind: z.enum(['count', 'money', 'share', 'mean', 'minutes', 'days', 'ratio']) }),
  ),
  rows: z.array(
    z.object({
      value: z.string(),
      name: z.union([localized, z.string()]).nullable(),
      n: z.number(),
      trust,
      cells: z.array(cell),
    }),
  ),
  total: z.array(cell).nullable(),
  /** When customers were looked at, or the history was counted, last; null: what is told is of this moment. */
  countedAt: time.nullable(),
  facts: z.record(z.string(), z.number().nullable()),
});
/** A report of the relation: lines with figures, and what they rest on. */
export type RelationTableJson = z.input<typeof tableSchema>;

const behindSchema = z.object({
  kind: z.enum(['customer', 'conversation']),
  id,
  customerId: id.nullable(),
  name: z.string().nullable(),
  at: time,
  cents: z.number().nullable(),
  facts: z.record(z.string(), z.union([z.number(), z.string()]).nullable()),
});
/** A customer or conversation behind a figure. */
export type BehindJson = z.input<typeof behindSchema>;

const params = z.object({ report: z.enum(relationReportNames) });
const asked = {
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  by: z.string().max(40).optional(),
  productId: id.optional(),
};

/** What the relation with customers costs and brings, for managers: days are the shop's, `to` included. */
export const relationReportOperations = [
  operation({
    method: 'GET',
    path: '/reports/relation/:report',
    summary: 'What the relation costs and brings: enquiries per product line, leaving, retention, the seven analyses',
    may: manager,
    params,
    query: z.object(asked),
    answer: tableSchema,
    run: ({ services }, { params: { report }, query }) => services.relationReports.table(report, query),
  }),
  operation({
    method: 'GET',
    path: '/reports/relation/:report/rows',
    summary: 'The customers or conversations behind a line, newest first',
    may: manager,
    params,
    query: z.object({ ...asked, value: z.string().max(200), ...page }),
    answer: listOf(behindSchema),
    run: ({ services }, { params: { report }, query: { value, limit, cursor, ...query } }) =>
      services.relationReports.behind(report, query, value, { limit, cursor: cursor ?? null }),
  }),
  operation({
    method: 'GET',
    path: '/reports/relation/:report/people',
    summary: 'The customers behind a line, or behind all lines where no `value` is given',
    may: manager,
    params,
    query: z.object({ ...asked, value: z.string().max(200).optional() }),
    answer: peopleSchema,
    run: ({ services }, { params: { report }, query: { value, ...query } }) =>
      services.relationReports.people(report, query, value ?? null),
  }),
  operation({
    method: 'GET',
    path: '/reports/relation/:report/file',
    summary: 'A report of the relation as CSV or XLSX',
    may: manager,
    params,
    query: z.object({ ...asked, format: z.enum(['csv', 'xlsx']).default('csv'), language: language.default('zh') }),
    streams: true,
    async run({ services }, { params: { report }, query: { format, language: words, ...query }, http: { response } }) {
      const table = await services.relationReports.table(report, query);
      const rows = fileRows(table, words);
      const csv = format === 'csv';
      response.writeHead(200, {
        'Content-Type': csv
          ? 'text/csv; charset=utf-8'
          : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'Content-Disposition': `attachment; filename="${report}-${table.by}-${table.from}-${table.to}.${format}"`,
        'Cache-Control': 'no-store',
      });
      response.end(csv ? byteOrderMark + rows.map(csvLine).join('') : xlsx(rows, new Date()));
    },
  }),
];
