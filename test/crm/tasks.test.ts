import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import {
  buildCustomer,
  buildHouse,
  buildStaff,
  buildTeam,
  dismissEverybody,
  type House,
  TestClock,
  wednesday,
} from './support.ts';

const database = testDatabase();
let house: House;

beforeEach(async () => {
  house = buildHouse(database.db);
  await dismissEverybody(house);
  await database.db.client.task.deleteMany();
});

const raise = (given: Partial<Parameters<House['services']['tasks']['raise']>[0]> = {}) =>
  house.services.tasks.raise({ type: 'callBack', title: '请回电', priority: 'normal', ...given });
const kinds = async (id: string) => (await house.services.tasks.get(id)).events.map((event) => event.kind);

describe('due times', () => {
  test.each([
    ['urgent', '2026-07-15T10:30:00+08:00'],
    ['high', '2026-07-15T14:00:00+08:00'],
    ['normal', '2026-07-16T12:00:00+08:00'],
    ['low', '2026-07-18T12:00:00+08:00'],
  ] as const)('%s, raised on Wednesday at ten, is due at %s', async (priority, dueAt) => {
    expect((await raise({ priority })).dueAt).toEqual(new Date(dueAt));
  });

  test('urgent work does not wait for the shop to open, other work does', async () => {
    house.clock.time = new Date('2026-07-15T23:00:00+08:00');
    expect((await raise({ priority: 'urgent' })).dueAt).toEqual(new Date('2026-07-15T23:30:00+08:00'));
    expect((await raise({ priority: 'high' })).dueAt).toEqual(new Date('2026-07-16T13:00:00+08:00'));
  });
});

describe('who gets it', () => {
  test('the person of the team with the fewest open tasks, who alone is told', async () => {
    const team = await buildTeam(house, 'complaints');
    const busy = await buildStaff(house, { teamId: team.id });
    const free = await buildStaff(house, { teamId: team.id });
    await buildStaff(house, { role: 'manager' });
    await database.db.client.task.create({ data: { type: 'custom', title: 'x', dueAt: wednesday, ownerId: busy.id } });
    const task = await raise({ type: 'complaint' });
    expect(task).toMatchObject({ ownerId: free.id, teamId: team.id });
    expect(house.notified).toEqual([{ staffIds: [free.id], kind: 'taskRaised', taskId: task.id }]);
    expect((await house.services.notifications.list(free.id)).items).toMatchObject([
      { kind: 'taskRaised', task: { title: '请回电' } },
    ]);
  });

  test('where the team has nobody, it waits in the queue and the managers are told', async () => {
    const team = await buildTeam(house, 'complaints');
    await buildStaff(house, { teamId: team.id, demo: true });
    await buildStaff(house);
    const manager = await buildStaff(house, { role: 'manager' });
    const task = await raise({ type: 'complaint' });
    expect(task).toMatchObject({ ownerId: null, teamId: team.id });
    expect(house.notified.map(({ staffIds }) => staffIds)).toEqual([[manager.id]]);
  });

  test('the key of a team that does not exist falls back on service', async () => {
    const team = await buildTeam(house, 'service');
    expect((await raise({ teamKey: 'no-such-team' })).teamId).toBe(team.id);
  });
});

