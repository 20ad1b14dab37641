import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, launchBrowser } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { expectAccessible } from '#test/web/support/openChat.ts';
import { hire, talk } from './support/shopDay.ts';
import { eventually, expectNoSidewaysScroll, openAs } from './support/staffPages.ts';
import { type StaffHouse, startStaffHouse } from './support/startStaffHouse.ts';

const sentence = '这壶嘎不嘎';

describeInBrowser('understanding, on the desk', { timeout: 90_000 }, () => {
  const database = testDatabase();
  let browser: Browser;
  let house: StaffHouse;

  beforeAll(async () => {
    [browser, house] = await Promise.all([launchBrowser(), startStaffHouse(database.db)]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('a manager tries a sentence, teaches it, sees what that changes, and publishes', async () => {
    await talk(house, '顾客甲', [['customer', sentence]]);
    const before = house.services.examples.understand(sentence).wishes[0]!.intent;
    const [intent, name] = before === 'products' ? ['complaints', '投诉'] : ['products', '问产品'];
    const manager = await hire(house, 'manager', '周敏');
    const { page, faults, close } = await openAs(browser, house, manager.email, '/desk/understanding');
    await page.getByRole('heading', { name: '理解' }).waitFor();
    await page.getByText('所有例句都已生效').waitFor();

    await page.getByRole('navigation', { name: '意图' }).getByText(name).click();
    await page.getByLabel('新例句').fill(sentence);
    await page.getByRole('button', { name: '添加例句' }).click();
    await page.getByText('有 1 处改动还没有生效').waitFor();

    await page.getByRole('button', { name: '看看会改变什么' }).click();
    const changes = page.locator('.changes');
    await changes.getByText(sentence).waitFor();
    await changes.getByRole('link', { name: '看对话' }).waitFor();
    expect(await changes.textContent()).toContain(name);
    expect(house.services.examples.understand(sentence).wishes[0]!.intent).toBe(before);
    await expectAccessible(page);

    await page.getByRole('button', { name: '发布' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '发布' }).click();
    await page.getByText('所有例句都已生效').waitFor();
    await eventually(async () => house.services.examples.understand(sentence).wishes[0]!.intent).toBe(intent);

    await page.getByLabel('顾客可能说的一句话').fill(sentence);
    await page.getByRole('button', { name: '试一试' }).click();
    await eventually(async () => page.locator('.read-wishes').textContent()).toContain(name);

    await page.setViewportSize({ width: 375, height: 760 });
    await expectNoSidewaysScroll(page);
    expect(faults).toEqual([]);
    await close();
  });

  it('is in English for those who read it so, and not for staff', async () => {
    const manager = await hire(house, 'manager', 'Ann');
    const english = await openAs(browser, house, manager.email, '/desk/understanding', { locale: 'en-GB' });
    await english.page.getByRole('heading', { name: 'Understanding' }).waitFor();
    await english.page.getByRole('link', { name: 'Understanding' }).waitFor();
    await english.close();
    const colleague = await hire(house, 'staff', 'Bo');
    const refused = await openAs(browser, house, colleague.email, '/desk/understanding');
    await refused.page.getByText('您的角色不能进行此操作').waitFor();
    expect(await refused.page.getByRole('link', { name: '理解' }).count()).toBe(0);
    await refused.close();
  });

  it('a manager keeps the shop’s synonyms; search takes them at once', async () => {
    const manager = await hire(house, 'manager', '吴岚');
    const { page, faults, close } = await openAs(browser, house, manager.email, '/desk/understanding');
    const section = page.getByRole('region', { name: '同义词' });
    await section.getByText('还没有同义词').waitFor();
    const add = section.getByRole('button', { name: '添加一组' });
    await section.getByLabel('意思相同的词').fill('水垢');
    expect(await add.isDisabled()).toBe(true);
    await section.getByLabel('意思相同的词').fill('水垢，茶锈、limescale');
    await add.click();
    await section.getByText('茶锈').waitFor();
    expect((await house.services.synonyms.list()).map(({ words }) => words)).toEqual([['水垢', '茶锈', 'limescale']]);

    await section.getByRole('button', { name: '修改' }).click();
    await section.getByLabel('意思相同的词').fill('水垢, 茶渍');
    await section.getByRole('button', { name: '保存' }).click();
    await section.getByText('茶渍').waitFor();
    await expectAccessible(page);
    await page.setViewportSize({ width: 375, height: 760 });
    await expectNoSidewaysScroll(page);

    await section.getByRole('button', { name: '删除' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '删除' }).click();
    await section.getByText('还没有同义词').waitFor();
    expect(await house.services.synonyms.list()).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });
});
