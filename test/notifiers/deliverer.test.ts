import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { NotificationPreferenceValue } from '#crm/notifications/preferences.ts';
import { defaultPreference } from '#crm/notifications/preferences.ts';
import { buildCustomer, buildStaff, buildTeam } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';
import { type Mailbox, startMailbox } from '#test/support/fakes/mailbox.ts';
import { type FakeRobots, secrets, startFakeRobots } from '#test/support/fakes/robots.ts';
import { buildTellingHouse, emptyHouse, raiseTask, states, type TellingHouse } from './world.ts';

const database = testDatabase();
let house: TellingHouse;
let robots: FakeRobots;
let mailbox: Mailbox;

beforeAll(async () => {
  robots = await startFakeRobots({ now: () => house.clock.now() });
  mailbox = await startMailbox();
});
afterAll(async () => {
  await robots.close();
  await mailbox.close();
});
beforeEach(async () => {
  await emptyHouse(database.db);
  house = await buildTellingHouse(database.db, { smtp: { url: mailbox.url, from: undefined } });
  robots.reset();
  mailbox.mails.length = 0;
});

const run = () => house.notifying.deliverer.run();
const addWebhook = () =>
  house.services.notificationTargets.create(
    { way: 'webhook', name: 'crm', url: `${robots.url}/webhook`, secret: secrets.webhookSecret },
    null,
  );
const want = (staffId: string, given: Partial<NotificationPreferenceValue>) =>
  house.services.notificationPreferences.keep(staffId, { ...defaultPreference, ...given });
const at = (local: string) => {
  house.clock.time = new Date(`${local}+08:00`);
};

describe('retries', () => {
  test('tried again later and later, then a dead letter that a person sends again', async () => {
    await addWebhook();
    const person = await buildStaff(house, { email: 'x@localhost' });
    await raiseTask(house, person.id);
    robots.fail(100, 503);
    const gaps: number[] = [];
    let last = house.clock.time.getTime();
    for (let attempt = 1; attempt <= 12; attempt++) {
      expect(await run(), `attempt ${attempt}`).toBe(1);
      expect(await run()).toBe(0);
      const row = await house.db.client.notificationDelivery.findFirstOrThrow();
      expect(row.attempts).toBe(attempt);
      if (row.state === 'failed') break;
      gaps.push(row.nextAttemptAt.getTime() - last);
      house.clock.time = new Date(row.nextAttemptAt.getTime() + 60_000);
      last = house.clock.time.getTime();
    }
    expect(gaps).toHaveLength(11);
    expect(gaps.at(-1)).toBeGreaterThan(gaps[0]! * 50);
    robots.fail(0, 200);
    const [dead] = (await house.services.notificationDeliveries.list({ state: 'failed' })).items;
    expect(dead?.error).toContain('503');
    robots.reset();
    await house.services.notificationDeliveries.sendAgain(dead!.id, person.id);
    house.clock.add({ hours: 1 });
    await run();
    expect(await states(house)).toEqual({ webhook: ['sent'] });
  });

  test('two instances send each thing once, one letter at a time per address', async () => {
    await addWebhook();
    const second = await buildTellingHouse(database.db, { smtp: { url: mailbox.url, from: undefined } });
    const person = await buildStaff(house, { email: 'x@localhost' });
    for (let index = 0; index < 12; index++) await raiseTask(house, person.id, { title: `No ${index}` });
    await Promise.all([run(), second.notifying.deliverer.run()]);
    await run();
    expect(robots.shown).toHaveLength(12);
    expect(new Set(robots.shown.map(({ headers }) => headers['webhook-id'])).size).toBe(12);
    for (let index = 0; index < 6; index++) await raiseTask(house, person.id);
    const take = () => house.services.notificationDeliveries.take(new Map([['webhook', 1]]), 60_000);
    const taken = await Promise.all(Array.from({ length: 6 }, take));
    expect(taken.filter((each) => each !== null)).toHaveLength(1);
  });

  test('what an instance that died had in hand is sent by another after its time', async () => {
    await addWebhook();
    const person = await buildStaff(house, { email: 'x@localhost' });
    await raiseTask(house, person.id);
    expect(await house.services.notificationDeliveries.take(new Map([['webhook', 1]]), 60_000)).toMatchObject({
      way: 'webhook',
    });
    expect(await run()).toBe(0);
    house.clock.add({ minutes: 2 });
    expect(await run()).toBe(1);
    expect(robots.shown).toHaveLength(1);
  });

  test('a turn’s commit wakes the sender, outside of the turn', async () => {
    await addWebhook();
    const person = await buildStaff(house, { email: 'x@localhost' });
    house.notifying.deliverer.start();
    await database.db.unitOfWork(async (unit) => {
      await raiseTask(house, person.id);
      await unit.finish(async () => undefined);
    });
    await expect.poll(() => robots.shown.length).toBe(1);
    await house.notifying.deliverer.close();
    expect(house.log).toEqual([]);
  });

  test('nothing is sent where the cause is rolled back, nor twice for what is told twice', async () => {
    await addWebhook();
    const person = await buildStaff(house, { email: 'x@localhost' });
    const failed = database.db.transaction(async () => {
      await raiseTask(house, person.id);
      throw new Error('the turn is lost');
    });
    await expect(failed).rejects.toThrow('lost');
    const taskId = await raiseTask(house, person.id);
    await house.services.notifications.tell([person.id], { kind: 'taskRaised', taskId });
    await run();
    expect(robots.shown).toHaveLength(1);
  });
});

