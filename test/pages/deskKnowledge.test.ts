import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffMember } from '#crm/staff/staffAccounts.ts';
import { storeCatalogue } from '#test/crm/catalogue.ts';
import { describeInBrowser, launchBrowser } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { expectAccessible } from '#test/web/support/openChat.ts';
import { hire, minutesFromNow, talk } from './support/shopDay.ts';
import { eventually, expectNoSidewaysScroll, openAs } from './support/staffPages.ts';
import { type StaffHouse, startStaffHouse } from './support/startStaffHouse.ts';

describeInBrowser('knowledge on the desk', { timeout: 90_000 }, () => {
  const database = testDatabase();
  let browser: Browser;
  let house: StaffHouse;
  let manager: StaffMember;

  beforeAll(async () => {
    [browser, house] = await Promise.all([launchBrowser(), startStaffHouse(database.db)]);
    await storeCatalogue(database.db);
    manager = await hire(house, 'manager', '林晓');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const gift = {
    slug: 'gift-card',
    language: 'zh',
    kind: 'service',
    title: '礼品卡怎么用',
    body: '结账时输入卡号即可，**可以分次使用**。',
  } as const;

  it('an article is found with its words marked, changed, compared and restored', async () => {
    const { articles } = house.services.knowledge;
    const { id } = await articles.save(gift, null);
    await house.services.knowledge.settled();
    const { page, faults, close } = await openAs(browser, house, manager.email, '/desk/articles');
    await page.getByLabel('搜索：像客户那样提问').fill('礼品卡可以分次使用吗');
    await page.locator('mark').getByText('分次').first().waitFor();
    await page.locator(`[data-row="${id}"]`).click();
    await page.getByLabel('正文', { exact: true }).last().fill('结账时输入卡号即可，**只能一次用完**。');
    await page.getByText('预览').click();
    await page.locator('.article-preview strong').getByText('只能一次用完').waitFor();
    await page.getByRole('button', { name: '发布' }).click();
    await page.getByText('第 2 版').waitFor();
    await page.getByRole('button', { name: '与上一版比较' }).click();
    await page.locator('.diff del').first().waitFor();
    expect(await page.locator('.diff').textContent()).toContain('结账时输入卡号即可');
    await page.getByRole('button', { name: '恢复' }).click();
    await eventually(async () => (await articles.get(id)).body).toBe(gift.body);
    await page.getByText('第 3 版').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('the questions that cost most become an article from what a colleague answered; publishing fills them', async () => {
    const lines = [
      ['customer', '周末可以上门安装吗'],
      ['staff', '周末可以上门安装，周六周日九点到十八点。'],
    ] as const;
    const { conversation } = await talk(
      house,
      '钱先生',
      lines.map(([who, text]) => [who, text]),
    );
    const gap = await house.services.knowledge.recordGap({
      question: '周末可以上门安装吗',
      language: 'zh',
      reason: 'unanswered',
      conversationId: conversation.id,
    });
    await database.db.client.gap.update({ where: { id: gap.id }, data: { createdAt: minutesFromNow(-61) } });
    await house.services.knowledge.recordGap({
      question: '请问周末可以上门安装吗？',
      language: 'zh',
      reason: 'unanswered',
    });
    const { page, faults, close } = await openAs(browser, house, manager.email, '/desk/gaps');
    const item = page.getByRole('listitem').filter({ hasText: '周末可以上门安装吗' }).first();
    await item.getByText('问过 2 次').waitFor();
    await item.getByRole('link', { name: '写成文章' }).click();
    await page.getByText('由客户的提问和同事的回答生成的草稿').waitFor();
    expect(await page.getByLabel('正文', { exact: true }).last().inputValue()).toBe(lines[1][1]);
    await page.getByRole('button', { name: '发布' }).click();
    await page.getByText('2 个相关的旧问题中，现在答得上 2 个').waitFor();
    await eventually(() =>
      database.db.client.gap.count({ where: { state: 'open', question: { contains: '上门安装' } } }),
    ).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it('a file is checked, imported when that is confirmed, and its refused rows can be downloaded', async () => {
    const { page, faults, close } = await openAs(browser, house, manager.email, '/desk/imports');
    await page.getByText('把文件拖到这里').waitFor();
    const csv = 'sku,name,category,price\nWEB-1,水杯,杯子,12\nWEB-2,水壶,杯子,abc\n';
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'p.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('cell', { name: /abc/ }).waitFor();
    expect(await house.services.products.bySku('WEB-1')).toBeNull();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载清单（CSV）' }).click(),
    ]);
    expect(readFileSync(await file.path(), 'utf8')).toContain(',3,price,');
    await page.getByRole('button', { name: '导入 1 行' }).click();
    await page.getByText('导入完成').waitFor();
    await eventually(async () => (await house.services.products.bySku('WEB-1'))?.priceCents).toBe(1200);
    await page.getByRole('button', { name: '修改后重新选择' }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('colour\nred\n') });
    await page.getByRole('alert').getByText('第一行').waitFor();
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
    await close();
  });

  it('why a reply was given is shown under it, as it was recorded', async () => {
    const { conversation } = await talk(house, '孙女士', [
      ['customer', '礼品卡怎么用'],
      ['bot', '结账时输入卡号即可。'],
    ]);
    const reading = {
      language: 'zh',
      intent: 'products',
      confidence: 0.91,
      wishes: [{ intent: 'products', text: '礼品卡怎么用', confidence: 0.91 }],
      entities: {},
      sentiment: { label: 'neutral', score: 0 },
    };
    const step = {
      kind: 'passages',
      question: '礼品卡怎么用',
      candidates: [
        { documentId: 'a', title: '礼品卡怎么用', score: 12.5 },
        { documentId: 'b', title: '会员日', score: 3 },
      ],
      chosen: [{ documentId: 'a', title: '礼品卡怎么用', excerpt: '结账时输入卡号即可。' }],
      confidence: 0.8,
    };
    await database.db.client.activity.updateMany({
      where: { conversationId: conversation.id, sender: 'bot' },
      data: { explanation: { reading, steps: [step] } },
    });
    const { page, faults, close } = await openAs(
      browser,
      house,
      manager.email,
      `/desk/conversations/${conversation.id}`,
    );
    await page.getByText('为什么这样回答').click();
    await page.locator('.scores').getByText('12.50').waitFor();
    await page.locator('.explanation').getByText('把握 91%').waitFor();
    await page.locator('.explanation blockquote').getByText('结账时输入卡号即可。').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('a question can be tried as a customer of a class', async () => {
    const { page, faults, close } = await openAs(browser, house, manager.email, '/desk/playground');
    await page.getByLabel('客户会怎么问？').fill('礼品卡');
    await page.getByRole('button', { name: '提问' }).click();
    await page.locator('.tried').getByText('about 礼品卡').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it.each([
    ['en-GB', 'light', 1440],
    ['zh-CN', 'dark', 375],
  ] as const)('is accessible and fits in %s, %s, %i pixels wide', async (locale, colorScheme, width) => {
    const { id } = await house.services.knowledge.save({ ...gift, title: `礼品卡 ${width}` }, null);
    const options = { locale, colorScheme, viewport: { width, height: 800 } };
    const { page, faults, close } = await openAs(browser, house, manager.email, '/desk/articles', options);
    for (const path of ['articles', `articles/${id}`, 'articles/new', 'gaps', 'playground', 'imports']) {
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
