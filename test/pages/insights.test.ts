import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffMember } from '#crm/staff/staffAccounts.ts';
import { describeInBrowser, launchBrowser } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { expectAccessible } from '#test/web/support/openChat.ts';
import { hire, rate, talk } from './support/shopDay.ts';
import { eventually, expectNoSidewaysScroll, openAs } from './support/staffPages.ts';
import { type StaffHouse, startStaffHouse } from './support/startStaffHouse.ts';

describeInBrowser('insights', { timeout: 90_000 }, () => {
  const database = testDatabase();
  let browser: Browser;
  let house: StaffHouse;
  let manager: StaffMember;

  beforeAll(async () => {
    [browser, house] = await Promise.all([launchBrowser(), startStaffHouse(database.db)]);
    manager = await hire(house, 'manager', '陈默');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  // One story: the shop's first ratings arrive, from none to enough.
  it('says what to do while there is nothing, and is accessible then', async () => {
    const { page, faults, close } = await openAs(browser, house, manager.email, '/insights');
    await page.getByText('这段时间还没有评价').waitFor();
    await page.getByText('这段时间没有投诉').waitFor();
    await page.getByText('没有 1–2 分的评价').waitFor();
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await close();
  });

  it('asks for no figure before it knows on which day it is at the shop', async () => {
    const { page, close } = await openAs(browser, house, manager.email, '/insights');
    await page.getByText('这段时间还没有评价').waitFor();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/api/v1/shop', async (route) => {
      await held;
      await route.continue();
    });
    const asked: string[] = [];
    page.on('request', (request) => {
      const from = new URL(request.url()).searchParams.get('from');
      if (request.url().includes('/reports/') && from) asked.push(from);
    });
    await page.reload();
    await page.getByRole('button', { name: '退出登录' }).waitFor();
    await page.locator('main, [role=status]').first().waitFor();
    expect(asked).toEqual([]);
    letGo();
    await page.getByText('这段时间还没有评价').waitFor();
    // Midnight in Shanghai.
    const instants = asked.filter((from) => from.includes('T'));
    expect([...new Set(instants.map((from) => from.slice(10)))]).toEqual(['T16:00:00.000Z']);
    await close();
  });

  it('shows no share of fewer than five answers', async () => {
    await rate(house, [5, 5, 4]);
    const { page, close } = await openAs(browser, house, manager.email, '/insights');
    await page.getByText('只有 3 份评价，太少，不计算比例').waitFor();
    expect(await page.getByTestId('share').count()).toBe(0);
    await close();
  });

  it('shows share, n and interval, with reserve below thirty, and takes up a new rating by itself', async () => {
    await rate(house, [5, 4, 5, 2, 1], '等太久了 <img src=x onerror="window.hacked=1">');
    const { page, faults, close } = await openAs(browser, house, manager.email, '/insights');
    const share = page.getByTestId('share');
    await eventually(() => share.textContent()).toBe('75.0%');
    await page.getByText('95% 区间 40.9%–92.9%').waitFor();
    await page.getByText('8 份评价', { exact: true }).waitFor();
    await page.getByText('少于 30 份，仅供参考').waitFor();
    await page.getByText('等太久了 <img src=x').waitFor();
    expect(await page.evaluate('window.hacked')).toBeUndefined();

    await page.getByText('实时更新中').waitFor({ state: 'attached' });
    await rate(house, [3, 3]);
    await eventually(() => share.textContent()).toBe('60.0%');
    await page.getByText('10 份评价', { exact: true }).waitFor();
    await rate(
      house,
      Array.from({ length: 20 }, () => 5),
    );
    await eventually(() => share.textContent()).toBe('86.7%');
    expect(await page.getByText('少于 30 份，仅供参考').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it('keeps its filter in the address', async () => {
    const { page, close } = await openAs(browser, house, manager.email, '/insights?period=7d&rated=staff');
    await page.getByText('这段时间还没有评价').waitFor();
    await page.getByText('近 90 天', { exact: true }).click();
    await eventually(async () => page.url()).toContain('period=90d');
    await page.getByText('按月', { exact: true }).click();
    await eventually(async () => page.url()).toContain('by=month');
    await page.reload();
    expect(new URL(page.url()).search).toBe('?period=90d&rated=staff&by=month');
    await eventually(() => page.getByRole('radio', { name: '近 90 天' }).isChecked()).toBe(true);
    await close();
  });

  it('leads from a response rate to whom it counts, in the address', async () => {
    await rate(house, [5, 4, 5, 5, 4, 5]);
    const { page, faults, close } = await openAs(browser, house, manager.email, '/insights');
    await page.getByRole('button', { name: /^看送达的 \d+ 份$/ }).click();
    await eventually(async () => page.url()).toContain('view=surveys&asked=delivered');
    const asked = page.getByRole('region', { name: '问了谁，没问谁' });
    await asked.getByText('只看：送达').waitFor();
    await eventually(() => asked.getByRole('link', { name: '看对话' }).count()).toBeGreaterThan(5);
    await asked.getByRole('button', { name: /^已回答 \d+$/ }).click();
    await eventually(async () => page.url()).toContain('asked=answered');
    await page.reload();
    await asked.getByText('只看：已回答').waitFor();
    await eventually(() => asked.getByRole('listitem').count()).toBeGreaterThan(5);
    await asked.getByRole('button', { name: '建任务' }).waitFor();
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await close();
  });

  it('counts complaints by product and leads from a low rating to its conversation', async () => {
    const { customer, conversation } = await talk(house, '李雷', [['customer', '包装破了']]);
    await house.services.complaints.record({
      customerId: customer.id,
      conversationId: conversation.id,
      language: 'zh',
      whatHappened: '包装破了',
      severity: 'safety',
      evidence: [],
    });
    const { page, close } = await openAs(browser, house, manager.email, '/insights');
    await page.getByText('共 1 件，其中 1 件处理中').waitFor();
    const card = page.getByRole('region', { name: '各产品的投诉' });
    await card.getByText('查看数字').click();
    await eventually(() => card.locator('tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/未说明产品\s+1\s+1\s+1/),
    ]);
    await page.getByRole('region', { name: '最近的低分评价' }).getByText('看对话').first().click();
    await page.getByRole('region', { name: '对话列表' }).waitFor();
    expect(page.url()).toMatch(/\/desk\/conversations\/[\da-f-]{36}/);
    await close();
  });

  it('leads from a number to its rows, and from them to work: complaints, and what needed no person', async () => {
    const answer = { text: '早晚各一次。', channelData: { sources: [{ documentId: 'x', title: '用法' }] } };
    for (let nth = 0; nth < 6; nth++)
      await talk(house, `问的人 ${nth}`, [
        ['customer', '洁面乳怎么用'],
        ['bot', answer],
        ['customer', '太好了，谢谢'],
      ]);
    const { customer, conversation } = await talk(house, '韩梅梅', [['customer', '泵头断了']]);
    await house.services.complaints.record({
      customerId: customer.id,
      conversationId: conversation.id,
      language: 'zh',
      whatHappened: '泵头断了',
      severity: 'serious',
      evidence: [],
    });
    // Its messages are an hour old, so that it began yesterday if the day has just begun: days are counted from the first talk on.
    const { client } = house.db;
    const { id } = await client.conversation.findFirstOrThrow({ orderBy: { id: 'asc' } });
    await client.conversation.update({ where: { id }, data: { createdAt: new Date(Date.now() - 2 * 3_600_000) } });
    // A talk is over when its customer has been silent for a day.
    house.clock.add({ days: 2 });
    await house.services.talks.runDue();
    await house.services.enquiries.count(house.clock.now());
    house.clock.add({ days: -2 });
    const { page, faults, close } = await openAs(browser, house, manager.email, '/insights?view=talks&period=7d');
    await eventually(() => page.getByTestId('without-person').textContent()).toMatch(/^\d+\.\d%$/);
    await page.getByRole('button', { name: /^客户确认/ }).click();
    await eventually(async () => page.url()).toContain('outcome=confirmed');
    const rows = page.getByRole('region', { name: '每次对话' });
    await eventually(() => rows.getByText('客户确认 · 道谢').count()).toBeGreaterThanOrEqual(6);
    await eventually(() => rows.getByText('用到了人').count()).toBe(0);
    await page.getByRole('region', { name: '峰值时刻' }).getByText('看对话').first().waitFor();
    await expectAccessible(page);

    await page.goto(`${house.url}/insights?view=complaints&period=7d`);
    const group = page.getByRole('button', { name: '未说明产品' });
    await group.click();
    await eventually(() => group.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('region', { name: '每件投诉' }).getByText('泵头断了').first().waitFor();
    await expectAccessible(page);
    await page.getByRole('region', { name: '每件投诉' }).getByRole('button', { name: '建任务' }).click();
    const dialog = page.getByRole('dialog');
    await eventually(() => dialog.getByLabel('任务标题').inputValue()).toMatch(/^看一下：未说明产品（\d+ 件投诉）$/);
    await dialog.getByRole('button', { name: '建任务' }).click();
    const made = () => house.db.client.task.findFirst({ where: { title: { startsWith: '看一下：未说明产品' } } });
    await eventually(async () => (await made())?.detail).toContain('view=complaints&period=custom&pick=');

    await page.goto(`${house.url}/insights?view=gaps&period=7d`);
    await page.getByText('这段时间没有答不上来的问题').waitFor();

    // From a line of the costs to a survey for exactly its customers, with who would not be asked, and why.
    await page.goto(`${house.url}/insights?view=costs&period=7d&rated=staff`);
    await page.getByText('没有按评价对象筛选').waitFor();
    const costs = page.getByRole('region', { name: '各产品线的咨询成本' });
    const line = costs.getByRole('button', { name: '没有说到产品' });
    await line.click();
    await eventually(() => line.getAttribute('aria-pressed')).toBe('true');
    const behind = costs.getByRole('region', { name: /背后的记录/ });
    await behind.getByRole('listitem').first().waitFor();
    await expectAccessible(page);
    await behind.getByRole('button', { name: '发问卷' }).click();
    const { total } = await house.services.relationReports.people('enquiryCosts', {}, '');
    const sending = page.getByRole('dialog');
    await sending.getByText(`共 ${total} 位客户`).waitFor();
    await eventually(() => sending.getByText(/^(会问|不问|晚些再问)( · .+)? \d+$/).count()).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await close();
  });

  it('leads from a number of the comments to exactly these, by an address that can be sent on', async () => {
    await rate(house, [1], '送货慢死了，等了一周');
    await rate(house, [5], '客服很耐心，讲得清楚');
    const { page, faults, close } = await openAs(browser, house, manager.email, '/insights?view=surveys&period=7d');
    const card = page.getByRole('region', { name: '留言', exact: true });
    const late = card.getByText('送货慢死了');
    const patient = card.getByText('客服很耐心');
    await late.first().waitFor();
    await patient.first().waitFor();
    const theme = card.locator('.theme-list > li').filter({ hasText: '物流与包装' }).getByRole('button').first();
    await theme.click();
    await eventually(() => theme.getAttribute('aria-pressed')).toBe('true');
    expect(new URL(page.url()).searchParams.get('about')).toBe('theme:delivery');
    await card.getByRole('status').waitFor();
    await eventually(() => patient.count()).toBe(0);
    await late.first().waitFor();
    // Whoever gets the address sees the same, and no file of something else.
    await page.reload();
    await eventually(() => theme.getAttribute('aria-pressed')).toBe('true');
    await late.first().waitFor();
    await eventually(() => patient.count()).toBe(0);
    await card.getByRole('button', { name: '看全部' }).click();
    await patient.first().waitFor();
    await eventually(async () => new URL(page.url()).searchParams.get('about')).toBeNull();
    // A word leads to its comments; what no address of ours says leads to all of them.
    await page.goto(`${house.url}/insights?view=surveys&period=7d&about=word:${encodeURIComponent('耐心')}`);
    await patient.first().waitFor();
    await eventually(() => late.count()).toBe(0);
    await page.goto(`${house.url}/insights?view=surveys&period=7d&about=rumour:x`);
    await late.first().waitFor();
    expect(await card.getByRole('status').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it('is for managers', async () => {
    const { email } = await hire(house, 'staff', '林晓');
    const { page, close } = await openAs(browser, house, email, '/insights');
    await page.getByText('洞察页仅供经理查看').waitFor();
    await close();
  });

  it.each([
    ['en-GB', 'light', 375],
    ['zh-CN', 'dark', 1440],
  ] as const)('is accessible and fits in %s, %s, %i pixels wide', async (locale, colorScheme, width) => {
    const options = { locale, colorScheme, viewport: { width, height: 800 } };
    const { page, faults, close } = await openAs(browser, house, manager.email, '/insights?period=90d', options);
    await page.getByTestId('share').waitFor();
    await page.getByRole('heading', { name: locale === 'zh-CN' ? '满意度走势' : 'Trend' }).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.goto(`${house.url}/insights?view=surveys&period=90d`);
    await page.getByRole('heading', { name: locale === 'zh-CN' ? '走势' : 'Trend', exact: true }).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await close();
  });
});
