import { afterAll, expect, test } from 'vitest';
import { withStaffLinks } from '#bot/staffLinks.ts';
import { echo, message, startConnector } from '#test/connector/startConnector.ts';
import { appId, startChannelService, startIssuer } from '#test/connector/world.ts';
import { buildCustomer, buildStaff } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildTellingHouse, emptyHouse, raiseTask, states, type TellingHouse } from './world.ts';

const database = testDatabase();
const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ends) await end();
});

test('Teams, from the code that a colleague writes to the card of a task: through the connector, signed, of the bot’s own accord', async () => {
  const { db } = database;
  await emptyHouse(db);
  const [issuer, service] = [await startIssuer(), await startChannelService()];
  // The house tells through the connector, which asks the house who has written a code.
  const bot = await startConnector(db, {
    issuer,
    decide: (turn) => withStaffLinks(echo, { db, services: house.services })(turn),
  });
  ends.push(bot.close, service.close, issuer.close);
  const house: TellingHouse = await buildTellingHouse(db, {}, bot.deliver);
  const person = await buildStaff(house, { name: '李雷', email: 'x@localhost' });
  const { code } = await house.services.notificationAccounts.createCode(person.id, 'teams');
  const conversation = { id: 'a:personal', conversationType: 'personal' };
  const headers = { Authorization: `Bearer ${await issuer.token(service.url)}` };
  const written = message(service.url, code, { channelId: 'msteams', conversation, locale: 'zh-CN' });
  expect((await bot.post(written, headers)).status).toBe(202);
  await expect
    .poll(() => service.sent.map(({ activity }) => activity.text))
    .toEqual([expect.stringContaining('李雷，已绑定')]);

  const customer = await buildCustomer(house);
  const taskId = await raiseTask(house, person.id, { customerId: customer.id });
  await house.notifying.deliverer.run();
  expect(await states(house)).toEqual({ teams: ['sent'] });
  const { path, headers: sent, activity } = service.sent[1]!;
  expect(path).toBe('/v3/conversations/a%3Apersonal/activities');
  expect(sent.authorization).toBe(`Bearer token-of-${appId}`);
  expect(activity).toMatchObject({
    type: 'message',
    summary: '知音：新任务：请回电',
    from: { id: 'bot-1' },
    recipient: { id: 'user-1' },
    conversation: { id: 'a:personal' },
  });
  expect(activity.replyToId).toBeUndefined();
  const { actions } = (activity.attachments as { content: { actions: { title: string; url: string }[] } }[])[0]!
    .content;
  expect(actions.map(({ title }) => title)).toEqual(['打开', '标记完成']);

  // The button leads to the page of its link, which completes the task for whom it was sent to.
  const token = actions[1]!.url.split('/').at(-1)!;
  await house.services.doneLinks.complete(token, { outcome: 'solved', next: null }, null);
  expect(await house.services.tasks.get(taskId)).toMatchObject({ state: 'done', completedById: person.id });

  // Busy, it is asked again; blocked, it is a dead letter that a person sends again.
  service.answers(429);
  const second = await raiseTask(house, person.id);
  house.clock.add({ minutes: 1 });
  await house.notifying.deliverer.run();
  expect((await states(house)).teams).toEqual(['sent', 'waiting']);
  service.answers(403);
  house.clock.add({ minutes: 10 });
  await house.notifying.deliverer.run();
  expect((await states(house)).teams).toEqual(['sent', 'failed']);
  const { items } = await house.services.notificationDeliveries.list({ state: 'failed' });
  await house.services.notificationDeliveries.sendAgain(items[0]!.id, person.id);
  house.clock.add({ minutes: 1 });
  await house.notifying.deliverer.run();
  expect((await states(house)).teams).toEqual(['sent', 'sent']);
  expect(service.sent).toHaveLength(3);
  expect(JSON.stringify(service.sent[2]!.activity)).toContain(second);
});