describe('what people want', () => {
  test('ways, urgency and kinds that are chosen; the desk has everything', async () => {
    const person = await buildStaff(house, { email: 'li@example.com' });
    await want(person.id, { ways: { mail: 'urgent' } });
    await raiseTask(house, person.id);
    await raiseTask(house, person.id, { priority: 'urgent' });
    await want(person.id, { mutedKinds: ['taskRaised'] });
    await raiseTask(house, person.id, { priority: 'urgent' });
    await want(person.id, { ways: { mail: 'none' } });
    await raiseTask(house, person.id, { priority: 'urgent' });
    expect(await states(house)).toEqual({ mail: ['waiting'] });
    expect((await house.services.notifications.list(person.id)).items).toHaveLength(4);
  });

  test('quiet hours: the normal waits for the morning and comes as one mail, the urgent comes at once', async () => {
    const person = await buildStaff(house, { email: 'li@example.com' });
    await want(person.id, { quietFrom: '21:00', quietTo: '08:30' });
    at('2026-07-15T23:00:00');
    const [read, done] = [
      await raiseTask(house, person.id, { title: '读过的' }),
      await raiseTask(house, person.id, { title: '做完的' }),
    ];
    await raiseTask(house, person.id, { title: '一' });
    await raiseTask(house, person.id, { title: '二' });
    expect(await run()).toBe(0);
    await raiseTask(house, person.id, { title: '三', priority: 'urgent' });
    expect(await run()).toBe(1);
    await house.services.notifications.markRead(person.id, { taskId: read });
    await house.services.tasks.complete(done, { staffId: person.id, outcome: 'solved' });
    at('2026-07-16T08:29:00');
    expect(await run()).toBe(0);
    at('2026-07-16T08:30:00');
    expect(await run()).toBe(1);
    expect(mailbox.mails).toHaveLength(2);
    expect(mailbox.mails[1]?.raw).toMatch(/^Subject: =\?UTF-8/m);
    // What was read or done meanwhile is left out.
    expect((await states(house)).mail?.sort()).toEqual(['sent', 'sent', 'sent', 'skipped', 'skipped']);
    await want(person.id, { quietDays: [6, 7], urgentAnyway: false });
    at('2026-07-18T10:00:00');
    await raiseTask(house, person.id, { priority: 'urgent' });
    expect(await run()).toBe(0);
    at('2026-07-20T00:00:00');
    expect(await run()).toBe(1);
  });

  test('who left, and who belongs to the demo, is told nowhere', async () => {
    const left = await buildStaff(house, { email: 'left@example.com', active: false });
    const demo = await buildStaff(house, { email: 'demo@example.com', demo: true });
    await house.services.notifications.tell([left.id, demo.id], { kind: 'taskLate', occasion: 'x' });
    expect(await states(house)).toEqual({});
  });
});

describe('an urgent task that nobody reads', () => {
  async function people() {
    const team = await buildTeam(house, 'service');
    const make = (name: string, role: 'staff' | 'manager' = 'staff') =>
      buildStaff(house, { name, role, teamId: team.id, email: `${name}@localhost` });
    return {
      owner: await make('owner'),
      busy: await make('busy'),
      free: await make('free'),
      lead: await make('lead', 'manager'),
    };
  }
  const heard = async (staffId: string) =>
    (await house.services.notifications.list(staffId)).items.map(({ kind }) => kind);
  const wait = () => house.services.notifications.climb(house.clock.add({ minutes: 16 }));

  test('climbs to the team by load, then to its lead, once each, and is logged', async () => {
    const { owner, busy, free, lead } = await people();
    await house.db.client.task.create({
      data: { type: 'custom', title: 'x', dueAt: house.clock.now(), ownerId: busy.id },
    });
    const taskId = await raiseTask(house, owner.id, { priority: 'urgent' });
    expect(await house.services.notifications.climb(house.clock.add({ minutes: 10 }))).toBe(0);
    expect(await wait()).toBe(1);
    expect(await house.services.notifications.climb(house.clock.now())).toBe(0);
    expect([await heard(free.id), await heard(busy.id), await heard(lead.id)]).toEqual([['unreadUrgent'], [], []]);
    expect(await wait()).toBe(1);
    expect(await heard(busy.id)).toEqual(['unreadUrgent']);
    expect(await wait()).toBe(1);
    expect(await heard(lead.id)).toEqual(['unreadUrgent']);
    expect(await wait()).toBe(0);
    const { events } = await house.services.tasks.get(taskId);
    expect(events.filter(({ kind }) => kind === 'climbed').map(({ note }) => note)).toEqual([
      'owner → free',
      'owner, free → busy',
      'owner, free, busy → lead',
      'owner, free, busy, lead → –',
    ]);
  });

  test('stays where somebody has looked, acted or finished, and where it is not urgent', async () => {
    const { owner } = await people();
    const read = await raiseTask(house, owner.id, { priority: 'urgent' });
    await house.services.notifications.markRead(owner.id, { taskId: read });
    const acted = await raiseTask(house, owner.id, { priority: 'urgent' });
    house.clock.add({ minutes: 1 });
    await house.services.tasks.comment(acted, { staffId: owner.id, note: '正在处理' });
    const done = await raiseTask(house, owner.id, { priority: 'urgent' });
    await house.services.tasks.complete(done, { staffId: owner.id, outcome: 'solved' });
    await raiseTask(house, owner.id);
    expect(await wait()).toBe(0);
    // Two instances at once tell one person.
    await raiseTask(house, owner.id, { priority: 'urgent' });
    const now = house.clock.add({ minutes: 16 });
    const told = await Promise.all([house.services.notifications.climb(now), house.services.notifications.climb(now)]);
    expect(told.sort()).toEqual([0, 1]);
  });
});

