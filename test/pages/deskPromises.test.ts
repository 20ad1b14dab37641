import { expect, it } from 'vitest';
import { describeInBrowser } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { expectAccessible, openChat } from '#test/web/support/openChat.ts';
import { eventually, expectNoSidewaysScroll } from './support/staffPages.ts';
import { startDesk } from './support/startDesk.ts';

describeInBrowser('promises on the desk', { timeout: 120_000 }, () => {
  const database = testDatabase();
  const desk = startDesk(database);

  it('made by the bot and by staff, listed by whose and by when, moved, kept by a task, counted, and told when asked', async () => {
    const { app, browser } = desk;
    const lin = await desk.openAs('林晓', 'staff');
    const zhou = await desk.openAs('周宁', 'manager', 375);
    const chat = await openChat(browser, app.url);
    const heard = (what: RegExp) => eventually(async () => (await chat.bubbles()).join('\n')).toMatch(what);
    await chat.say('转人工');
    await heard(/下一位就是您|同事/);

    // 林晓 answers, which keeps the bot's promise, and promises something without a day: it asks for one.
    const conversation = await database.db.client.conversation.findFirstOrThrow();
    await lin.page.goto(`${app.url}/desk/conversations/${conversation.id}`);
    await lin.page.getByRole('button', { name: '接手对话' }).click();
    const strip = lin.page.getByRole('list', { name: '承诺' });
    await strip.getByText('同事会在这里回复您').waitFor();
    const reply = lin.page.getByRole('textbox', { name: '回复客户' });
    await reply.fill('我会尽快给您寄出新水壶');
    await reply.press('Control+Enter');
    await strip.getByText('发现一个承诺').waitFor();
    await eventually(() => strip.getByText('同事会在这里回复您').count()).toBe(0);
    expect(await strip.getByRole('button', { name: '确认承诺' }).isDisabled()).toBe(true);
    const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    await strip.getByLabel('最晚时间').fill(`${inTwoDays}T18:00`);
    await strip.getByRole('button', { name: '确认承诺' }).click();
    await heard(/林晓答应您.*18:00/s);
    await strip.getByText('已承诺').waitFor();
    await expectAccessible(lin.page);

    // The list: whose, which, by when; its own page leads to the task.
    await lin.page.goto(`${app.url}/desk/promises`);
    const rows = lin.page.locator('[data-row]');
    await eventually(() => rows.count()).toBe(1);
    const choose = async (filter: string, value: string) => {
      await lin.page.getByRole('combobox', { name: filter }).click();
      await lin.page.locator('.ant-select-dropdown:visible .ant-select-item-option').getByText(value).click();
    };
    await choose('期限', '已超时');
    await lin.page.getByText('这里没有承诺').waitFor();
    await choose('期限', '7 天内');
    await eventually(() => rows.count()).toBe(1);
    await choose('谁的承诺', '周宁');
    await lin.page.getByText('这里没有承诺').waitFor();
    await choose('谁的承诺', '林晓');
    await rows.first().click();
    await lin.page.getByRole('heading', { name: '经过' }).waitFor();
    await expectAccessible(lin.page);
    await lin.page
      .getByRole('button', { name: '改 期' })
      .or(lin.page.getByRole('button', { name: '改期' }))
      .first()
      .click();
    await lin.page.getByLabel('最晚时间').fill('2020-01-01T10:00');
    await lin.page.getByText('请选一个还没到的时间。').waitFor();
    await lin.page.getByLabel('最晚时间').fill(`${inTwoDays}T20:30`);
    await lin.page
      .getByRole('button', { name: '改 期' })
      .or(lin.page.getByRole('button', { name: '改期' }))
      .first()
      .click();
    await heard(/要改到.*20:30/s);
    await lin.page.getByText('改期 1 次').waitFor();
    await lin.page.getByRole('link', { name: '看任务' }).click();
    await lin.page.waitForURL(/desk\/tasks\//);
    const promise = await database.db.client.customerPromise.findFirstOrThrow({ where: { kind: 'said' } });
    await app.services.tasks.complete(promise.taskId!, { staffId: lin.id, outcome: 'solved', next: null });
    await heard(/林晓答应您的事办好了/);

    // The customer asks the bot; the manager sees the promises on the customer's page and the rate, on a phone.
    await app.services.conversations.release(conversation.id, lin.id);
    await heard(/交还给我/);
    await chat.say('你们答应我什么了？');
    await heard(/我们答应您的有这 2 件.*林晓：我会尽快给您寄出新水壶.*办好了/s);
    const { page } = zhou;
    await page.goto(`${app.url}/desk/customers/${promise.customerId}`);
    const given = page.locator('section.block').filter({ hasText: '答应过这位客户的事' });
    await eventually(() => given.getByRole('listitem').count()).toBe(2);
    await given.getByText('按时兑现').first().waitFor();
    await expectNoSidewaysScroll(page);
    await page.goto(`${app.url}/insights`);
    const card = page.getByRole('region', { name: '兑现承诺' });
    await card.getByText('只有 2 个承诺到期，太少，不计算比例').waitFor();
    await eventually(() => card.locator('tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/同事说的\s+1\s+1\s+太少/),
      expect.stringMatching(/机器人说的\s+1\s+1\s+太少/),
    ]);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    expect(chat.complaints).toEqual([]);
  });
});
