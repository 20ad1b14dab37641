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
});
