import { z } from 'zod';
import { inLanguage } from '#crm/localized.ts';
import { pieces } from '#crm/reports/pieces.ts';
import type { TalkRow } from '#crm/reports/talks/talkRows.ts';
import { talkWays } from '#crm/reports/talks/ways.ts';
import type { Services } from '#crm/services.ts';
import { outcomes } from '#crm/talks/outcome.ts';
import { peopleSchema } from './reportPeople.ts';
import { operation } from './resource.ts';
import { manager, staff } from './roles.ts';
import { byId, id, language, listOf, localized, page, time } from './shapes.ts';
import { sendCsv } from './tables/sendCsv.ts';

const count = z.int();
const share = z.number().nullable();
const interval = z.object({ low: z.number(), high: z.number() }).nullable();
const trust = z.enum(['none', 'tooFew', 'few', 'enough']);
const part = z.object({ n: count, share, interval });
const figures = {
  selfService: z.object({
    n: count,
    trust,
    /** Confirmed and assumed together. */
    without: part,
    confirmed: part,
    assumed: part,
    returned: part,
    unresolved: part,
    person: part,
    involved: part,
    answered: part,
  }),
  attitude: z.object({
    n: count,
    trust,
    /** -1 to 1. */
    mean: share,
    interval,
    standardError: z.number().nullable(),
    negative: part,
    positive: part,
  }),
};
const change = z.object({ difference: share, interval, verdict: z.enum(['real', 'noise', 'tooFew']) });
const changes = z.object({ selfService: change, attitude: change });

const reportSchema = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /** Null: conversations are not read yet. */
  readUntil: time.nullable(),
  running: count,
  ...figures,
  before: z.object({ from: z.iso.date(), to: z.iso.date(), ...figures }),
  change: changes,
  trend: z.array(z.object({ from: z.iso.date(), ...figures })),
});
/** What was answered without a person, and how customers felt, against the span before. */
export type TalkReportJson = z.input<typeof reportSchema>;

const groupSchema = z.object({
  value: z.string(),
  name: z.union([localized, z.string()]).nullable(),
  ...figures,
  change: changes,
});
export type TalkGroupJson = z.input<typeof groupSchema>;

const peak = z.object({ text: z.string().nullable(), feeling: z.number() }).nullable();
const rowSchema = z.object({
  id,
  begunAt: time,
  endedAt: time,
  conversationId: id,
  customerId: id.nullable(),
  customer: z.string().nullable(),
  channel: z.string(),
  language: z.string(),
  product: localized.nullable(),
  tier: z.string(),
  segment: z.string(),
  audience: z.string(),
  outcome: z.enum(outcomes),
  how: z.enum(['said', 'thanked', 'rated', 'thumb']).nullable(),
  answers: count,
  messages: count,
  feeling: z.number().nullable(),
  best: peak,
  worst: peak,
});
/** What was said in one go, how it ended, and its best and worst message. */
export type TalkRowJson = z.input<typeof rowSchema>;

const ofCustomerSchema = z.object({ ...figures, talks: z.array(rowSchema) });
/** How a customer felt from talk to talk, oldest first. */
export type CustomerTalksJson = z.input<typeof ofCustomerSchema>;

const by = z.enum(talkWays);
const asked = {
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  dimension: by.optional(),
  value: z.string().max(200).default(''),
};
const rowsAsked = {
  ...asked,
  outcome: z.enum([...outcomes, 'without']).optional(),
  feeling: z.enum(['negative', 'positive']).optional(),
};

type Asked = { [Name in keyof typeof asked]?: z.output<(typeof asked)[Name]> } & { value: string };

/** What the query asks for: one of a way, and whole days. */
async function read<T extends Asked>({ surveyReports }: Services, { dimension, value, ...rest }: T) {
  return { ...rest, ...(await surveyReports.days(rest)), ...(dimension && { cut: { dimension, value } }) };
}

const columns =
  'begunAt endedAt conversationId customer channel language product tier segment audience outcome how answers messages feeling best worst'.split(
    ' ',
  );
const cells = (row: TalkRow, words: 'zh' | 'en') => [
  row.begunAt.toISOString(),
  row.endedAt.toISOString(),
  row.conversationId,
  row.customer,
  row.channel,
  row.language || null,
  row.product && inLanguage(row.product, words),
  row.tier || null,
  row.segment || null,
  row.audience || null,
  row.outcome,
  row.how,
  row.answers,
  row.messages,
  row.feeling,
  row.best?.text ?? null,
  row.worst?.text ?? null,
];

/** How conversations went, for managers: days are the shop's, `to` included, the last thirty unless told. */
export const talkReportOperations = [
  operation({
    method: 'GET',
    path: '/reports/talks',
    summary: 'Share answered without a person (confirmed and assumed apart) and attitude, with trend',
    may: manager,
    query: z.object({ ...asked, by: z.enum(['day', 'week', 'month']).default('week') }),
    answer: reportSchema,
    run: async ({ services }, { query: { by: step, ...query } }) =>
      services.talkReports.report(await read(services, query), step),
  }),
  operation({
    method: 'GET',
    path: '/reports/talks/breakdown',
    summary: 'The same by channel, language, product, category, tier, segment or class of customer',
    may: manager,
    query: z.object({ ...asked, by }),
    answer: z.object({ items: z.array(groupSchema) }),
    run: async ({ services }, { query: { by: way, ...query } }) => ({
      items: await services.talkReports.breakdown(await read(services, query), way),
    }),
  }),
  operation({
    method: 'GET',
    path: '/reports/talks/rows',
    summary: 'The talks behind a number, newest first',
    may: manager,
    query: z.object({ ...rowsAsked, ...page }),
    answer: listOf(rowSchema),
    run: async ({ services }, { query: { limit, cursor, ...query } }) =>
      services.talkReports.talks(await read(services, query), { limit, cursor }),
  }),
  operation({
    method: 'GET',
    path: '/reports/talks/people',
    summary: 'Whose talks are behind a number',
    may: manager,
    query: z.object(rowsAsked),
    answer: peopleSchema,
    run: async ({ services }, { query }) => services.talkReports.people(await read(services, query)),
  }),
  operation({
    method: 'GET',
    path: '/reports/talks/peaks',
    summary: 'The talks with the worst, or the best, message',
    may: manager,
    query: z.object({
      ...rowsAsked,
      order: z.enum(['worst', 'best']).default('worst'),
      limit: z.coerce.number().int().min(1).max(200).default(10),
    }),
    answer: z.object({ items: z.array(rowSchema) }),
    run: async ({ services }, { query: { order, limit, ...query } }) => ({
      items: await services.talkReports.peaks(await read(services, query), { order, limit }),
    }),
  }),
  operation({
    method: 'GET',
    path: '/reports/talks/file',
    summary: 'One row per talk, as CSV',
    may: manager,
    query: z.object({ ...rowsAsked, words: language.default('zh') }),
    streams: true,
    async run({ services }, { query: { words, ...query }, http: { response } }) {
      const whole = await read(services, query);
      const rows = pieces((part) => services.talkReports.talks(whole, part));
      const lines = (async function* () {
        for await (const some of rows) yield some.map((row) => cells(row, words));
      })();
      await sendCsv(response, `talks-${whole.from}-${whole.to}`, columns, lines);
    },
  }),
  operation({
    method: 'GET',
    path: '/customers/:id/talks',
    summary: 'How a customer felt from talk to talk, and what became of each',
    may: staff,
    params: byId,
    answer: ofCustomerSchema,
    async run({ services }, { params }) {
      await services.customers.get(params.id);
      return services.talkReports.ofCustomer(params.id);
    },
  }),
];
