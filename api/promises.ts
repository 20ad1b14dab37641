import { z } from 'zod';
import { type PromiseDetail, promiseDues, promiseScopes, promiseShows } from '#crm/promises/promise.ts';
import { pieces } from '#crm/reports/pieces.ts';
import { operation } from './resource.ts';
import { manager, person, staff } from './roles.ts';
import { byId, id, listOf, maybeNamed, named, page, span, time, words } from './shapes.ts';
import { sendCsv } from './tables/sendCsv.ts';

const promiseSchema = z.object({
  id,
  /** said: by staff, in a sentence. answer, contact: by the bot, that a person answers or gets in touch. */
  kind: z.string(),
  conversationId: id,
  customerId: id.nullable(),
  customer: maybeNamed.nullable(),
  /** Who promised; null: the bot. */
  staff: named.nullable(),
  /** The sentence, as it was said. */
  text: z.string(),
  dueAt: time.nullable(),
  /** late: not done in time; with `settledAt` it was done after all. */
  state: z.enum(['proposed', 'confirmed', 'kept', 'late', 'broken', 'withdrawn']),
  taskId: id.nullable(),
  /** Who has the task that keeps it; null where there is none. */
  task: z.object({ owner: named.nullable() }).nullable(),
  /** How often its day was moved. */
  moves: z.int(),
  createdAt: time,
  confirmedAt: time.nullable(),
  settledAt: time.nullable(),
});
/** What somebody of the shop promised a customer. */
export type PromiseJson = z.input<typeof promiseSchema>;

const storySchema = promiseSchema.extend({
  events: z.array(
    z.object({
      id,
      /** proposed, confirmed, moved, reminded, late, tried, kept, broken or withdrawn. */
      kind: z.string(),
      note: z.string().nullable(),
      staff: named.nullable(),
      createdAt: time,
    }),
  ),
});
export type PromiseStoryJson = z.input<typeof storySchema>;

const columns = 'confirmedAt dueAt settledAt state moves promisedBy owner text customer conversationId'.split(' ');

const cells = ({ confirmedAt, dueAt, settledAt, state, moves, staff, task, text, customer, ...row }: PromiseDetail) => [
  confirmedAt?.toISOString() ?? null,
  dueAt?.toISOString() ?? null,
  settledAt?.toISOString() ?? null,
  state,
  moves,
  staff?.name ?? 'bot',
  task?.owner?.name ?? null,
  text,
  customer?.name ?? null,
  row.conversationId,
];

const listed = z.object({ items: z.array(promiseSchema) });
const until = z.strictObject({ dueAt: time });
const noted = z.strictObject({ note: words(2000).nullable().default(null) });

const rate = {
  n: z.int(),
  kept: z.int(),
  share: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
};
const reportSchema = z.object({
  ...rate,
  late: z.int(),
  broken: z.int(),
  withdrawn: z.int(),
  moved: z.int(),
  said: z.object(rate),
  bot: z.object(rate),
  people: z.array(z.object({ staffId: id, name: z.string(), ...rate })),
});
export type PromiseReportJson = z.input<typeof reportSchema>;

/** Promises. */
export const promiseOperations = [
  operation({
    method: 'GET',
    path: '/promises',
    summary:
      'Promises by state, whose, and by when: open ones soonest due first, others newest first; `from` and `to`: those that were decided in the span',
    may: staff,
    query: z.object({
      ...page,
      ...span,
      scope: z.enum(promiseScopes).default('all'),
      show: z.enum(promiseShows).default('open'),
      due: z.enum(promiseDues).optional(),
      ownerId: id.optional(),
      saidBy: id.optional(),
      customerId: id.optional(),
    }),
    answer: listOf(promiseSchema),
    run: ({ services }, { query: { from, to, ...query }, caller }) => {
      const own = query.scope === 'mine' || query.scope === 'team';
      const staffId = own ? person(caller).id : (caller?.staff?.id ?? null);
      const decided = from || to ? { from, to } : undefined;
      return services.promises.list({ ...query, decided, staffId });
    },
  }),
  operation({
    method: 'GET',
    path: '/promises/:id',
    summary: 'A promise with its log',
    may: staff,
    params: byId,
    answer: storySchema,
    run: ({ services }, { params }) => services.promises.get(params.id),
  }),
  operation({
    method: 'GET',
    path: '/conversations/:id/promises',
    summary: 'What was promised in a conversation, oldest first',
    may: staff,
    params: byId,
    answer: listed,
    run: async ({ services }, { params }) => {
      await services.conversations.get(params.id);
      return { items: await services.promises.ofConversation(params.id) };
    },
  }),
  operation({
    method: 'GET',
    path: '/customers/:id/promises',
    summary: 'What a customer was promised and still waits for, soonest first',
    may: staff,
    params: byId,
    answer: listed,
    run: async ({ services }, { params }) => {
      await services.customers.get(params.id);
      return { items: await services.promises.ofCustomer(params.id) };
    },
  }),
  operation({
    method: 'POST',
    path: '/promises/:id/confirm',
    summary: 'It is a promise, by then: a task, and the customer is told',
    may: staff,
    params: byId,
    body: until.partial(),
    answer: storySchema,
    run: ({ services }, { params, body, caller }) =>
      services.promises.confirm(params.id, { ...body, staffId: person(caller).id }),
  }),
  operation({
    method: 'POST',
    path: '/promises/:id/postpone',
    summary: 'By another day; the customer is told',
    may: staff,
    params: byId,
    body: until,
    answer: storySchema,
    run: ({ services }, { params, body, caller }) =>
      services.promises.postpone(params.id, { ...body, staffId: person(caller).id }),
  }),
  operation({
    method: 'POST',
    path: '/promises/:id/keep',
    summary: 'It is done, and so is its task',
    may: staff,
    params: byId,
    body: noted,
    answer: storySchema,
    run: ({ services }, { params, body, caller }) =>
      services.promises.keep(params.id, { ...body, staffId: person(caller).id }),
  }),
  operation({
    method: 'POST',
    path: '/promises/:id/withdraw',
    summary: 'It was none, or will not be kept; then the customer is told',
    may: staff,
    params: byId,
    body: noted,
    answer: storySchema,
    run: ({ services }, { params, body, caller }) =>
      services.promises.withdraw(params.id, { ...body, staffId: person(caller).id }),
  }),
  operation({
    method: 'GET',
    path: '/reports/promises',
    summary:
      'Promises kept in time, of all that were decided in the span (90 days unless told), with the 95 % interval; by person from 30 on',
    may: manager,
    query: z.object(span),
    answer: reportSchema,
    run: ({ services }, { query }) => services.promises.report(query),
  }),
  operation({
    method: 'GET',
    path: '/reports/promises/file',
    summary: 'The promises that were decided in the span (90 days unless told), a row each, as CSV',
    may: manager,
    query: z.object(span),
    streams: true,
    async run({ services }, { query, http: { response } }) {
      const decided = services.promises.span(query);
      const asked = { scope: 'all', show: 'all', decided, staffId: null } as const;
      const read = pieces((part) => services.promises.list({ ...asked, ...part }));
      const lines = (async function* () {
        for await (const rows of read) yield rows.map(cells);
      })();
      await sendCsv(response, 'promises', columns, lines);
    },
  }),
];
