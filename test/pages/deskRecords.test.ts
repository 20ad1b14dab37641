import type { Browser, Page } from 'playwright-core';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffMember } from '#crm/staff/staffAccounts.ts';
import { describeInBrowser, launchBrowser } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { expectAccessible } from '#test/web/support/openChat.ts';
import { hire, type Line, talk } from './support/shopDay.ts';
import { eventually, expectNoSidewaysScroll, openAs } from './support/staffPages.ts';
import { type StaffHouse, startStaffHouse } from './support/startStaffHouse.ts';

const photo = (id: string) => ({
  name: '插头发黑.png',
  contentType: 'image/png',
  contentUrl: `/v3/directline/attachments/${id}`,
});
const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

/** What customers could send to be run in a colleague's browser. */
const hostile: Line[] = [
  ['customer', evil],
  ['customer', '[打开](javascript:window.hacked=1) {{constructor.constructor("window.hacked=1")()}}'],
  [
    'customer',
    {
      text: 'files',
      attachments: [
        { name: evil, contentType: 'image/png', contentUrl: 'javascript:window.hacked=1' },
        { name: evil, contentType: 'text/html', contentUrl: 'data:text/html,<script>window.hacked=1</script>' },
        { name: 7, contentType: 'application/vnd.zhiyin.product+json', content: { name: evil, price: { a: 1 } } },
      ],
      suggestedActions: { actions: [{ title: evil }, 'nonsense'] },
      channelData: { sources: [{ title: evil, excerpt: evil }, null] },
    },
  ],
  ['bot', { text: `**${evil}** [x](javascript:window.hacked=1)`, channelData: { sources: [{ title: evil }] } }],
];

