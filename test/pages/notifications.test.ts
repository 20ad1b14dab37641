import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffMember } from '#crm/staff/staffAccounts.ts';
import { describeInBrowser, launchBrowser } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { expectAccessible } from '#test/web/support/openChat.ts';
import { hire } from './support/shopDay.ts';
import { eventually, expectNoSidewaysScroll, openAs, openPages } from './support/staffPages.ts';
import { type StaffHouse, startStaffHouse } from './support/startStaffHouse.ts';

describeInBrowser('notifications on the desk', { timeout: 90_000 }, () => {
  const database = testDatabase();
  let browser: Browser;
  let house: StaffHouse;
  let manager: StaffMember;

  beforeAll(async () => {
    [browser, house] = await Promise.all([launchBrowser({ notifications: true }), startStaffHouse(database.db)]);
    manager = await hire(house, 'manager', '林晓');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const raise = (title: string) =>
    house.services.tasks.raise({ type: 'callBack', title, priority: 'urgent', ownerId: manager.id });

  /** A mail about a task that its server has refused for good. */
  async function dieLetter(taskId: string): Promise<void> {
    const { notificationDeliveries: deliveries } = house.services;
    await deliveries.enqueue([manager.id], { kind: 'taskRaised', taskId }, ['mail']);
    const taken = (await deliveries.take(new Map([['mail', 20]]), 60_000))!;
    await deliveries.settle(taken.lane, house.clock.now(), [
      { rows: taken.rows, state: 'failed', error: 'SendRefused: 550 No such mailbox' },
    ]);
  }

  it('shows what was told, keeps what one wants, sends a dead letter again', async () => {
    const task = await raise('给王女士回电');
    await dieLetter(task.id);
    const { page, faults, close } = await openAs(browser, house, manager.email, '/desk/notifications');
    const unread = async () => (await house.services.notifications.list(manager.id, { unread: true })).items.length;

    await page.getByText('给王女士回电').waitFor();
    expect(await page.getByText('1 条未读').count()).toBe(1);
    await expectAccessible(page);
    await page.getByText('给王女士回电').click();
    await page.getByRole('heading', { name: '给王女士回电' }).waitFor();
    await eventually(unread).toBe(0);

    await page.getByRole('link', { name: '提醒' }).first().click();
    await page.getByRole('link', { name: '我的提醒方式' }).click();
    await page.getByLabel('邮件').getByText('仅紧急').click();
    await page.getByRole('checkbox', { name: '每天免打扰' }).check();
    await page.getByRole('checkbox', { name: '周日' }).check();
    await page.getByRole('checkbox', { name: '任务即将到期' }).check();
    await page.getByRole('button', { name: '保存' }).first().click();
    await eventually(() => house.services.notificationPreferences.of(manager.id)).toEqual({
      ways: { mail: 'urgent' },
      mutedKinds: ['taskDue'],
      quietFrom: '21:00',
      quietTo: '08:30',
      quietDays: [7],
      urgentAnyway: true,
    });
    await page.getByRole('button', { name: '绑定账号' }).click();
    await eventually(() => page.locator('.link-code').textContent()).toMatch(/^ZY-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    await expectAccessible(page);

    await page.getByRole('link', { name: '群与系统' }).click();
    await page.getByRole('button', { name: '添加群或系统' }).click();
    await page.getByLabel('名称').fill('客服群');
    await page.getByLabel('地址').fill('https://10.0.0.8/hook');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保\s*存/ })
      .click();
    await page.getByText('不能使用这个地址').waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /取\s*消/ })
      .click();

    await page.getByRole('link', { name: '未送达' }).click();
    await page.getByText('550 No such mailbox').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: '再次发送' }).click();
    await page.getByText('全部已送达').waitFor();
    expect((await house.services.notificationDeliveries.list()).items).toMatchObject([
      { state: 'waiting', attempts: 0 },
    ]);
    await page.setViewportSize({ width: 375, height: 740 });
    for (const tab of ['', '/mine', '/team', '/undelivered']) {
      await page.goto(`${house.url}/desk/notifications${tab}`);
      await page.locator('.notifications .block').first().waitFor();
      await expectNoSidewaysScroll(page);
    }
    // Refusing the address above is an answer of 422, which the browser reports.
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
    await close();
  });

  it('completes a task by a link, once, after asking; in a group only for who is signed in', async () => {
    const { doneLinks, tasks } = house.services;
    const [open, grouped] = [await raise('寄出新滤芯'), await raise('确认退款')];
    const { id: customerId } = await database.db.client.customer.create({ data: { name: '沈青' } });
    await database.db.client.task.update({ where: { id: open.id }, data: { customerId } });
    const { token } = (await doneLinks.open(open.id, manager.id, false))!;
    const group = (await doneLinks.open(grouped.id, manager.id, true))!;
    const { page, close } = await openPages(browser, { viewport: { width: 375, height: 740 } });
    await page.goto(`${house.url}/desk/done/${token}`);
    await page.getByRole('heading', { name: '林晓，这项任务完成了吗？' }).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect((await tasks.get(open.id)).state).toBe('open');
    await page.getByLabel('说明（可不填）').fill('已寄出');
    const done = page.getByRole('button', { name: '确认完成' });
    expect(await done.isDisabled()).toBe(true);
    await page.getByText('1 周后').click();
    await done.click();
    await page.getByText('已完成，谢谢！').waitFor();
    expect((await tasks.get(open.id)).followedBy).toHaveLength(1);
    expect(await tasks.get(open.id)).toMatchObject({ state: 'done', outcomeNote: '已寄出', completedById: manager.id });
    await page.reload();
    await page.getByText('这个链接已经用过了。').waitFor();
    await page.goto(`${house.url}/desk/done/${group.token}`);
    await page.getByRole('button', { name: /登\s*录/ }).waitFor();
    expect((await tasks.get(grouped.id)).state).toBe('open');
    await page.goto(`${house.url}/desk/done/${token.slice(0, -2)}xx`);
    await page.getByText('这个链接无效').waitFor();
    await close();

    const other = await hire(house, 'staff', '韩梅');
    const theirs = await openAs(browser, house, other.email, `/desk/done/${group.token}`);
    await theirs.page.getByRole('button', { name: '确认完成' }).click();
    await theirs.page.getByText('这个链接是发给另一位同事的').waitFor();
    expect((await tasks.get(grouped.id)).state).toBe('open');
    await theirs.close();
  });

  it('shows what is pushed while the desk is closed, and leads nowhere but to the desk', async () => {
    const { page, faults, close } = await openAs(browser, house, manager.email, '/desk/notifications/mine');
    await page.context().grantPermissions(['notifications'], { origin: house.url });
    const cdp = await page.context().newCDPSession(page);
    const registered = new Promise<string>((found) =>
      cdp.on(
        'ServiceWorker.workerRegistrationUpdated',
        ({ registrations }) => registrations[0] && found(registrations[0].registrationId),
      ),
    );
    await cdp.send('ServiceWorker.enable');
    await page.evaluate(
      `navigator.serviceWorker.register('/desk/worker.js', { scope: '/desk/' }).then(() => navigator.serviceWorker.ready)`,
    );
    const push = async (url: string) =>
      cdp.send('ServiceWorker.deliverPushMessage', {
        origin: house.url,
        registrationId: await registered,
        data: JSON.stringify({ title: '知音：新任务：请回电', body: '截止 12:00', url, tag: url, urgent: true }),
      });
    await push(`${house.url}/desk/tasks/1`);
    await push('https://evil.example/desk/../x');
    const shown = () =>
      page.evaluate(`navigator.serviceWorker.getRegistration('/desk/').then((known) => known.getNotifications())
        .then((list) => list.map(({ title, body, data }) => ({ title, body, path: data.path })))`);
    await eventually(shown).toEqual([
      { title: '知音：新任务：请回电', body: '截止 12:00', path: '/desk/tasks/1' },
      { title: '知音：新任务：请回电', body: '截止 12:00', path: '/desk/notifications' },
    ]);
    expect(faults).toEqual([]);
    await close();
  });
});
