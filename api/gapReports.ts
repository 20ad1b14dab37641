import { z } from 'zod';
import { gapFates } from '#crm/knowledge/gapFates.ts';
import { inLanguage } from '#crm/localized.ts';
import { pieces } from '#crm/reports/pieces.ts';
import { peopleSchema } from './reportPeople.ts';
import { operation } from './resource.ts';
import { manager } from './roles.ts';
import { id, language, listOf, localized, page, span, time } from './shapes.ts';
import { sendCsv } from './tables/sendCsv.ts';

const count = z.int();
const fate = z.enum(gapFates);
const reportSchema = z.object({
  n: count,
  trust: z.enum(['none', 'tooFew', 'few', 'enough']),
  open: count,
  filled: count,
  closed: count,
  share: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  medianDays: z.number().nullable(),
  askedAgain: count,
  groupCount: count,
  groups: z.array(
    z.object({
      id,
      question: z.string(),
      language: z.string(),
      product: z.object({ id, sku: z.string(), name: z.string() }).nullable(),
      count,
      handoffs: count,
      complaints: count,
      open: count,
      filled: count,
      closed: count,
      askedAgain: count,
      article: z.object({ id, title: z.string() }).nullable(),
      lastAskedAt: time,
      gaps: z.array(z.object({ id, question: z.string(), conversationId: id.nullable(), createdAt: time, fate })),
    }),
  ),
});
/** Questions without an answer, in groups, and what became of them. */
export type GapReportJson = z.input<typeof reportSchema>;

const rowSchema = z.object({
  id,
  question: z.string(),
  language: z.string(),
  reason: z.string(),
  fate,
  product: localized.nullable(),
  article: z.string().nullable(),
  createdAt: time,
  closedAt: time.nullable(),
  customerId: id.nullable(),
  conversationId: id.nullable(),
});

const asked = { ...span, productId: id.optional(), language: language.optional(), fate: fate.optional() };
const columns = 'question language reason fate product article askedAt closedAt conversationId'.split(' ');

/** What the knowledge base lacks, for managers. Spans are [from, to), the last 90 days unless told. */
export const gapReportOperations = [
  operation({
    method: 'GET',
    path: '/reports/gaps',
    summary: 'Questions without an answer that ask the same together, and what became of them',
    may: manager,
    query: z.object(asked),
    answer: reportSchema,
    run: ({ services }, { query }) => services.gapReports.report(query),
  }),
  operation({
    method: 'GET',
    path: '/reports/gaps/rows',
    summary: 'The questions behind the numbers, newest first',
    may: manager,
    query: z.object({ ...asked, ...page }),
    answer: listOf(rowSchema),
    run: ({ services }, { query: { limit, cursor, ...query } }) => services.gapReports.rows(query, { limit, cursor }),
  }),
  operation({
    method: 'GET',
    path: '/reports/gaps/people',
    summary: 'Who asked the questions behind the numbers',
    may: manager,
    query: z.object(asked),
    answer: peopleSchema,
    run: ({ services }, { query }) => services.gapReports.people(query),
  }),
  operation({
    method: 'GET',
    path: '/reports/gaps/file',
    summary: 'One row per question, as CSV',
    may: manager,
    query: z.object({ ...asked, words: language.default('zh') }),
    streams: true,
    async run({ services }, { query: { words, ...query }, http: { response } }) {
      const read = pieces((part) => services.gapReports.rows(query, part));
      const lines = (async function* () {
        for await (const rows of read)
          yield rows.map((row) => [
            row.question,
            row.language,
            row.reason,
            row.fate,
            row.product && inLanguage(row.product, words),
            row.article,
            row.createdAt.toISOString(),
            row.closedAt?.toISOString() ?? null,
            row.conversationId,
          ]);
      })();
      await sendCsv(response, 'questions', columns, lines);
    },
  }),
];
