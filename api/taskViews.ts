import { z } from 'zod';
import { boardKinds } from '#crm/tasks/taskViews.ts';
import { operation } from './resource.ts';
import { person, staff } from './roles.ts';
import { id } from './shapes.ts';
import { narrowing, taskSchema } from './tasks.ts';

const { from: _from, until: _until, ...narrow } = narrowing;

const whose = { scope: z.enum(['mine', 'team', 'all']).default('all'), ...narrow };
const owner = z.object({ id, name: z.string() }).nullable();

const columnSchema = z.object({
  /** unowned, inHand, snoozed, done (today), a priority, or whose. */
  key: z.string(),
  owner,
  total: z.int(),
  items: z.array(taskSchema),
});
/** A column of the board. */
export type BoardColumnJson = z.input<typeof columnSchema>;

const daySchema = z.object({ date: z.iso.date(), total: z.int(), late: z.int(), items: z.array(taskSchema) });
/** A day of the calendar; `items` are the first that are due. */
export type CalendarDayJson = z.input<typeof daySchema>;

/** Tasks side by side, and day by day. */
export const taskViewOperations = [
  operation({
    method: 'GET',
    path: '/task-board',
    summary: 'Open tasks in columns, by how far they are, whose they are or how urgent; 50 of each column',
    may: staff,
    query: z.object({ ...whose, by: z.enum(boardKinds).default('state') }),
    answer: z.object({ columns: z.array(columnSchema) }),
    run: async ({ services }, { query: { by, ...query }, caller }) => {
      const staffId = query.scope === 'all' ? (caller?.staff?.id ?? null) : person(caller).id;
      return { columns: await services.taskViews.board({ ...query, staffId }, by) };
    },
  }),
  operation({
    method: 'GET',
    path: '/task-calendar',
    summary: 'Open tasks by the day on which they are due, by the shop’s clock',
    may: staff,
    query: z.object({ ...whose, from: z.iso.date(), days: z.coerce.number().int().min(1).max(62).default(42) }),
    answer: z.object({ days: z.array(daySchema) }),
    run: async ({ services }, { query: { from, days, ...query }, caller }) => {
      const staffId = query.scope === 'all' ? (caller?.staff?.id ?? null) : person(caller).id;
      return { days: await services.taskViews.days({ ...query, staffId }, { from, days }) };
    },
  }),
];
