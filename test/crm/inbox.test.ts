import pg from 'pg';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { TaskFilter } from '#crm/tasks/task.ts';
import { fillBacklog } from '#test/support/backlog.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildHouse, type House, wednesday } from './support.ts';

// The small version of `npm run bench -- inbox`: what the inbox asks does not grow with what there is.
const database = testDatabase();
let house: House;
let staffId: string;

beforeAll(async () => {
  house = buildHouse(database.db);
  await house.services.calendars.shops();
  await fillBacklog(database.db, { open: 3000, done: 6000, people: 20, now: wednesday });
  staffId = (await database.db.client.staff.findFirstOrThrow({ where: { email: 'bench8@example.com' } })).id;
  // What is read once in a while (the shop's profile, the types) is known from now on.
  await house.services.tasks.list({ scope: 'all', staffId, limit: 1 });
});
afterEach(() => vi.restoreAllMocks());

type Asked = Pick<TaskFilter, 'scope' | 'state' | 'due'>;
const questions: Asked[] = [
  { scope: 'mine' },
  { scope: 'all' },
  { scope: 'all', due: 'late' },
  { scope: 'team', due: 'today' },
  { scope: 'all', state: 'done' },
];

/** What a list asks of the database. */
async function asked(filter: Asked, limit: number) {
  const statements: { text: string; values: unknown[] }[] = [];
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const [{ text, values }, apart] = given as [{ text: string; values?: unknown[] }, unknown[]];
    statements.push({ text, values: values ?? apart });
    return query.apply(this, given);
  } as never);
  const page = await house.services.tasks.list({ ...filter, limit, staffId });
  vi.restoreAllMocks();
  return { page, statements };
}

test.each(questions)(
  '%o: the same few statements for ten tasks as for a hundred, each with its level',
  async (filter) => {
    const few = await asked(filter, 10);
    const many = await asked(filter, 100);
    expect(few.page.items).toHaveLength(10);
    expect(many.page.items.length).toBeGreaterThan(few.page.items.length);
    expect(many.statements.length).toBe(few.statements.length);
    expect(many.statements.length).toBeLessThanOrEqual(9);
    expect(many.page.items.every(({ level }) => level)).toBe(true);
    // Whole tables are read where they are small (people, teams), never the tasks or their clocks.
    for (const { text, values } of many.statements.filter(({ text }) =>
      /"(?:Task|ServiceClock|Customer)"\."id"/.test(text),
    )) {
      const { rows } = await database.db.pool.query<Record<'QUERY PLAN', string>>({ text: `EXPLAIN ${text}`, values });
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(/Index (?:Only )?Scan/);
      expect(plan).not.toMatch(/Seq Scan on "(?:Task|ServiceClock|Customer)"/);
    }
  },
);