describe('done-links', () => {
  test('complete a task once, for one person; looking changes nothing; forged ones are refused', async () => {
    const { doneLinks, tasks } = house.services;
    const [person, other] = [await buildStaff(house, { name: '李雷' }), await buildStaff(house)];
    const taskId = await raiseTask(house, person.id);
    const { token } = (await doneLinks.open(taskId, person.id, false))!;
    expect((await doneLinks.open(taskId, person.id, false))?.token).toBe(token);
    expect(await doneLinks.look(token)).toMatchObject({
      state: 'usable',
      staffName: '李雷',
      task: { title: '请回电' },
    });
    expect((await tasks.get(taskId)).state).toBe('open');
    await expect(doneLinks.complete(token, { outcome: 'solved' }, other.id)).rejects.toMatchObject({ status: 403 });
    for (const forged of [`B${token.slice(1)}`, token.slice(0, -1), `${token}A`, '', 'x'.repeat(46)])
      await expect(doneLinks.look(forged), forged).rejects.toMatchObject({ code: 'notFound' });
    const both = await Promise.allSettled([1, 2].map(() => doneLinks.complete(token, { outcome: 'reached' }, null)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await tasks.get(taskId)).toMatchObject({ state: 'done', outcome: 'reached', completedById: person.id });
    expect(await doneLinks.look(token)).toMatchObject({ state: 'used' });
    expect(await doneLinks.open(taskId, person.id, false)).toBeNull();
    await database.db.client.task.update({ where: { id: taskId }, data: { state: 'open' } });
    await expect(doneLinks.complete(token, { outcome: 'reached' }, null)).rejects.toMatchObject({ code: 'linkUsed' });
  });

  test('ask when a customer is contacted next; nothing is an answer, saying nothing is not', async () => {
    const { doneLinks, tasks } = house.services;
    const person = await buildStaff(house);
    const customer = await buildCustomer(house);
    const taskId = await raiseTask(house, person.id, { customerId: customer.id });
    const { token } = (await doneLinks.open(taskId, person.id, false))!;
    expect((await doneLinks.look(token)).asksNext).toBe(true);
    await expect(doneLinks.complete(token, { outcome: 'solved' }, null)).rejects.toMatchObject({
      fields: [{ path: 'next' }],
    });
    // What was refused did not use the link up.
    await doneLinks.complete(token, { outcome: 'solved', next: null }, null);
    expect((await tasks.get(taskId)).events.map(({ kind }) => kind)).toEqual(['raised', 'nextNone', 'done']);
  });

  test('in a group it wants its person to be signed in; a week later, or after they left, it is nothing', async () => {
    const { doneLinks } = house.services;
    const person = await buildStaff(house);
    const group = (await doneLinks.open(await raiseTask(house, person.id), person.id, true))!;
    await expect(doneLinks.complete(group.token, { outcome: 'solved' }, null)).rejects.toMatchObject({ status: 401 });
    await doneLinks.complete(group.token, { outcome: 'solved' }, person.id);
    const old = (await doneLinks.open(await raiseTask(house, person.id), person.id, false))!;
    house.clock.add({ days: 8 });
    expect(await doneLinks.look(old.token)).toMatchObject({ state: 'expired' });
    await expect(doneLinks.complete(old.token, { outcome: 'solved' }, null)).rejects.toMatchObject({
      code: 'linkUsed',
    });
    await database.db.client.staff.update({ where: { id: person.id }, data: { active: false } });
    await expect(doneLinks.look(old.token)).rejects.toMatchObject({ code: 'notFound' });
  });
});
