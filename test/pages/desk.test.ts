import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffMember } from '#crm/staff/staffAccounts.ts';
import { describeInBrowser, launchBrowser } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { hire, minutesFromNow, talk } from './support/shopDay.ts';
import { eventually, openAs, openPages, password } from './support/staffPages.ts';
import { type StaffHouse, startStaffHouse } from './support/startStaffHouse.ts';

describeInBrowser('the task inbox', { timeout: 90_000 }, () => {
  const database = testDatabase();
  let browser: Browser;
  let house: StaffHouse;
  let lin: StaffMember;

  beforeAll(async () => {
    [browser, house] = await Promise.all([launchBrowser(), startStaffHouse(database.db)]);
    lin = await hire(house, 'staff', '林晓');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const raise = (title: string, minutes: number, more = {}) =>
    house.services.tasks.raise({ type: 'custom', title, priority: 'normal', dueAt: minutesFromNow(minutes), ...more });

  it('asks who one is, refuses a wrong password and opens the inbox', async () => {
    const { page, faults, close } = await openPages(browser);
    await page.goto(`${house.url}/desk/tasks?scope=all`);
    await page.getByLabel('邮箱').fill(lin.email);
    await page.getByLabel('密码', { exact: true }).fill('something else');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('邮箱或密码不正确，请核对后再试。').waitFor();
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: '任务收件箱' }).waitFor();
    expect(page.url()).toContain('/desk/tasks?scope=all');
    expect(faults).toEqual([]);
    await close();
  });

  it('signs in by a one-time link, once', async () => {
    const { token } = await house.services.staff.createSignInLink(lin.id, null);
    const first = await openPages(browser);
    await first.page.goto(`${house.url}/desk/sign-in?token=${token}`);
    await first.page.getByRole('button', { name: '登录' }).click();
    await first.page.getByRole('region', { name: '任务收件箱' }).waitFor();
    await first.close();
    const second = await openPages(browser);
    await second.page.goto(`${house.url}/desk/sign-in?token=${token}`);
    await second.page.getByRole('button', { name: '登录' }).click();
    await second.page.getByText('这个登录链接已使用过或已过期').waitFor();
    await second.close();
  });

  it('shows late tasks first, then those of today, then the rest', async () => {
    await raise('order: later', 3 * 24 * 60);
    await raise('order: late', -90);
    await raise('order: today', 120);
    const { page, close } = await openAs(browser, house, lin.email, '/desk/tasks?scope=all');
    await page.getByLabel('搜索标题、客户、编号').fill('order:');
    await eventually(() => page.locator('[data-row] .row-title').allTextContents()).toEqual([
      'order: late',
      'order: today',
      'order: later',
    ]);
    await eventually(() => page.locator('h2.group').allTextContents()).toEqual(['已超时 1', '今天到期 1', '之后 1']);
    expect(await page.locator('[data-row]').first().textContent()).toContain('超时 2小时');
    await close();
  });

  it('claims, snoozes and completes by keyboard alone', async () => {
    const mine = await raise('keys: first', -5);
    const other = await raise('keys: second', 5);
    const { page, faults, close } = await openAs(browser, house, lin.email, '/desk/tasks?scope=all');
    await page.getByText('keys: first').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('keys:');
    await eventually(() => page.locator('[data-row]').count()).toBe(2);
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await eventually(async () => (await house.services.tasks.get(mine.id)).owner?.name).toBe('林晓');

    await page.keyboard.press('d');
    await page.getByRole('form', { name: '完成任务' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('请选择结果').waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('已换新，客户满意。');
    await page.keyboard.press('Control+Enter');
    await eventually(async () => (await house.services.tasks.get(mine.id)).state).toBe('done');
    await page.getByRole('form', { name: '完成任务' }).waitFor({ state: 'detached' });
    expect(await house.services.tasks.get(mine.id)).toMatchObject({
      outcome: 'solved',
      outcomeNote: '已换新，客户满意。',
    });

    await eventually(() => page.locator('[data-row]').count()).toBe(1);
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await page.getByRole('form', { name: '什么时候再提醒？' }).waitFor();
    await page.keyboard.press('Enter');
    await eventually(async () => (await house.services.tasks.get(other.id)).snoozedUntil).toEqual(minutesFromNow(60));
    expect(faults).toEqual([]);
    await close();
  });

  it('shows a new task without reload and says so', async () => {
    await raise('live: before', 600);
    const { page, close } = await openAs(browser, house, lin.email, '/desk/tasks?scope=all');
    await page.getByText('live: before').waitFor();
    await page.getByText('实时更新中').waitFor({ state: 'attached' });
    await raise('live: just now', 30);
    const row = page.locator('[data-row]', { hasText: 'live: just now' });
    await row.waitFor();
    expect(await row.textContent()).toContain('新');
    await page.getByText('新任务：live: just now').waitFor({ state: 'attached' });
    await close();
  });

  it('comes back to the page and to what was written when the session has ended', async () => {
    const task = await raise('session: ends', 60);
    const { page, close } = await openAs(browser, house, lin.email, `/desk/tasks/${task.id}?scope=all`);
    await page.getByLabel('写备注，同事都能看到').fill('客户说明天再打');
    await page.context().clearCookies();
    // The page may notice by itself before the press.
    const ended = page.getByText('登录已过期');
    await eventually(async () => {
      await page
        .getByRole('button', { name: '添加备注' })
        .click({ timeout: 500 })
        .catch(() => undefined);
      return ended.count();
    }).toBe(1);
    await page.getByLabel('邮箱').fill(lin.email);
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await eventually(() => page.getByLabel('写备注，同事都能看到').inputValue()).toBe('客户说明天再打');
    expect(page.url()).toContain(task.id);
    await page.getByRole('button', { name: '添加备注' }).click();
    await eventually(async () => (await house.services.tasks.get(task.id)).events.map(({ note }) => note)).toContain(
      '客户说明天再打',
    );
    await close();
  });

  it('says that a colleague was faster, and shows whose it is', async () => {
    const chen = await hire(house, 'staff', '陈默');
    const task = await raise('taken: by a colleague', 45);
    const { page, close } = await openAs(browser, house, lin.email, `/desk/tasks/${task.id}?scope=all`);
    const claim = page.getByRole('button', { name: '认领' });
    await claim.waitFor();
    // The page hears of it by and by; the press comes first.
    await page.route('**/api/v1/live', (route) => route.abort());
    await database.db.client.task.update({ where: { id: task.id }, data: { ownerId: chen.id } });
    await claim.click();
    await page.getByText('刚刚有人更改过它').waitFor();
    await page.getByRole('article').getByText('陈默').waitFor();
    await close();
  });

  it('takes a conversation over, answers and gives it back', async () => {
    const { conversation } = await talk(house, '要找人工', [
      ['customer', '我要找人工'],
      ['bot', '好的，已为您转接。'],
    ]);
    const { page, faults, close } = await openAs(browser, house, lin.email, `/desk/conversations/${conversation.id}`);
    await page.getByRole('button', { name: '接手对话' }).click();
    await page.getByLabel('回复客户').and(page.locator('textarea')).fill('您好，我是林晓。');
    await page.keyboard.press('Control+Enter');
    await eventually(async () => house.said.map(({ text }) => text)).toContain('您好，我是林晓。');
    await page.getByRole('button', { name: '交还机器人' }).click();
    await page.getByRole('button', { name: '接手对话' }).waitFor();
    expect((await house.services.conversations.get(conversation.id)).holder).toBe('bot');
    expect(faults).toEqual([]);
    await close();
  });
});