describeInBrowser('records on the desk', { timeout: 90_000 }, () => {
  const database = testDatabase();
  let browser: Browser;
  let house: StaffHouse;
  let admin: StaffMember;

  beforeAll(async () => {
    [browser, house] = await Promise.all([launchBrowser(), startStaffHouse(database.db)]);
    admin = await hire(house, 'administrator', '林晓');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** A complaint with its task, conversation and photo, by a customer of this name. */
  async function complain(name: string, whatHappened: string, lines: Line[]) {
    const { customer, conversation } = await talk(house, name, lines);
    const { id, number } = await house.services.complaints.record({
      customerId: customer.id,
      conversationId: conversation.id,
      language: 'zh',
      whatHappened,
      wish: '换一个新的',
      severity: 'safety',
      evidence: [{ name: '插头发黑.png', contentType: 'image/png', url: photo(v7()).contentUrl }],
    });
    const [task] = (await house.services.tasks.list({ scope: 'all', staffId: null, limit: 200 })).items.filter(
      ({ complaintId }) => complaintId === id,
    );
    if (!task) throw new Error('The complaint has raised no task.');
    return { customer, conversation, complaint: { id, number }, task };
  }

  const isLoaded = (page: Page) =>
    page
      .locator('.evidence img')
      .first()
      .evaluate((picture) => (picture as unknown as { naturalWidth: number }).naturalWidth > 0);

  it('shows a task with its cause, photos, sources, the whole conversation and the customer', async () => {
    const { task, customer, complaint } = await complain('王芳', '水壶冒烟', [
      ['customer', '水壶能烧多少水？'],
      [
        'bot',
        {
          text: '容量 **1.7 升**。',
          channelData: { sources: [{ documentId: 'd', title: '电水壶说明', excerpt: '最高水位线' }] },
        },
      ],
      ['customer', { attachments: [photo(v7())] }],
      ['staff', { text: '马上给您回电。', from: { name: '林晓' } }],
    ]);
    await house.services.preferences.keep({
      customerId: customer.id,
      key: 'fragrance',
      value: '只用无香产品',
      quote: '我只用无香的',
      confidence: 1,
      confirmed: true,
    });
    const { page, faults, close } = await openAs(browser, house, admin.email, `/desk/tasks/${task.id}?scope=all`);
    await page.getByText(`C-${complaint.number}`).first().waitFor();
    await page.getByRole('log').getByText('水壶能烧多少水？').waitFor();
    await page.getByRole('log').locator('strong', { hasText: '1.7 升' }).waitFor();
    await page.getByText('依据 1 篇资料').click();
    await page.getByText('最高水位线').waitFor();
    await eventually(() => isLoaded(page)).toBe(true);
    const side = page.getByRole('complementary', { name: '客户资料' });
    await side.getByRole('heading', { name: '王芳' }).waitFor();
    await side.getByText('我只用无香的').waitFor();
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await close();
  });

  it('moves a complaint on, with a note in its log', async () => {
    const { complaint } = await complain('李雷', '风扇异响', [['customer', '风扇很响']]);
    const { page, faults, close } = await openAs(browser, house, admin.email, `/desk/complaints/${complaint.id}`);
    await page.getByRole('combobox', { name: '更新状态' }).click();
    await page.locator('.ant-select-item-option').getByText('处理中').click();
    await page.getByLabel('说明做了什么；会记入处理记录').fill('已寄出新风扇');
    await page.keyboard.press('Control+Enter');
    await eventually(async () => (await house.services.complaints.get(complaint.id)).state).toBe('inHand');
    await page.locator('.log').getByText('已寄出新风扇').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('shows what customers wrote as text, whatever they wrote', async () => {
    const { task, complaint, customer, conversation } = await complain(evil, evil, hostile);
    await house.services.knowledge.recordGap({ question: evil, language: 'zh', reason: 'unanswered' });
    const { page, faults, close } = await openAs(browser, house, admin.email, '/desk/tasks?scope=all');
    for (const path of [
      `tasks/${task.id}?scope=all`,
      `complaints/${complaint.id}`,
      `conversations/${conversation.id}`,
      `customers/${customer.id}`,
      'gaps',
    ]) {
      await page.goto(`${house.url}/desk/${path}`);
      await page.getByText('<script>window.hacked=1</script>').first().waitFor();
      expect(await page.evaluate('window.hacked'), path).toBeUndefined();
      expect(await page.locator('a[href^="javascript:"], a[href^="data:"], #root script, img[src="x"]').count()).toBe(
        0,
      );
    }
    expect(faults).toEqual([]);
    await close();
  });

  it('finds a customer, corrects what is known of them, takes them from the pool, gives points and uses a voucher', async () => {
    const { customer } = await talk(house, '赵一一', [['customer', '你好']]);
    const { purchases, points, vouchers, customers } = house.services;
    const bought = { orderNumber: 'QM-1', customerId: customer.id, product: '老款滤芯', amount: 88 };
    await purchases.take([{ ...bought, purchasedAt: '2026-03-01T10:00:00+08:00', serialNumber: 'SN-9' }], null);
    const worth = { kind: 'value', amount: 3000, minCents: 0, days: 9000 } as const;
    await vouchers.issue({ ...worth, customerId: customer.id, cause: 'staff', staffId: admin.id });
    const { page, faults, close } = await openAs(browser, house, admin.email, '/desk/customers');
    await page.getByLabel('搜索姓名、电话、邮箱').fill('赵一一');
    await page.locator('[data-row]').getByText('赵一一').click();
    await page.getByRole('button', { name: '编辑资料' }).click();
    await page.getByLabel('城市').fill('杭州');
    await page.getByRole('button', { name: '保存' }).click();
    await eventually(async () => (await customers.get(customer.id)).city).toBe('杭州');
    await page.getByText('老款滤芯').waitFor();
    await page.getByText('序列号 SN-9').waitFor();
    await page.getByRole('button', { name: '由我照管' }).click();
    await eventually(() => customers.owner(customer.id)).toMatchObject({ id: admin.id });
    await page.getByRole('button', { name: '调整积分' }).click();
    await page.getByLabel('分数（负数：扣回）').fill('120');
    await page.getByLabel('原因', { exact: true }).fill('补积分');
    await page.getByRole('form', { name: '调整积分' }).getByRole('button', { name: '调整积分' }).click();
    await eventually(() => points.balance(customer.id)).toBe(120);
    await page.getByText('120 积分').waitFor();
    await page.getByRole('button', { name: '核销' }).click();
    await page.getByLabel('用于哪个订单').fill('QM-2');
    await page.getByRole('button', { name: '核销' }).click();
    await eventually(() => vouchers.usable(customer.id)).toEqual([]);
    await page.getByText('已用于 QM-2').waitFor();
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await close();
  });

  it('adds a colleague and hands out a sign-in link', async () => {
    const { page, faults, close } = await openAs(browser, house, admin.email, '/desk/settings');
    await page.getByRole('button', { name: '添加同事' }).click();
    await page.getByLabel('姓名').fill('新同事');
    await page.getByLabel('邮箱').fill('new@example.com');
    await page.getByRole('button', { name: '保存' }).click();
    const person = page.getByRole('listitem').filter({ hasText: 'new@example.com' });
    await person.getByRole('button', { name: '登录链接' }).click();
    const link = await page.getByRole('textbox', { name: '一次性登录链接' }).inputValue();
    expect(link).toMatch(/\/desk\/sign-in\?token=.{20,}/);
    expect(faults).toEqual([]);
    await close();
  });

  it.each([
    ['zh-CN', 'light', 1440, '投诉处理'],
    ['en-GB', 'dark', 375, 'Complaint'],
  ] as const)('is accessible and fits in %s, %s, %i pixels wide', async (locale, colorScheme, width, word) => {
    const { task } = await complain('王芳', '水壶冒烟', [['customer', '水壶冒烟']]);
    const options = { locale, colorScheme, viewport: { width, height: 800 } };
    const { page, faults, close } = await openAs(browser, house, admin.email, '/desk/tasks?scope=all', options);
    await page.locator('[data-row]').getByText(word).first().waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.locator(`[data-row="${task.id}"]`).click();
    await page.getByRole('log').getByText('水壶冒烟').waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    if (width < 800) {
      await page.getByRole('button', { name: locale === 'zh-CN' ? '客户' : 'Customer', exact: true }).click();
      await page.getByRole('complementary').getByRole('heading', { name: '王芳' }).waitFor();
      await page.goBack();
    }
    for (const path of ['conversations', 'customers', 'gaps', 'settings', 'surveys']) {
      await page.goto(`${house.url}/desk/${path}`);
      await page.locator('main').waitFor();
      await eventually(() => page.locator('.rows-skeleton, .page-skeleton').count()).toBe(0);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
    expect(faults).toEqual([]);
    await close();
  });
});
