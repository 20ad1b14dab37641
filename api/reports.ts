import { z } from 'zod';
import { peopleSchema } from './reportPeople.ts';
import { operation } from './resource.ts';
import { manager, staff } from './roles.ts';
import { id, localized, span } from './shapes.ts';
import { sendCsv } from './tables/sendCsv.ts';

const count = z.int();
const interval = z.object({ low: z.number(), high: z.number() }).nullable();
const satisfaction = { n: count, share: z.number().nullable(), interval };
const satisfactionSchema = z.object({
  ...satisfaction,
  mean: z.number().nullable(),
  distribution: z.array(z.object({ score: z.int(), count })),
  invited: count,
  responseRate: z.number().nullable(),
  trend: z.array(z.object({ from: z.iso.date(), ...satisfaction })),
});
/** Satisfaction (share of 4 and 5) with its 95 % interval, n, and its trend. */
export type SatisfactionReportJson = z.input<typeof satisfactionSchema>;

const complaintCounts = { n: count, open: count, safety: count };
const complaintsSchema = z.object({
  ...complaintCounts,
  products: z.array(
    z.object({
      productId: id.nullable(),
      sku: z.string().nullable(),
      name: localized.nullable(),
      share: z.number(),
      ...complaintCounts,
    }),
  ),
});
export type ComplaintsReportJson = z.input<typeof complaintsSchema>;

const tasksSchema = z.object({
  open: count,
  late: count,
  snoozed: count,
  unowned: count,
  doneThisWeek: count,
  doneInTimeThisWeek: count,
});
export type TasksReportJson = z.input<typeof tasksSchema>;

const waits = z.object({ median: z.number().nullable(), p90: z.number().nullable() });
const kept = {
  n: count,
  met: count,
  share: z.number().nullable(),
  interval,
  done: count,
  wall: waits,
  business: waits,
};
const kind = z.enum(['firstResponse', 'nextResponse', 'resolution', 'task']);
const serviceLevelsSchema = z.object({
  kinds: z.array(z.object({ kind, ...kept })),
  levels: z.array(
    z.object({ kind, priority: z.enum(['urgent', 'high', 'normal', 'low']), tier: z.string().nullable(), ...kept }),
  ),
  botAnswer: z.object({ n: count, wall: waits }),
  totalResolution: z.object({ n: count, wall: waits, business: waits }),
  running: z.object({ open: count, late: count, paused: count }),
});
/** How service levels were kept; waits in seconds. */
export type ServiceLevelsReportJson = z.input<typeof serviceLevelsSchema>;

/** What managers look at. Spans are [from, to), the last 90 days unless told. */
export const reportOperations = [
  operation({
    method: 'GET',
    path: '/reports/satisfaction',
    summary: 'Satisfaction with n, share, 95 % interval and trend',
    may: manager,
    query: z.object({
      ...span,
      by: z.enum(['week', 'month']).default('week'),
      rated: z.enum(['bot', 'staff']).optional(),
      productId: id.optional(),
    }),
    answer: satisfactionSchema,
    run: ({ services }, { query }) => services.reports.satisfaction(query),
  }),
  operation({
    method: 'GET',
    path: '/reports/complaints',
    summary: 'Complaints by product',
    may: manager,
    query: z.object({ ...span, productId: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(20) }),
    answer: complaintsSchema,
    run: ({ services }, { query }) => services.reports.complaintsByProduct(query),
  }),
  operation({
    method: 'GET',
    path: '/reports/service-levels',
    summary:
      'How targets were kept, and how long customers waited: median and p90, by the wall clock and in business time',
    may: manager,
    query: z.object(span),
    answer: serviceLevelsSchema,
    run: ({ services }, { query }) => services.reports.serviceLevels(query),
  }),
  operation({
    method: 'GET',
    path: '/reports/service-levels/people',
    summary: 'Who waited longer than the target, for what began in the span',
    may: manager,
    query: z.object(span),
    answer: peopleSchema,
    run: ({ services }, { query }) => services.reports.missedPeople(query),
  }),
  operation({
    method: 'GET',
    path: '/reports/promises/people',
    summary: 'To whom a promise of the span was kept late or broken',
    may: manager,
    query: z.object(span),
    answer: peopleSchema,
    run: ({ services }, { query }) => services.reports.latePromisePeople(query),
  }),
  operation({
    method: 'GET',
    path: '/reports/tasks/people',
    summary: 'Whom open tasks are about; `late`: those that should be done',
    may: manager,
    query: z.object({ late: z.stringbool().optional() }),
    answer: peopleSchema,
    run: ({ services }, { query }) => services.reports.taskPeople(query),
  }),
  operation({
    method: 'GET',
    path: '/reports/service-levels/file',
    summary: 'How targets were kept by kind, priority and tier, as CSV; waits in seconds',
    may: manager,
    query: z.object(span),
    streams: true,
    async run({ services }, { query, http: { response } }) {
      const { kinds, levels } = await services.reports.serviceLevels(query);
      const columns =
        'kind priority tier n met share low high done businessMedian businessP90 wallMedian wallP90'.split(' ');
      const whole = kinds.map((row) => ({ ...row, priority: null, tier: null }));
      const rows = [...whole, ...levels].map((row) => [
        row.kind,
        row.priority,
        row.tier,
        row.n,
        row.met,
        row.share,
        row.interval?.low ?? null,
        row.interval?.high ?? null,
        row.done,
        row.business.median,
        row.business.p90,
        row.wall.median,
        row.wall.p90,
      ]);
      const pieces = (async function* () {
        yield rows;
      })();
      await sendCsv(response, 'service-levels', columns, pieces);
    },
  }),
  operation({
    method: 'GET',
    path: '/reports/tasks',
    summary: 'Tasks open, late and done this week',
    may: staff,
    answer: tasksSchema,
    run: ({ services }) => services.reports.tasks(),
  }),
];
