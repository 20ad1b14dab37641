import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffMember } from '#crm/staff/staffAccounts.ts';
import { describeInBrowser, launchBrowser } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { hire, minutesFromNow, talk } from './support/shopDay.ts';
import { eventually, openAs } from './support/staffPages.ts';
import { type StaffHouse, startStaffHouse } from './support/startStaffHouse.ts';

describeInBrowser('work with tasks', { timeout: 90_000 }, () => {
  const database = testDatabase();
  let browser: Browser;
  let house: StaffHouse;
  let lead: StaffMember;

  beforeAll(async () => {
    [browser, house] = await Promise.all([launchBrowser(), startStaffHouse(database.db)]);
    lead = await hire(house, 'manager', '林晓');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('is raised, done step by step, and ends with the next contact planned, without a mouse', async () => {
    const { customer } = await talk(house, '秦岚', [['customer', '你好']]);
    const task = await house.services.tasks.raise({
      type: 'gift',
      title: '寄小样',
      priority: 'normal',
      dueAt: minutesFromNow(60),
      customerId: customer.id,
    });
    const { page, faults, close } = await openAs(browser, house, lead.email, `/desk/tasks/${task.id}?scope=all`);
    await page.getByText('和客户确认收件人和地址').waitFor();
    await page.keyboard.press('d');
    const form = page.getByRole('form', { name: '完成任务' });
    await form.getByText('已寄出').click();
    await page.keyboard.press('Control+Enter');
    await form.getByText('这个结果要先做完必做步骤').waitFor();
    await page.keyboard.press('Escape');
    for (const key of ['1', '2']) {
      await page.keyboard.press(key);
      await eventually(async () => (await house.services.tasks.get(task.id)).steps.done).toBe(Number(key));
    }
    await page.keyboard.press('d');
    await form.getByText('已寄出').click();
    await page.keyboard.press('Control+Enter');
    await form.getByText('请选择下次联系的时间').waitFor();
    await form.getByText('1 周后').click();
    await page.keyboard.press('Control+Enter');
    await eventually(async () => (await house.services.tasks.get(task.id)).state).toBe('done');
    const [next] = (await house.services.tasks.get(task.id)).followedBy;
    await page.getByRole('link', { name: /10:00/ }).first().waitFor();
    expect((await house.services.tasks.get(next!.id)).owner?.name).toBe('林晓');
    expect(faults).toEqual([]);
    await close();
  });

  it('stands on a board and in a calendar, by keys; many are chosen and put off at once', async () => {
    const raise = (title: string) =>
      house.services.tasks.raise({ type: 'custom', title, priority: 'normal', dueAt: minutesFromNow(90) });
    const [one, two] = [await raise('并排：一'), await raise('并排：二')];
    await database.db.client.task.updateMany({ where: { id: { in: [one.id, two.id] } }, data: { ownerId: null } });
    const { page, faults, close } = await openAs(browser, house, lead.email, '/desk/tasks?scope=all&view=board&q=并排');
    await page.getByRole('region', { name: '待认领 2' }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await eventually(async () => (await house.services.tasks.get(one.id)).owner?.name).toBe('林晓');
    // The claimed one may open after it is stored: Escape leads back to the board.
    await eventually(async () => {
      await page.keyboard.press('Escape');
      return page.getByRole('region', { name: '处理中 1' }).count();
    }).toBe(1);
    // Cards go to another priority or owner by key, too; who has none yet is offered as well.
    const mei = await hire(house, 'staff', '韩梅');
    for (const [by, column, asked, moved] of [
      ['priority', /普通 2/, '紧急', async () => (await house.services.tasks.get(two.id)).priority],
      ['owner', /待认领 1/, '韩梅', async () => (await house.services.tasks.get(two.id)).owner?.id],
    ] as const) {
      await page.goto(new URL(`/desk/tasks?scope=all&view=board&q=并排&by=${by}`, page.url()).href);
      await page.getByRole('region', { name: column }).waitFor();
      const card = page.locator(`[data-row="${two.id}"]`);
      const dialog = page.getByRole('dialog', { name: '移到哪里？' });
      await eventually(async () => {
        await card.focus();
        if ((await dialog.count()) === 0) await page.keyboard.press('m');
        return dialog.count();
      }).toBe(1);
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role'));
      await eventually(focused).toBe('combobox');
      await page.keyboard.type(asked);
      // Colleagues come by and by; Enter takes the one that is found.
      await page.locator('.ant-select-item-option-active', { hasText: asked }).waitFor();
      await page.keyboard.press('Enter');
      await eventually(moved).toBe(by === 'priority' ? 'urgent' : mei.id);
      await page.getByRole('region', { name: `${asked} 1` }).waitFor();
      await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe(two.id);
    }
    await page.keyboard.press('v');
    await page.waitForURL(/view=calendar/);
    await page.getByRole('link', { name: /并排：二/ }).waitFor();
    await page.goto(new URL('/desk/tasks?scope=all&q=并排', page.url()).href);
    await eventually(() => page.locator('[data-row]').count()).toBe(2);
    // The rows are there a moment before their keys are.
    const chosen = page.getByText('已选 2 项');
    await eventually(async () => {
      if ((await chosen.count()) === 0) await page.keyboard.press('*');
      return chosen.count();
    }).toBe(1);
    await page.getByRole('toolbar').getByRole('combobox', { name: '稍后' }).click();
    await page.getByTitle('明天上午 9 点').click();
    await eventually(async () => (await house.services.tasks.get(two.id)).snoozedUntil).not.toBeNull();
    await eventually(async () => (await house.services.tasks.get(one.id)).snoozedUntil).not.toBeNull();

    // Done at once: what comes next is asked once for all, and planned where there is a customer.
    const { customer } = await talk(house, '孟夏', [['customer', '你好']]);
    const [third, fourth] = [await raise('一起：三'), await raise('一起：四')];
    await database.db.client.task.update({ where: { id: third.id }, data: { customerId: customer.id } });
    await page.goto(new URL('/desk/tasks?scope=all&q=一起', page.url()).href);
    await eventually(() => page.locator('[data-row]').count()).toBe(2);
    await eventually(async () => {
      if ((await chosen.count()) === 0) await page.keyboard.press('*');
      return chosen.count();
    }).toBe(1);
    await page.getByRole('toolbar').getByRole('combobox', { name: '完成' }).click();
    await page.getByTitle('已解决').click();
    const asked = page.getByRole('dialog');
    expect(await asked.getByRole('button', { name: '完成任务' }).isDisabled()).toBe(true);
    await asked.getByText('1 个月后').click();
    await asked.getByRole('button', { name: '完成任务' }).click();
    await eventually(async () => (await house.services.tasks.get(third.id)).followedBy).toHaveLength(1);
    await eventually(async () => (await house.services.tasks.get(fourth.id)).state).toBe('done');
    expect(faults).toEqual([]);
    await close();
  });
});
