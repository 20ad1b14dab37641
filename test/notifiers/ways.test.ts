import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DeliveryRefused } from '#bot/channels/channel.ts';
import { dingtalkSign } from '#bot/notifiers/dingtalk.ts';
import { Secrets } from '#crm/secrets/secrets.ts';
import { buildStaff, buildTeam } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';
import { type Mailbox, startMailbox } from '#test/support/fakes/mailbox.ts';
import { type FakePush, startFakePush } from '#test/support/fakes/pushService.ts';
import { type FakeRobots, secrets, startFakeRobots } from '#test/support/fakes/robots.ts';
import { buildTellingHouse, emptyHouse, linkAccount, raiseTask, states, type TellingHouse } from './world.ts';

const database = testDatabase();
const clock = { now: () => house.clock.now() };
let house: TellingHouse;
let robots: FakeRobots;
let mailbox: Mailbox;

beforeAll(async () => {
  robots = await startFakeRobots(clock);
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
const addresses = {
  wecomRobot: () => ({ url: `${robots.url}/cgi-bin/webhook/send?key=${secrets.wecomKey}` }),
  dingtalk: () => ({
    url: `${robots.url}/robot/send?access_token=${secrets.dingtalkToken}`,
    secret: secrets.dingtalkSecret,
  }),
  feishu: () => ({ url: `${robots.url}/open-apis/bot/v2/hook/${secrets.feishuHook}`, secret: secrets.feishuSecret }),
  teamsWorkflow: () => ({ url: `${robots.url}/teams?sig=${secrets.teamsSig}` }),
  webhook: () => ({ url: `${robots.url}/webhook`, secret: secrets.webhookSecret }),
};
type TargetName = keyof typeof addresses;
const addTarget = (way: TargetName, given: object = {}) =>
  house.services.notificationTargets.create({ way, name: way, ...addresses[way](), ...given }, null);

describe('groups and systems', () => {
  test.each(Object.keys(addresses) as TargetName[])(
    '%s takes what a team is told, and names whom it concerns',
    async (way) => {
      await addTarget(way);
      const person = await buildStaff(house, { name: '李雷', email: 'lilei@localhost' });
      const account = { wecomRobot: 'wecom', dingtalk: 'dingtalk', feishu: 'feishu' }[way as string];
      if (account) await linkAccount(house, person.id, account, '13800000000');
      await raiseTask(house, person.id, { title: '<@all> [点我](https://evil.example) 退款' });
      await run();
      expect(robots.answers).toHaveLength(1);
      expect(await states(house)).toEqual({ [way]: ['sent'] });
      const said = JSON.stringify(robots.shown[0]?.body);
      expect(said).toContain(account ? '13800000000' : '李雷');
      expect(said).toContain('https://desk.example/desk/tasks/');
      // What a customer wrote mentions nobody and links nowhere, where text is markup.
      if (way !== 'feishu' && way !== 'webhook') expect(said).not.toMatch(/<@all>|\(https:\/\/evil/);
    },
  );

  test.each(['wecomRobot', 'dingtalk'] as const)(
    '%s: fifty events in a minute stay below twenty messages, and all are told',
    async (way) => {
      await addTarget(way);
      const person = await buildStaff(house, { email: 'x@localhost' });
      for (let second = 0; second < 50; second++) {
        await raiseTask(house, person.id, { title: `第${second}件` });
        await run();
        house.clock.time = new Date(house.clock.time.getTime() + 1000);
      }
      house.clock.add({ minutes: 1 });
      await run();
      expect(robots.answers.every((answer) => /"errcode":0/.test(answer))).toBe(true);
      expect(robots.shown.length).toBeLessThanOrEqual(20);
      const said = JSON.stringify(robots.shown.map(({ body }) => body));
      for (let second = 0; second < 50; second++) expect(said).toContain(`第${second}件`);
    },
  );

  test('a burst is one message within the size that the robot takes', async () => {
    for (const way of ['wecomRobot', 'feishu', 'teamsWorkflow', 'dingtalk'] as const) await addTarget(way);
    const person = await buildStaff(house, { email: 'x@localhost' });
    for (let index = 0; index < 20; index++)
      await raiseTask(house, person.id, { title: `${index} ${'很长的标题'.repeat(60)}` });
    await run();
    expect(robots.shown).toHaveLength(4);
    expect(robots.answers.filter((answer) => /errcode":0|code":0|202/.test(answer))).toHaveLength(4);
  });

  test('DingTalk’s ten minutes of silence are kept, then it is told', async () => {
    await addTarget('dingtalk');
    const person = await buildStaff(house, { email: 'x@localhost' });
    // Another program uses up the robot.
    for (let index = 0; index < 21; index++) {
      await fetch(addressOfDingtalk(house.clock.now().getTime()), {
        method: 'POST',
        body: '{"msgtype":"markdown","markdown":{"title":"x","text":"x"}}',
      });
    }
    await raiseTask(house, person.id);
    await run();
    expect(await states(house)).toEqual({ dingtalk: ['waiting'] });
    const before = robots.answers.length;
    house.clock.add({ minutes: 9 });
    await run();
    expect(robots.answers).toHaveLength(before);
    house.clock.add({ minutes: 2 });
    await run();
    expect(await states(house)).toEqual({ dingtalk: ['sent'] });
  });

  test('only its team, only what is urgent, only while it is active', async () => {
    const [mine, other] = [await buildTeam(house, 'mine'), await buildTeam(house, 'other')];
    const person = await buildStaff(house, { teamId: mine.id, email: 'x@localhost' });
    await addTarget('webhook', { name: 'a', teamId: mine.id });
    await addTarget('feishu', { teamId: other.id });
    await addTarget('teamsWorkflow', { urgentOnly: true });
    const { id } = await addTarget('wecomRobot');
    await house.services.notificationTargets.update(id, { active: false }, null);
    await raiseTask(house, person.id);
    expect(Object.keys(await states(house))).toEqual(['webhook']);
    await raiseTask(house, person.id, { priority: 'urgent' });
    expect((await states(house)).teamsWorkflow).toEqual(['waiting']);
  });

  test('a wrong key is a dead letter at once; address and secret are never shown nor logged', async () => {
    const made = await addTarget('dingtalk', { secret: 'SEC-wrong' });
    const person = await buildStaff(house, { email: 'x@localhost' });
    await raiseTask(house, person.id);
    await run();
    const { items } = await house.services.notificationDeliveries.list({ state: 'failed' });
    expect(items).toMatchObject([{ way: 'dingtalk', attempts: 1, error: expect.stringContaining('310000') }]);
    const rows = await database.db.client.notificationTarget.findMany();
    const told = JSON.stringify([made, await house.services.notificationTargets.list(), items, house.log, rows]);
    expect(told).not.toContain('SEC-wrong');
    expect(told).not.toContain(secrets.dingtalkToken);
    await house.services.notificationTargets.update(made.id, { secret: secrets.dingtalkSecret }, null);
    await house.services.notificationDeliveries.sendAgain(items[0]!.id, person.id);
    house.clock.add({ minutes: 1 });
    await run();
    expect(await states(house)).toEqual({ dingtalk: ['sent'] });
    await expect(house.services.notificationDeliveries.sendAgain(items[0]!.id, null)).rejects.toMatchObject({
      code: 'notDead',
    });
    // Sealed with a key that is gone: a dead letter that says so, and nothing that stops the others.
    const url = await new Secrets(database.db, 'a key that is gone').seal('https://x.example', 'x');
    await database.db.client.notificationTarget.update({ where: { id: made.id }, data: { url } });
    await raiseTask(house, person.id);
    house.clock.add({ minutes: 1 });
    await run();
    const lost = await house.services.notificationDeliveries.list({ state: 'failed' });
    expect(lost.items).toMatchObject([{ attempts: 1, error: expect.stringContaining('SECRETS_KEY') }]);
  });

  test('a webhook is sent again with the same id and a new time; redirects and private addresses are dead letters', async () => {
    await addTarget('webhook');
    const person = await buildStaff(house, { email: 'x@localhost' });
    robots.fail(1, 500);
    await raiseTask(house, person.id);
    await run();
    expect(await states(house)).toEqual({ webhook: ['waiting'] });
    house.clock.add({ hours: 1 });
    await run();
    expect(robots.shown).toMatchObject([
      { body: { type: 'notification.taskRaised', data: { task: { title: '请回电' } } } },
    ]);
    robots.fail(1, 302, { Location: `${robots.url}/webhook` });
    await raiseTask(house, person.id);
    await run();
    expect(await states(house)).toEqual({ webhook: ['sent', 'failed'] });
    expect(robots.shown).toHaveLength(1);
    await expect(addTarget('webhook', { url: 'https://10.0.0.1/x' })).rejects.toMatchObject({ code: 'addressRefused' });
    await expect(addTarget('webhook', { secret: 'short' })).rejects.toMatchObject({ code: 'invalidInput' });
    expect((await addTarget('webhook', { secret: null })).newSecret).toMatch(/^whsec_/);
  });
});

describe('mail', () => {
  test('in the person’s language, with threads, links and no code of strangers', async () => {
    const chinese = await buildStaff(house, { name: '李雷', email: 'lilei@example.com' });
    const english = await buildStaff(house, { name: 'Ann', email: 'ann@example.com', language: 'en' });
    const task = await raiseTask(house, chinese.id, { title: '<script>x</script>\r\nBcc: all@example.com' });
    await house.services.notifications.tell([english.id], { kind: 'taskDue', taskId: task });
    await run();
    const mailTo = (name: string) => mailbox.mails.find((mail) => mail.to[0]?.startsWith(name))!.raw;
    const to = mailTo('lilei');
    const other = mailTo('ann');
    expect(mailbox.mails.map((mail) => mail.to.length)).toEqual([1, 1]);
    expect(to).toContain(`References: <task-${task}@desk.example>`);
    expect(to).toContain('Auto-Submitted: auto-generated');
    expect(to).not.toMatch(/^Bcc:/m);
    expect(to.slice(to.indexOf('text/html'))).not.toContain('<script>');
    expect(other).toMatch(/^Subject: Zhiyin: Task due soon/m);
    expect(other).toContain('desk/done/');
  });

  test('a busy server is asked again, a mailbox that is not there is a dead letter', async () => {
    const person = await buildStaff(house, { email: 'nobody@example.com' });
    await raiseTask(house, person.id);
    mailbox.busy = true;
    await run();
    expect(await states(house)).toEqual({ mail: ['waiting'] });
    mailbox.busy = false;
    house.clock.add({ minutes: 1 });
    await run();
    expect(await states(house)).toEqual({ mail: ['failed'] });
  });
});

describe('browsers and Teams', () => {
  test('a push is signed, can only be read by its browser, and ends where the browser is gone', async () => {
    const push: FakePush = await startFakePush(house.notifying.pushKey);
    const person = await buildStaff(house, { email: 'x@localhost' });
    await house.services.notificationAccounts.subscribe(person.id, push.subscription, 'Chrome');
    await raiseTask(house, person.id, { priority: 'urgent' });
    await run();
    expect(push.shown).toMatchObject([
      { title: '知音：【紧急】新任务：请回电', urgent: true, url: expect.stringContaining('/desk/tasks/') },
    ]);
    expect(push.headers[0]).toMatchObject({ urgency: 'high', ttl: '86400' });
    push.revoke();
    await raiseTask(house, person.id);
    house.clock.add({ minutes: 1 });
    await run();
    expect(await house.services.notificationAccounts.browsers(person.id)).toEqual([]);
    await push.close();
  });

  test('Teams gets a card in the conversation in which the account was linked; a refusal is a dead letter', async () => {
    const reference = { channelId: 'msteams', serviceUrl: 'https://smba.example', conversation: { id: 'a:1' } };
    const person = await buildStaff(house, { email: 'x@localhost' });
    await linkAccount(house, person.id, 'teams', 'msteams:29:1', { reference, claims: { aud: 'app' } });
    await raiseTask(house, person.id);
    await run();
    expect(house.delivered).toMatchObject([
      {
        conversation: { channel: 'msteams', reference },
        claims: { aud: 'app' },
        activity: {
          attachments: [{ content: { type: 'AdaptiveCard', version: '1.4', actions: [{}, { title: '标记完成' }] } }],
        },
      },
    ]);
    house = await buildTellingHouse(database.db, {}, async () => {
      throw new DeliveryRefused('The bot was blocked.');
    });
    await raiseTask(house, person.id);
    house.clock.add({ minutes: 1 });
    await run();
    expect((await states(house)).teams).toEqual(['sent', 'failed']);
  });
});

function addressOfDingtalk(now: number): string {
  const url = new URL(addresses.dingtalk().url);
  url.searchParams.set('timestamp', String(now));
  url.searchParams.set('sign', dingtalkSign(now, secrets.dingtalkSecret));
  return url.href;
}
