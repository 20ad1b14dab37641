import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { simulatorPages } from '#test/support/wechat/page.ts';
import { FakeWechat } from '#test/support/wechat/platform.ts';
import { expectAccessible } from '#test/web/support/openChat.ts';
import { eventually } from './support/staffPages.ts';
import { startDesk } from './support/startDesk.ts';

describeInBrowser('WeChat on one’s own machine', { timeout: 120_000 }, () => {
  const database = testDatabase();
  const wechat = new FakeWechat({ pages: simulatorPages() });
  beforeAll(async () => {
    await wechat.start();
  });
  const desk = startDesk(database, {
    env: () => ({ ...wechat.environment(), ...wechat.kf.environment(wechat.url), WECOM_KF_DESK: 'wecom' }),
  });
  afterAll(() => wechat.close());

  it('a person complains, rates, asks for a colleague, and hears them; the desk says what may still be sent', async () => {
    wechat.pusher.options.targets = [`${desk.app.url}/channels/wechat`];
    const context = await desk.browser.newContext({ viewport: { width: 375, height: 720 }, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(wechat.url);
    const heard = (what: RegExp) =>
      eventually(async () => (await page.locator('#chat li[data-from="account"]').allInnerTexts()).join('\n')).toMatch(
        what,
      );
    const write = async (text: string) => {
      await page.getByLabel('发消息').fill(text);
      await page.getByRole('button', { name: '发送' }).click();
    };
    const tap = (title: RegExp) => page.locator('.choices').last().getByRole('button', { name: title }).first().click();

    await page.getByRole('button', { name: '关注', exact: true }).click();
    await heard(/我要投诉/);
    const { client } = desk.app.db;
    await write('转人工');
    await eventually(() => client.conversation.count({ where: { holder: 'queue' } })).toBe(1);
    const lin = await desk.openAs('林晓', 'manager');
    const { id } = await client.conversation.findFirstOrThrow({ where: { channel: 'wechat' } });
    await lin.page.goto(`${desk.app.url}/desk/conversations/${id}`);
    await lin.page
      .getByText(/还可发 \d 条（共 \d 条）/)
      .first()
      .waitFor();
    await lin.page.getByRole('button', { name: '接手对话' }).click();
    const reply = lin.page.getByRole('textbox', { name: '回复客户' });
    await reply.fill('您好，我是林晓');
    await reply.press('Control+Enter');
    await heard(/我是林晓/);
    if (process.env.SHOTS) {
      await page.screenshot({ path: `${process.env.SHOTS}/wechat.png` });
      await lin.page.screenshot({ path: `${process.env.SHOTS}/desk.png` });
    }
    await desk.app.services.conversations.release(id, lin.id);
    await heard(/交还给我/);
    await write('谢谢');
    await heard(/打几分/);
    await tap(/^5 很满意$/);
    await eventually(() => client.response.count({ where: { score: 5 } })).toBe(1);
    await write('没有了');
    await write('我要投诉：昨天买的小白加湿器一直漏水，桌子都泡了。电话 13800001234，想换一个新的');
    await heard(/是哪款产品/);
    await write('小白加湿器');
    await heard(/大概是什么时候/);
    await tap(/^昨天$/);
    await heard(/我读一遍/);
    await tap(/^没问题，提交$/);
    await heard(/C-\d+/);
    await eventually(() => client.complaint.count()).toBe(1);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    await page.getByRole('button', { name: '取消关注' }).click();
    await lin.page.getByText('客户已取消关注').first().waitFor();

    // 微信客服: greeted, given to WeCom's own desk, asked at the end how it was.
    wechat.kf.options.targets = [`${desk.app.url}/channels/wecom`];
    await page.getByRole('link', { name: '微信客服' }).click();
    await page.getByRole('button', { name: '换一个人' }).click();
    await page.getByText('会话已结束').waitFor();
    await page.getByRole('button', { name: '进入会话' }).click();
    await heard(/我要投诉/);
    await write('转人工');
    await heard(/同事/);
    await page.getByText('排队中').waitFor();
    await page.getByRole('button', { name: '平台客服接入' }).click();
    await page.getByRole('button', { name: '平台客服说一句' }).click();
    await heard(/我是平台客服/);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/kf.png` });
    await page.getByRole('button', { name: '平台客服结束' }).click();
    await heard(/打几分/);
    await tap(/^4 满意$/);
    await eventually(() => client.response.count({ where: { score: 4 } })).toBe(1);
    const talk = await client.conversation.findFirstOrThrow({ where: { channel: 'wecom' } });
    await lin.page.goto(`${desk.app.url}/desk/conversations/${talk.id}`);
    await lin.page.getByText('您好，我是平台客服').first().waitFor();
    await expectAccessible(page);
  });
});
