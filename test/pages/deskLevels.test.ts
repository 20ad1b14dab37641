import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { describeInBrowser } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { expectAccessible } from '#test/web/support/openChat.ts';
import { eventually, expectNoSidewaysScroll } from './support/staffPages.ts';
import { startDesk } from './support/startDesk.ts';

const dayMs = 86_400_000;

describeInBrowser('service levels on the desk', { timeout: 120_000 }, () => {
  const database = testDatabase();
  const opened = startDesk(database);

  it('managers say when people work and how long customers may wait; what comes of it is shown before it is saved', async () => {
    const { client } = database.db;
    const { page } = await opened.openAs('周宁', 'manager');
    await page.goto(`${opened.app.url}/desk/settings`);
    const form = page.getByRole('form', { name: '服务时间' });
    await form.getByLabel('星期一结束').fill('12');
    await form.getByRole('button', { name: '加一段: 星期一' }).click();
    await form.getByLabel('星期一开始').nth(1).fill('13：30');
    await form.getByLabel('星期一结束').nth(1).fill('11:00');
    await page.getByText('星期一：结束要晚于开始。').waitFor();
    await form.getByLabel('星期一结束').nth(1).fill('24:00');
    await form.getByRole('switch', { name: /法定节假日/ }).click();
    await form.getByRole('button', { name: '加一天' }).click();
    const tomorrow = new Date(Date.now() + dayMs).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });
    await form.getByLabel('日期', { exact: true }).fill(tomorrow);
    await form.getByLabel(/说明/).fill('盘点');
    const preview = page.getByRole('region', { name: '接下来四周' });
    await eventually(() => preview.locator('[data-because="special"]').allInnerTexts()).toEqual([
      expect.stringMatching(/休息[\s\S]*特殊日期 · 盘点/),
    ]);
    await preview.getByText('13:30–24:00').first().waitFor();
    expect(await preview.locator('.month-day').count()).toBe(28);
    await page.getByRole('button', { name: /保\s?存/ }).click();
    await page.getByText('已保存，第 2 版').waitFor();
    const [kept] = await client.calendar.findMany();
    expect(kept).toMatchObject({ version: 2, definition: { chineseHolidays: true } });
    expect((kept!.definition as { weekly: object[] }).weekly[0]).toEqual([
      { from: '09:00', to: '12:00' },
      { from: '13:30', to: '24:00' },
    ]);
    await page.getByRole('button', { name: '填入这一版: 第 1 版' }).click();
    await eventually(() => form.getByLabel('星期一结束').count()).toBe(1);
    await expectAccessible(page);

    const settings = page.getByRole('navigation', { name: '管理的各页' });
    await settings.getByRole('link', { name: '服务时限', exact: true }).click();
    const first = page.getByRole('region', { name: '首次回应' });
    await first.getByRole('button', { name: '加一条' }).click();
    await first
      .getByLabel(/会员等级/)
      .last()
      .fill('gold');
    await first.getByLabel(/时长/).last().fill('2');
    await page.getByText('有未保存的修改').waitFor();
    await page.getByRole('button', { name: /保\s?存/ }).click();
    await page.getByText('已保存', { exact: true }).waitFor();
    const gold = { kind: 'firstResponse', priority: 'normal', tier: 'gold', minutes: 120, aroundTheClock: false };
    expect((await opened.app.services.serviceLevels.targets()).at(-1)).toEqual({ ...gold, calendarId: null });
    await expectAccessible(page);
    await page.setViewportSize({ width: 375, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.goto(`${opened.app.url}/desk/settings/calendars`);
    await preview.waitFor();
    await expectNoSidewaysScroll(page);
  });

  it('who works for the customer sees what is due when, lets it stand for a reason, and lets it run on', async () => {
    const { client } = database.db;
    const { app } = opened;
    const { services } = app;
    const { page, id: staffId } = await opened.openAs('林晓', 'staff');
    const { id: customerId } = await client.customer.create({ data: { id: v7(), name: '李雷', tier: 'gold' } });
    const talk = { id: v7(), channel: 'directline', externalId: v7(), userId: 'u', customerId };
    const { id: conversationId } = await client.conversation.create({ data: talk });
    await services.conversations.queue(conversationId);
    const told = { customerId, conversationId, language: 'zh', whatHappened: '壶漏水', severity: 'serious' } as const;
    const { id: complaintId } = await services.complaints.record({ ...told, evidence: [] });
    const late = await services.tasks.raise({
      type: 'callBack',
      title: '早该回电',
      priority: 'normal',
      dueAt: new Date(Date.now() - dayMs),
      customerId,
      ownerId: staffId,
    });
    const look = async () => {
      await services.tasks.runDue(new Date());
      await services.serviceLevels.runDue(new Date());
    };
    await look();

    await page.goto(`${app.url}/desk/conversations/${conversationId}`);
    const strip = page.getByRole('list', { name: '服务时限' });
    await strip.getByText('首次回应').waitFor();
    await strip.getByText(/最晚 .* · 还有/).waitFor();
    await strip.getByRole('button', { name: '暂停计时：首次回应' }).click();
    await strip.getByRole('combobox', { name: '为什么暂停' }).click();
    await page.locator('.ant-select-dropdown').getByText('其他原因').click();
    await strip.getByRole('button', { name: '暂停计时' }).last().click();
    await strip.getByText('选择“其他原因”时请写明').waitFor();
    await strip.getByLabel('说明').fill('等仓库回电');
    await strip.getByRole('button', { name: '暂停计时' }).last().click();
    await strip.getByText(/等仓库回电，到/).waitFor();
    expect(await client.serviceClock.findFirst({ where: { conversationId } })).toMatchObject({ state: 'paused' });
    await expectAccessible(page);
    await page.setViewportSize({ width: 375, height: 800 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await strip.getByRole('button', { name: /继续计时/ }).click();
    await eventually(() => strip.textContent()).toMatch(/进行中/);

    // The complaint: its first word and its solution; the pause shows in the log, and on the row of its task.
    await page.goto(`${app.url}/desk/complaints/${complaintId}`);
    const block = page.getByRole('region', { name: '服务时限' });
    await block.getByText('解决', { exact: true }).waitFor();
    expect(await block.getByRole('listitem').filter({ hasText: '营业时间' }).count()).toBe(2);
    const task = await client.task.findFirstOrThrow({ where: { complaintId } });
    await page.goto(`${app.url}/desk/tasks/${task.id}?scope=all`);
    await block.getByRole('button', { name: '暂停计时：完成任务' }).click();
    await block.getByRole('button', { name: '暂停计时' }).last().click();
    const row = page.locator(`[data-row="${task.id}"]`);
    await row.getByText('等客户回复').waitFor();
    await row.getByText(/暂停到/).waitFor();
    await block.getByText('计时记录').click();
    await block
      .getByText(/等客户回复，到/)
      .first()
      .waitFor();
    await expectAccessible(page);
    await page.locator(`[data-row="${late.id}"]`).getByText(/超时/).waitFor();

    // All of the shop, and what was missed.
    await services.tasks.complete(late.id, { staffId, outcome: 'reached', next: null });
    await look();
    await page.goto(`${app.url}/desk/levels`);
    await page.getByRole('link', { name: /壶漏水/ }).waitFor();
    await page.getByText('没有按时', { exact: true }).click();
    await page.getByText('未达标').waitFor();
    await page.getByRole('link', { name: '早该回电' }).click();
    await page.getByText('未达标').first().waitFor();
    expect(page.url()).toContain(late.id);
  });

  it('insights say how targets were kept and lead to what was missed', async () => {
    const { page } = await opened.openAs('陈默', 'manager', 375);
    await page.goto(`${opened.app.url}/insights`);
    const card = page.getByRole('region', { name: '服务时限' });
    await card.getByRole('region', { name: '完成任务' }).getByText('只有 1 件，太少，不计算比例').waitFor();
    await card.getByText(/现在有 \d+ 件在计时/).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await card.getByRole('link', { name: '看没有按时的 1 件' }).click();
    await page.getByRole('link', { name: '早该回电' }).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
