import { expect, it } from 'vitest';
import { describeInBrowser } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { expectAccessible } from '#test/web/support/openChat.ts';
import { eventually, expectNoSidewaysScroll } from './support/staffPages.ts';
import { startDesk } from './support/startDesk.ts';

describeInBrowser('records of one person, and their rights', { timeout: 90_000 }, () => {
  const database = testDatabase();
  const desk = startDesk(database);

  it('are joined field by field, split again, and erased by a manager who was asked first', async () => {
    const { client } = database.db;
    const one = await client.customer.create({ data: { name: '王芳', phone: '13800000009', city: '杭州' } });
    const other = await client.customer.create({
      data: { name: 'Wang Fang', phone: '+86 138 0000 0009', email: 'fang@example.com' },
    });
    const { page } = await desk.openAs('林晓', 'manager');
    await page.goto(`${desk.app.url}/desk/customers/${one.id}`);
    await page.getByText('电话相同').waitFor();
    await page.getByRole('button', { name: '合并到这里' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('邮箱：（空） → fang@example.com').waitFor();
    await expectAccessible(page);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/merge.png` });
    await dialog.getByRole('button', { name: '合并到这里' }).click();
    await page.getByText(/Wang Fang（.*合并）/).waitFor();
    await page.getByText('fang@example.com').waitFor();
    expect(await client.customer.findUnique({ where: { id: other.id } })).toMatchObject({ mergedIntoId: one.id });

    await page.getByRole('button', { name: '拆开' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '拆开' }).click();
    await page.getByText('电话相同').waitFor();
    await eventually(async () => (await client.customer.findUnique({ where: { id: one.id } }))?.email).toBe(null);

    await page.setViewportSize({ width: 375, height: 800 });
    await page.getByRole('button', { name: '删除此人' }).scrollIntoViewIfNeeded();
    await expectNoSidewaysScroll(page);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/rights.png` });
    await page.getByRole('button', { name: '删除此人' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '删除此人' }).click();
    await page.getByText('此人的信息已删除').waitFor();
    expect(await client.customer.findUnique({ where: { id: one.id } })).toMatchObject({ name: null, phone: null });
    await page.context().close();
  });

  it('see on their own page what is noted, correct it, have it forgotten, and choose what is allowed', async () => {
    const { client } = database.db;
    const customer = await client.customer.create({ data: { name: '周敏', phone: '13800000019' } });
    await client.identity.create({
      data: { customerId: customer.id, channel: 'directline', externalId: `dl_${customer.id}` },
    });
    const base = { customerId: customer.id, confidence: 1, confirmed: true };
    const told = await client.preference.createManyAndReturn({
      data: [
        { ...base, key: 'fragrance', value: '无香', quote: '我只用无香的' },
        { ...base, key: 'budget', value: '200 元以内', quote: '预算 200 以内', validUntil: new Date('2020-01-01') },
        { ...base, key: 'largeType', value: '眼睛花', quote: '我眼睛花' },
      ],
    });
    const { page: staff } = await desk.openAs('林晓', 'staff');
    await staff.goto(`${desk.app.url}/desk/customers/${customer.id}`);
    await staff.getByText('已过期，不使用').first().waitFor();
    await staff.getByRole('button', { name: '生成客户自己看的链接' }).click();
    const link = await staff
      .getByText(/\/me\/[\w-]{32}/)
      .first()
      .textContent();
    if (process.env.SHOTS) await staff.screenshot({ path: `${process.env.SHOTS}/record-desk.png`, fullPage: true });
    await staff.context().close();

    const context = await desk.browser.newContext({ viewport: { width: 375, height: 800 }, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(desk.app.url + new URL(link!.trim()).pathname);
    await page.getByRole('button', { name: '打开', exact: true }).click();
    await page.getByText('我只用无香的').waitFor();
    await eventually(() => page.locator('html').getAttribute('data-type')).toBe('large');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/record-zh.png`, fullPage: true });
    await page.getByRole('button', { name: '更正: 香味' }).click();
    await page.getByLabel('香味', { exact: true }).fill('茉莉香');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('茉莉香').first().waitFor();
    await page.getByRole('button', { name: '是这样: 预算' }).click();
    await page.getByRole('button', { name: '是这样: 预算' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '忘掉: 电话' }).click();
    await page.getByRole('button', { name: '确定忘掉: 电话' }).click();
    await page.getByRole('button', { name: '忘掉: 电话' }).waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: /请您评价：通过网页/ }).click();
    await eventually(() =>
      client.consent.count({ where: { customerId: customer.id, purpose: 'survey', granted: true } }),
    ).toBe(1);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Take it back and forget all of them' }).click();
    await eventually(() => page.locator('html').getAttribute('data-type')).toBe(null);
    await expectAccessible(page);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/record-en.png`, fullPage: true });
    // Somebody else with the same link finds it used; so does the customer after closing it.
    const other = await (await desk.browser.newContext({ locale: 'en-GB' })).newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Open', exact: true }).click();
    await other.getByText('This link was opened already').waitFor();
    await other.context().close();
    await page.getByRole('button', { name: 'Done, close the page' }).click();
    await page.getByRole('heading', { name: 'Closed' }).waitFor();
    await context.close();
    expect(await client.customer.findUnique({ where: { id: customer.id } })).toMatchObject({ phone: null });
    expect(
      await client.preference.findMany({ where: { customerId: customer.id }, orderBy: { id: 'asc' } }),
    ).toMatchObject([
      { id: told[0]!.id, value: '茉莉香', confirmed: true },
      { id: told[1]!.id, validUntil: expect.toSatisfy((until: Date) => until > new Date()) },
    ]);
  });
});
