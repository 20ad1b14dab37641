import { expect, it } from 'vitest';
import { describeInBrowser } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { expectAccessible, openChat } from '#test/web/support/openChat.ts';
import { eventually, expectNoSidewaysScroll } from './support/staffPages.ts';
import { startDesk } from './support/startDesk.ts';

describeInBrowser('care on the desk', { timeout: 120_000 }, () => {
  const database = testDatabase();
  const desk = startDesk(database);

  it('a rule is written, looked at, switched on, and reaches only who agreed; "STOP" ends it', async () => {
    const { app, browser } = desk;
    const { client } = database.db;
    const chat = await openChat(browser, app.url);
    await chat.say('订阅消息');
    await eventually(async () => (await chat.bubbles()).join('')).toMatch(/记下了/);
    const customer = await client.customer.findFirstOrThrow();
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(5, 10);
    await client.customer.update({
      where: { id: customer.id },
      data: { name: '王小满', birthday: new Date(`1990-${today}T00:00:00Z`) },
    });

    const { page } = await desk.openAs('周宁', 'manager');
    await page.goto(`${app.url}/desk/care`);
    await page.getByText('还没有规则').waitFor();
    await page.getByRole('button', { name: '新规则' }).click();
    await page.getByLabel('中文名称').fill('生日');
    await page.getByLabel('英文名称').fill('Birthday');
    await page.getByLabel('中文内容').fill('{customer}，生日快乐！{nobody}');
    await page.getByLabel('英文内容').fill('Happy birthday, {customer}!');
    await page.getByLabel(/对照组/).fill('0');
    await page.getByRole('button', { name: /保\s?存/ }).click();
    await page.getByRole('alert').first().waitFor();
    await page.getByLabel('中文内容').fill('{customer}，生日快乐！');
    await page.getByRole('button', { name: /保\s?存/ }).click();
    await page.getByRole('heading', { name: '生日' }).waitFor();
    await expectAccessible(page);

    await page.getByRole('button', { name: '谁会收到' }).click();
    await page.getByLabel('日期').fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
    await page.getByText('这一天有 1 位客户符合').waitFor();
    await page.getByText('王小满，生日快乐！').waitFor();
    await page.getByText('会收到', { exact: true }).waitFor();
    await page.getByRole('switch').click();
    await eventually(() => client.careRule.count({ where: { active: true } })).toBe(1);

    await client.setting.create({ data: { key: 'care', value: { days: 7, quietFrom: '00:00', quietTo: '00:00' } } });
    await app.services.care.runDue(new Date());
    expect(await client.careMessage.findMany({ select: { state: true, reason: true } })).toEqual([
      { state: 'sent', reason: null },
    ]);
    await eventually(async () => (await chat.bubbles()).join('')).toMatch(/王小满，生日快乐！[\s\S]*退订/);
    await chat.say('退订');
    await eventually(async () => (await chat.bubbles()).join('')).toMatch(/已经为您退订/);
    await page.goto(`${app.url}/desk/customers/${customer.id}`);
    await page.getByText('主动发消息: ').first().waitFor();
    await expectAccessible(page);
    await page.goto(`${app.url}/desk/care`);
    await page.getByText('已发 1').waitFor();

    const phone = (await desk.openAs('林晓', 'staff', 375)).page;
    await phone.goto(`${app.url}/desk/care`);
    await phone.getByText('生日快乐').waitFor();
    await expectNoSidewaysScroll(phone);
  });
});
