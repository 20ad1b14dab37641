import { expect, it } from 'vitest';
import { describeInBrowser } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { expectAccessible, openChat } from '#test/web/support/openChat.ts';
import { eventually, expectNoSidewaysScroll } from './support/staffPages.ts';
import { startDesk } from './support/startDesk.ts';

describeInBrowser('three people in one conversation', { timeout: 120_000 }, () => {
  const database = testDatabase();
  const desk = startDesk(database);

  it('handoff, note, passing on, who else looks, typing both ways, giving back, rating', async () => {
    const hello = { zh: '您好{customer}，我是{staff}，{hours}都在。', en: 'Hello, this is {staff}.' };
    const { app, browser } = desk;
    const lin = await desk.openAs('林晓', 'manager');
    const zhou = await desk.openAs('周宁', 'manager', 375);
    // Whatever the hour at which this is run: somebody may be there.
    const hours = { days: [1, 2, 3, 4, 5, 6, 7], open: '00:00', close: '24:00' };
    await app.services.shop.update({ ...(await app.services.shop.profile()), hours }, lin.id);
    const swap = { zh: '保修期内的水壶可以换新。', en: 'A kettle under warranty is replaced.' };
    await app.services.cannedReplies.save({ shortcut: 'hello', text: hello }, lin.id);
    await app.services.cannedReplies.save({ shortcut: 'swap', text: swap }, lin.id);
    const chat = await openChat(browser, app.url);
    const heard = (what: RegExp) => eventually(async () => (await chat.bubbles()).join('\n')).toMatch(what);
    await chat.say('转人工');
    await heard(/下一位就是您；同事这会儿不在座位上/);
    await chat.page.getByText('正在等人工客服，下一位就是您；同事暂时不在座位上').waitFor();

    // 林晓 takes who is next, and is seen typing.
    await lin.page.goto(`${app.url}/desk/conversations?show=waiting`);
    await lin.page.getByText('1 人在线 · 您手上 0/5').waitFor();
    await eventually(() => chat.page.getByText('同事暂时不在座位上').count()).toBe(0);
    await lin.page.getByRole('button', { name: '接待下一位' }).click();
    const reply = lin.page.getByRole('textbox', { name: '回复客户' });
    await eventually(() => chat.page.getByText('正在等人工客服').count()).toBe(0);
    await reply.pressSequentially('您好');
    await chat.page.getByText('林晓正在输入').waitFor();
    await chat.page.locator('textarea').pressSequentially('在吗');
    await lin.page.getByText('客户正在输入…').waitFor();

    // A canned reply is not sent while a name is missing.
    await reply.fill('');
    await lin.page.getByRole('button', { name: '常用回复' }).click();
    await lin.page.getByRole('button', { name: /hello/ }).click();
    await lin.page.getByText('请先补上：{customer}').waitFor();
    await reply.press('Control+Enter');
    await reply.fill((await reply.inputValue()).replace('{customer}', ''));
    await reply.press('Control+Enter');
    await heard(/您好，我是林晓/);
    // A picture is sent with the next message; one that was a mistake is taken away first.
    const png = { mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex') };
    const pick = lin.page.getByLabel('发文件', { exact: true });
    await pick.setInputFiles([
      { name: '说明.png', ...png },
      { name: '别的.png', ...png },
    ]);
    await lin.page.getByRole('button', { name: '移除 别的.png' }).click();
    await lin.page.getByRole('button', { name: /发\s*送/ }).click();
    await eventually(() => chat.page.locator('img[alt="说明.png"]').count()).toBe(1);
    await eventually(() => lin.page.getByRole('list', { name: '要发的文件' }).count()).toBe(0);
    await chat.say('我的水壶到底能不能换新？');
    await lin.page.getByRole('log').getByText('能不能换新').waitFor();
    // What fits the customer's words is one key away; what one has written is not lost by it.
    const strip = lin.page.getByRole('list', { name: '可能合适的回复' });
    await strip.getByText('保修期内的水壶可以换新。').waitFor();
    await reply.press('ArrowDown');
    expect(await reply.inputValue()).toBe('保修期内的水壶可以换新。');
    await reply.fill('我看一下');
    await lin.page.getByRole('button', { name: '转接' }).focus();
    await lin.page.keyboard.press('1');
    expect(await reply.inputValue()).toBe('我看一下\n保修期内的水壶可以换新。');
    await reply.fill('');
    await lin.page.getByRole('button', { name: '写一份草稿' }).click();
    await lin.page.getByText('没有写草稿').waitFor();

    // A note that the customer never sees, and the colleague to whom it is passed on does.
    await lin.page.locator('.ant-segmented').getByText('内部备注').click();
    await lin.page.getByRole('textbox', { name: '内部备注' }).fill('保修内，可以换');
    await lin.page.keyboard.press('Control+Enter');
    await lin.page.getByRole('log').getByText('保修内，可以换').waitFor();
    // 周宁 looks at it, too: both see that they are not alone. Who is away is passed nothing.
    await zhou.page.goto(lin.page.url().replace('show=waiting', 'show=all'));
    await lin.page.getByText('周宁 也在看').waitFor();
    await zhou.page.getByText('林晓 也在看').waitFor();
    const away = async (item: string) => {
      await zhou.page.getByRole('button', { name: /周宁/ }).click();
      await zhou.page.getByRole('menuitem', { name: item }).click();
    };
    await away('暂时离开（不接新对话）');
    await expectAccessible(lin.page);
    await lin.page.getByRole('button', { name: '转接' }).click();
    await lin.page.getByRole('combobox', { name: '转给谁' }).click();
    await lin.page.locator('.ant-select-item-option-disabled').getByText('周宁 · 离开 · 0/5').waitFor();
    await away('我回来了');
    await lin.page.locator('.ant-select-item-option').getByText('周宁 · 在线 · 0/5').click();
    await lin.page.getByLabel('给同事的说明（客户看不到）').fill('请安排换新');
    await lin.page.getByRole('form', { name: '转接' }).getByRole('button', { name: '转接' }).click();
    await heard(/我请周宁接着为您处理/);

    // 周宁, on a phone, has it with the whole story; 林晓 sees that a colleague is writing.
    await zhou.page.getByRole('log').getByText('林晓 转给 周宁').waitFor();
    await zhou.page.getByRole('log').getByText('请安排换新').waitFor();
    await zhou.page.getByRole('log').getByText('保修内，可以换').waitFor();
    await expectNoSidewaysScroll(zhou.page);
    await zhou.page.getByRole('textbox', { name: '回复客户' }).pressSequentially('可以换新');
    await lin.page.getByText('周宁 正在输入…').waitFor();
    await zhou.page.getByRole('textbox', { name: '回复客户' }).press('Control+Enter');
    await heard(/可以换新/);
    // A promise: noticed, confirmed with one click, told to the customer, kept.
    await zhou.page.getByRole('textbox', { name: '回复客户' }).fill('明天下班前给您寄出新水壶');
    await zhou.page.getByRole('textbox', { name: '回复客户' }).press('Control+Enter');
    await zhou.page.getByText('发现一个承诺').waitFor();
    await zhou.page.getByRole('button', { name: '确认承诺' }).click();
    await heard(/周宁答应您/);
    await expectNoSidewaysScroll(zhou.page);
    await zhou.page.getByRole('button', { name: '已兑现' }).click();
    await heard(/周宁答应您的事办好了/);
    await zhou.page.getByRole('button', { name: '交还机器人' }).click();
    await heard(/同事已经把对话交还给我/);
    // What comes next with the customer is asked until it is answered, also after a look at something else.
    const next = zhou.page.getByRole('form', { name: '下次什么时候联系这位客户？' });
    await next.waitFor();
    await expectNoSidewaysScroll(zhou.page);
    await zhou.page.reload();
    await next.getByText('不需要').click();
    await next.getByRole('button', { name: /记\s*下/ }).click();
    await zhou.page.getByRole('log').getByText('下次联系').waitFor();
    await eventually(() => next.count()).toBe(0);

    // The rating is asked once help is over, and it is the person's who helped last.
    await chat.say('谢谢');
    await chat.page.getByRole('button', { name: /^5 星/ }).click();
    await heard(/还有什么想说的/);
    const rating = await database.db.client.response.findFirstOrThrow({ include: { invitation: true } });
    expect(rating).toMatchObject({ score: 5, invitation: { rated: zhou.id } });
    expect((await chat.bubbles()).join('\n')).not.toMatch(/保修内|安排换新|下次联系/);
    expect(await database.db.client.activity.count({ where: { type: 'whisper' } })).toBe(3);
    expect(chat.complaints).toEqual([]);
  });
});
