import { expect, it } from 'vitest';
import { describeInBrowser } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { expectAccessible } from '#test/web/support/openChat.ts';
import { eventually, expectNoSidewaysScroll } from './support/staffPages.ts';
import { startDesk } from './support/startDesk.ts';

describeInBrowser('what managers and administrators decide', { timeout: 120_000 }, () => {
  const database = testDatabase();
  const desk = startDesk(database);

  it('cause codes are made, ordered and tried; limits are set by administrators and read by managers', async () => {
    const { app } = desk;
    const { page } = await desk.openAs('陈默', 'administrator');
    await page.goto(`${app.url}/desk/complaints`);
    await page.getByRole('navigation', { name: '投诉与缺陷' }).getByRole('link', { name: '设置' }).click();
    const rows = page.locator('.type-item strong');
    await eventually(() => rows.count()).toBe(12);
    await page.getByRole('button', { name: '新增原因' }).click();
    const form = page.getByRole('form', { name: '新增原因' });
    await form.getByLabel('中文名称').fill('盖子太紧');
    await form.getByLabel('英文名称').fill('Lid too tight');
    await form.getByRole('combobox', { name: '关键词' }).fill('盖子，lid，');
    await form.getByRole('button', { name: /保\s?存/ }).click();
    await eventually(() => rows.last().textContent()).toBe('盖子太紧');
    await page.getByLabel(/写一句客户可能说的话/).fill('盖子裂了，打不开');
    await page.getByRole('button', { name: /试\s?试/ }).click();
    await page.getByText('建议：断裂、破损').waitFor();
    for (let place = 12; place > 0; place--) {
      await page.getByRole('button', { name: '上移 盖子太紧' }).click();
      await eventually(() => rows.nth(place - 1).textContent()).toBe('盖子太紧');
    }
    await page.getByRole('button', { name: /试\s?试/ }).click();
    await page.getByText('建议：盖子太紧').waitFor();
    await expectAccessible(page);

    await page.getByRole('link', { name: '补偿额度' }).click();
    await page.getByLabel('客服的额度（元）').fill('2000');
    await page.getByText('额度不能低于下一级的角色。').waitFor();
    await page.getByLabel('经理的额度（元）').fill('3000.5');
    await page.getByRole('button', { name: /保\s?存/ }).click();
    await page.getByText('已保存').first().waitFor();
    await eventually(() => app.services.compensations.limits()).toEqual({
      staff: 200_000,
      manager: 300_050,
      administrator: null,
    });
    await expectAccessible(page);

    const { page: phone } = await desk.openAs('周宁', 'manager', 375);
    await phone.goto(`${app.url}/desk/complaint-settings/limits`);
    await phone.getByText('只有管理员可以更改额度。').waitFor();
    await expectNoSidewaysScroll(phone);
    await phone.goto(`${app.url}/desk/complaint-settings/causes`);
    await phone.getByText('盖子太紧', { exact: true }).waitFor();
    await expectNoSidewaysScroll(phone);
    await expectAccessible(phone);
  });

  it('partners are added by administrators, at public addresses only; the secret is shown once', async () => {
    const { page } = await desk.openAs('沈默', 'administrator');
    await page.goto(`${desk.app.url}/desk/settings/webhooks`);
    await page.getByRole('button', { name: '添加回调' }).click();
    await page.getByLabel('名称').fill('仓库系统');
    await page.getByLabel('地址').fill('https://10.0.0.1/hook');
    await page.getByLabel('新投诉').check();
    await page.getByRole('button', { name: /保\s?存/ }).click();
    await page.getByRole('alert').getByText('这个地址不能发送').waitFor();
    await page.getByLabel('地址').fill('https://8.8.8.8/hook');
    await page.getByRole('button', { name: /保\s?存/ }).click();
    const shown = page.getByRole('dialog', { name: '签名密钥' });
    expect(await shown.getByRole('textbox').inputValue()).toMatch(/^whsec_.{40,}/);
    // The form goes as the secret comes: a press in that moment may miss, and is made again.
    await eventually(async () => {
      const button = shown.getByRole('button', { name: /关\s?闭/ }).last();
      await button.click({ timeout: 1000 }).catch(() => undefined);
      return page.getByRole('dialog').count();
    }).toBe(0);
    await page.getByRole('link', { name: '仓库系统' }).first().click();
    await page.getByRole('button', { name: '发一个测试' }).click();
    await page.getByText('webhook.test').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: '数据保留' }).click();
    await page.getByRole('combobox', { name: '做完的任务' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('combobox', { name: '做完的任务' }).click();
    await page.getByTitle('3 年').click();
    await page.getByText('现在没有到期的').waitFor();
    await page.getByRole('button', { name: /保\s?存/ }).click();
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: /保\s?存/ })
      .click();
    await eventually(() => desk.app.services.retention.periods()).toEqual({ tasks: 36 });
    const { page: phone } = await desk.openAs('周宁二', 'manager', 375);
    await phone.goto(`${desk.app.url}/desk/settings/webhooks`);
    await phone.getByText('仅供管理员').waitFor();
  });
});
