import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { WecomPushes } from '#bot/channels/wecom/pushes.ts';
import { createServer } from '#bot/server.ts';
import { buildCustomer, buildStaff } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';
import { type FakeWecom, startFakeWecom } from '#test/support/fakes/wecom.ts';
import { buildTellingHouse, emptyHouse, linkAccount, raiseTask, states, type TellingHouse } from './world.ts';

const database = testDatabase();
const clock = { now: () => house.clock.now() };
let house: TellingHouse;
let wecom: FakeWecom;
let base: string;
let close: () => Promise<void>;

beforeAll(async () => {
  wecom = await startFakeWecom(clock);
});
afterAll(() => wecom.close());
beforeEach(async () => {
  await close?.();
  await emptyHouse(database.db);
  wecom.got.length = 0;
  wecom.cards.length = 0;
  const logger = pino({ level: 'silent' });
  const wecomPushes = new WecomPushes(wecom.callback, () => clock.now().getTime(), logger);
  house = await buildTellingHouse(database.db, { wecom: wecom.settings }, undefined, wecomPushes);
  const server = createServer(logger, []);
  wecomPushes.mount(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  base = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  close = () => new Promise((closed) => server.close(() => closed()));
});
afterAll(() => close?.());

const post = ({ path, body }: { path: string; body: string }) =>
  fetch(base + path, { method: 'POST', body, headers: { 'Content-Type': 'text/xml' } });
const run = () => house.notifying.deliverer.run();
const taskIdOf = (index: number) => (wecom.got[index]!.message.template_card as { task_id: string }).task_id;
const stateOf = async (id: string) => (await house.services.tasks.get(id)).state;

test('a card with a button completes the task once, and only for whom it was made', async () => {
  const [lilei, han] = [
    await buildStaff(house, { email: 'a@localhost' }),
    await buildStaff(house, { email: 'b@localhost' }),
  ];
  await linkAccount(house, lilei.id, 'wecom', 'lilei');
  await linkAccount(house, han.id, 'wecom', 'hanmeimei');
  const task = await raiseTask(house, lilei.id);
  await run();
  expect(wecom.got).toMatchObject([{ user: 'lilei', message: { msgtype: 'template_card', agentid: 1000002 } }]);
  const [{ responseCode }] = wecom.got as [(typeof wecom.got)[0]];

  expect((await post(wecom.press('hanmeimei', taskIdOf(0), 'other'))).status).toBe(200);
  expect((await post(wecom.press('stranger', taskIdOf(0), 'other'))).status).toBe(200);
  expect(await stateOf(task)).toBe('open');

  expect((await post(wecom.press('lilei', taskIdOf(0), responseCode))).status).toBe(200);
  expect(await house.services.tasks.get(task)).toMatchObject({
    state: 'done',
    outcome: 'solved',
    completedById: lilei.id,
  });
  await expect.poll(() => wecom.cards).toEqual([{ user: 'lilei', name: '已完成' }]);
  // WeCom repeats what it believes lost: nothing happens twice.
  expect((await post(wecom.press('lilei', taskIdOf(0), responseCode))).status).toBe(200);
  expect((await house.services.tasks.get(task)).events.filter(({ kind }) => kind === 'done')).toHaveLength(1);
});

test('where a task has a customer, its card asks what comes next: nothing, or the page that plans it', async () => {
  const lilei = await buildStaff(house, { email: 'a@localhost' });
  await linkAccount(house, lilei.id, 'wecom', 'lilei');
  const customer = await buildCustomer(house);
  const task = await raiseTask(house, lilei.id, { customerId: customer.id });
  await run();
  const { button_list } = wecom.got[0]!.message.template_card as { button_list: object[] };
  expect(button_list).toMatchObject([
    { text: '完成，无需再联系', key: 'done' },
    { text: '完成，约下次联系', type: 1, url: expect.stringContaining('/desk/done/') },
    { text: '打开', type: 1 },
  ]);
  await post(wecom.press('lilei', taskIdOf(0), wecom.got[0]!.responseCode));
  const { state, events } = await house.services.tasks.get(task);
  expect([state, events.map(({ kind }) => kind)]).toEqual(['done', ['raised', 'nextNone', 'done']]);
});

test('several things are one list; a stale token is renewed; an unknown member is a dead letter', async () => {
  const [lilei, gone] = [
    await buildStaff(house, { email: 'a@localhost', language: 'en' }),
    await buildStaff(house, { email: 'b@localhost' }),
  ];
  await linkAccount(house, lilei.id, 'wecom', 'lilei');
  await linkAccount(house, gone.id, 'wecom', 'nobody');
  await raiseTask(house, lilei.id);
  await run();
  wecom.expireTokens();
  for (let index = 0; index < 25; index++)
    await raiseTask(house, lilei.id, { title: `No ${index} ${'long '.repeat(20)}` });
  await raiseTask(house, gone.id);
  house.clock.add({ minutes: 1 });
  await run();
  house.clock.add({ minutes: 1 });
  await run();
  expect(wecom.got.map(({ message }) => message.msgtype)).toEqual(['template_card', 'markdown', 'markdown']);
  expect(JSON.stringify(wecom.got[1]?.message)).toContain('more on the desk');
  const failed = await house.services.notificationDeliveries.list({ state: 'failed' });
  expect(failed.items).toMatchObject([{ staff: { id: gone.id }, error: expect.stringContaining('81013') }]);
  expect(new Set((await states(house)).wecom)).toEqual(new Set(['sent', 'failed']));
});

test('the callback proves itself, refuses what is forged, and links whoever writes their code', async () => {
  expect(await (await fetch(base + wecom.echo('hello'))).text()).toBe('hello');
  const person = await buildStaff(house, { name: '李雷', email: 'a@localhost' });
  const { code } = await house.services.notificationAccounts.createCode(person.id, 'wecom');
  const message = wecom.write('lilei', ` ${code.toLowerCase()} `);
  expect((await post({ ...message, path: message.path.replace('nonce=12345', 'nonce=1') })).status).toBe(401);
  expect((await post({ ...message, body: '<!DOCTYPE x><xml/>' })).status).toBe(401);
  expect(await house.services.notificationAccounts.of(person.id)).toEqual([]);
  expect((await post(message)).status).toBe(200);
  expect(await house.services.notificationAccounts.of(person.id)).toMatchObject([{ way: 'wecom', address: 'lilei' }]);
  await expect
    .poll(() => wecom.got)
    .toMatchObject([{ message: { text: { content: '李雷，已绑定。以后的提醒会发到这里。' } } }]);
  // The code is used; a code of another time is too old.
  expect(await house.services.notificationAccounts.redeem(code, { way: 'wecom', address: 'hanmeimei' })).toBeNull();
  const late = await house.services.notificationAccounts.createCode(person.id, 'wecom');
  house.clock.add({ minutes: 16 });
  expect(
    await house.services.notificationAccounts.redeem(late.code, { way: 'wecom', address: 'hanmeimei' }),
  ).toBeNull();
});