describe('lists', () => {
  test('soonest due first, by page, without a gap or a repeat', async () => {
    const { id: staffId } = await buildStaff(house);
    const made = [];
    for (let hours = 5; hours > 0; hours--)
      made.unshift(await raise({ dueAt: new Date(wednesday.getTime() + hours * 3_600_000) }));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await house.services.tasks.list({ scope: 'all', staffId, limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(made.map(({ id }) => id));
  });

  test('mine, my team’s and all', async () => {
    const team = await buildTeam(house, 'service');
    const other = await buildTeam(house, 'technical');
    const me = await buildStaff(house, { teamId: team.id });
    const colleague = await buildStaff(house, { teamId: other.id });
    const put = (title: string, data: object) =>
      database.db.client.task.create({ data: { type: 'custom', title, dueAt: wednesday, ...data } });
    await put('mine', { ownerId: me.id });
    await put('of the team', { teamId: team.id });
    await put('of nobody', {});
    await put('of another team', { teamId: other.id });
    await put('a colleague’s', { ownerId: colleague.id, teamId: team.id });
    const titles = async (scope: 'mine' | 'team' | 'all') =>
      (await house.services.tasks.list({ scope, staffId: me.id })).items.map(({ title }) => title).sort();
    expect(await titles('mine')).toEqual(['mine']);
    expect(await titles('team')).toEqual(['mine', 'of nobody', 'of the team']);
    expect(await titles('all')).toHaveLength(5);
  });

  test('late, today, snoozed and done', async () => {
    const { id: staffId } = await buildStaff(house);
    const at = (title: string, local: string) => raise({ title, dueAt: new Date(`${local}+08:00`) });
    await at('late', '2026-07-15T09:00:00');
    await at('today', '2026-07-15T23:59:00');
    await at('tomorrow', '2026-07-16T00:00:00');
    const snoozed = await at('snoozed', '2026-07-15T12:00:00');
    const done = await at('done', '2026-07-15T12:00:00');
    await house.services.tasks.snooze(snoozed.id, { staffId, until: new Date('2026-07-17T09:00:00+08:00') });
    await house.services.tasks.complete(done.id, { staffId, outcome: 'solved' });
    const titles = async (filter: object) =>
      (await house.services.tasks.list({ scope: 'all', staffId, ...filter })).items.map(({ title }) => title);
    expect(await titles({})).toEqual(['late', 'today', 'tomorrow']);
    expect(await titles({ due: 'late' })).toEqual(['late']);
    expect(await titles({ due: 'today' })).toEqual(['late', 'today']);
    expect(await titles({ state: 'snoozed' })).toEqual(['snoozed']);
    expect(await titles({ state: 'done' })).toEqual(['done']);
  });
});

describe('working on it', () => {
  test('claimed by one of two who try at once; the other is told', async () => {
    const [one, two] = [await buildStaff(house), await buildStaff(house)];
    const task = await raise();
    const results = await Promise.allSettled([one, two].map(({ id }) => house.services.tasks.claim(task.id, id)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'taskTaken' } });
    expect(await kinds(task.id)).toEqual(['raised', 'claimed']);
  });

  test('completed with an outcome, once', async () => {
    const { id: staffId } = await buildStaff(house);
    const task = await raise();
    const done = await house.services.tasks.complete(task.id, { staffId, outcome: 'solved', note: '已回电' });
    expect(done).toMatchObject({
      state: 'done',
      outcome: 'solved',
      outcomeNote: '已回电',
      completedById: staffId,
      ownerId: staffId,
      late: false,
    });
    expect(done.completedAt).toEqual(wednesday);
    await expect(house.services.tasks.complete(task.id, { staffId, outcome: 'other' })).rejects.toMatchObject({
      code: 'taskNotOpen',
    });
    await expect(house.services.tasks.claim(task.id, staffId)).rejects.toMatchObject({ code: 'taskNotOpen' });
  });

  test('a colleague’s task is released by its owner or a manager, not by others', async () => {
    const [owner, other, manager] = [
      await buildStaff(house),
      await buildStaff(house),
      await buildStaff(house, { role: 'manager' }),
    ];
    const { tasks } = house.services;
    const task = await raise();
    await tasks.claim(task.id, owner.id);
    await expect(tasks.release(task.id, other.id)).rejects.toMatchObject({ code: 'taskTaken' });
    await expect(tasks.complete(task.id, { staffId: other.id, outcome: 'solved' })).rejects.toMatchObject({
      code: 'taskTaken',
    });
    await expect(tasks.snooze(task.id, { staffId: other.id, until: house.clock.add({ hours: 1 }) })).rejects.toThrow();
    expect((await tasks.release(task.id, manager.id)).owner).toBeNull();
  });

  test('a snooze must end in the future', async () => {
    const { id: staffId } = await buildStaff(house);
    const task = await raise();
    await expect(house.services.tasks.snooze(task.id, { staffId, until: wednesday })).rejects.toMatchObject({
      code: 'invalidInput',
    });
  });

  test('unknown ids are not found', async () => {
    const unknown = '01890000-0000-7000-8000-000000000000';
    await expect(house.services.tasks.get(unknown)).rejects.toMatchObject({ status: 404 });
    await expect(house.services.tasks.claim(unknown, unknown)).rejects.toMatchObject({ status: 404 });
    await expect(house.services.tasks.note(unknown, { staffId: null, note: 'x' })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('what the clock does', () => {
  test('reminds the owner at half and four fifths of the time, tells the leads when it is late, each once however often it runs', async () => {
    const team = await buildTeam(house, 'service');
    const owner = await buildStaff(house, { teamId: team.id });
    const lead = await buildStaff(house, { teamId: team.id, role: 'manager' });
    const task = await raise({ dueAt: new Date(wednesday.getTime() + 4 * 3_600_000) });
    await database.db.client.task.update({ where: { id: task.id }, data: { ownerId: owner.id } });
    house.notified.length = 0;
    const { tasks } = house.services;
    const run = async (minutes: number) => {
      const counts = await tasks.runDue(new Date(wednesday.getTime() + minutes * 60_000));
      expect(await tasks.runDue(new Date(wednesday.getTime() + minutes * 60_000))).toEqual({
        woken: 0,
        nudged: 0,
        escalated: 0,
      });
      return counts;
    };
    expect(await run(119)).toEqual({ woken: 0, nudged: 0, escalated: 0 });
    expect(await run(120)).toEqual({ woken: 0, nudged: 1, escalated: 0 });
    expect(await run(192)).toEqual({ woken: 0, nudged: 1, escalated: 0 });
    expect(await run(240)).toEqual({ woken: 0, nudged: 0, escalated: 1 });
    expect(house.notified).toEqual([
      { staffIds: [owner.id], kind: 'taskDue', taskId: task.id, note: '50 %', occasion: '50%' },
      { staffIds: [owner.id], kind: 'taskDue', taskId: task.id, note: '80 %', occasion: '80%' },
      {
        staffIds: expect.toSatisfy((ids: string[]) => ids.toSorted().join() === [owner.id, lead.id].sort().join()),
        kind: 'taskLate',
        taskId: task.id,
      },
    ]);
    expect(await kinds(task.id)).toEqual(['raised', 'nudged', 'nudged', 'escalated']);
  });

  test('short tasks are reminded of at half time', async () => {
    const task = await raise({ priority: 'urgent' });
    const { tasks } = house.services;
    expect(await tasks.runDue(new Date(wednesday.getTime() + 14 * 60_000))).toMatchObject({ nudged: 0 });
    expect(await tasks.runDue(new Date(wednesday.getTime() + 15 * 60_000))).toMatchObject({ nudged: 1 });
    expect(await kinds(task.id)).toEqual(['raised', 'nudged']);
  });

  test('wakes what was snoozed, and leaves what still sleeps alone', async () => {
    const { id: staffId } = await buildStaff(house);
    const task = await raise({ priority: 'urgent' });
    const { tasks } = house.services;
    await tasks.snooze(task.id, { staffId, until: new Date(wednesday.getTime() + 3_600_000) });
    expect(await tasks.runDue(new Date(wednesday.getTime() + 3_599_000))).toEqual({
      woken: 0,
      nudged: 0,
      escalated: 0,
    });
    expect(await tasks.runDue(new Date(wednesday.getTime() + 3_600_000))).toEqual({
      woken: 1,
      nudged: 0,
      escalated: 1,
    });
    expect((await tasks.get(task.id)).snoozedUntil).toBeNull();
  });

  test('two instances at once tell everybody once', async () => {
    for (let i = 0; i < 20; i++) await raise({ priority: 'urgent', dueAt: wednesday });
    await buildStaff(house, { role: 'manager' });
    const other = buildHouse(database.db, new TestClock());
    const counts = await Promise.all([house, other].map(({ services }) => services.tasks.runDue(wednesday)));
    expect(counts[0]!.escalated + counts[1]!.escalated).toBe(20);
    expect(house.notified.length + other.notified.length).toBe(20);
  });
});

test('a task is gone with its cause when the transaction fails', async () => {
  const customer = await buildCustomer(house);
  await expect(
    database.db.transaction(async () => {
      await raise({ customerId: customer.id });
      throw new Error('the cause failed');
    }),
  ).rejects.toThrow('the cause failed');
  expect(await database.db.client.task.count()).toBe(0);
});
