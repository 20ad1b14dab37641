import { expect, it } from 'vitest';
import { describeInBrowser } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { expectAccessible, openChat } from '#test/web/support/openChat.ts';
import { eventually, expectNoSidewaysScroll } from './support/staffPages.ts';
import { startDesk } from './support/startDesk.ts';

describeInBrowser('a complaint that reaches the cause', { timeout: 120_000 }, () => {
  const database = testDatabase();
  const opened = startDesk(database);

  it('is grouped, fixed, and told to the customer, who is asked once whether it is solved', async () => {
    const { client } = database.db;
    const { app, browser } = opened;
    const chat = await openChat(browser, app.url);
    const heard = (what: RegExp) => eventually(async () => (await chat.bubbles()).join('\n')).toMatch(what);
    await chat.say(
      '我要投诉：上个月在天猫旗舰店买的小白加湿器，批号 A2306-7，昨天开始漏水。电话 13800001234，想换一个新的',
    );
    await heard(/是哪款产品/);
    await chat.say('小白加湿器');
    await heard(/A2306-7/);
    await chat.page.getByRole('button', { name: '提交，改好了告诉我' }).click();
    await heard(/C-\d+/);
    const complaint = await client.complaint.findFirstOrThrow();
    await app.services.complaints.record({
      customerId: complaint.customerId,
      language: 'zh',
      productText: '小白加湿器',
      whatHappened: '小白加湿器也漏水，地板都湿了',
      severity: 'normal',
      batch: 'A2306-7',
      evidence: [],
    });

    // Staff: completes, grants above the limit, groups with the similar one.
    const { page: desk } = await opened.openAs('林晓', 'staff');
    await desk.goto(`${app.url}/desk/complaints/${complaint.id}`);
    await desk.getByText('天猫旗舰店').first().waitFor();
    const block = desk.getByRole('region', { name: '补偿' });
    await block.getByRole('button', { name: '补偿' }).click();
    await block.getByLabel('金额（元）').fill('300');
    await block.getByLabel('原因').fill('地板维修');
    await block.getByText('超出的会请主管审批').waitFor();
    await block.getByRole('button', { name: '提交补偿' }).click();
    await block.getByText('待审批').waitFor();
    await desk.getByLabel(/缺陷名称/).fill('底座密封圈漏水');
    await desk.getByRole('button', { name: '建立缺陷 (2)' }).click();
    await desk.getByRole('link', { name: /D-\d+ 底座密封圈漏水/ }).click();
    await desk.getByLabel('查到了什么、为什么会这样').fill('密封圈老化');
    await desk.getByLabel('涉及批号，用逗号分开').fill('A2306-7，A2306-8');
    await desk.getByRole('button', { name: '确认是缺陷' }).click();
    await desk.getByText('经理填写改进后，客户才会收到。').waitFor();
    await expectAccessible(desk);

    // The manager: approves, and writes down the fix, on a phone.
    const { page: phone } = await opened.openAs('周宁', 'manager', 375);
    await phone.goto(`${app.url}/desk/complaints/${complaint.id}`);
    await phone
      .getByRole('button', { name: '批 准' })
      .or(phone.getByRole('button', { name: '批准' }))
      .first()
      .click();
    await phone.getByText('已批准').waitFor();
    await expectNoSidewaysScroll(phone);
    const defect = await client.defect.findFirstOrThrow();
    expect(defect.affectedBatches).toEqual(['A2306-7', 'A2306-8']);
    await phone.goto(`${app.url}/desk/defects/${defect.id}`);
    await phone.getByLabel('改了什么（中文，客户会看到）').fill('密封圈换成了新材料。');
    await phone.getByLabel('改了什么（英文，客户会看到）').fill('The seal is new.');
    await expectNoSidewaysScroll(phone);
    await phone.getByRole('button', { name: '改好了，告知 1 位客户' }).click();
    await phone.locator('.ant-popconfirm').getByRole('button', { name: '改好了，告知 1 位客户' }).click();

    // The customer hears of it in the chat, and answers.
    await heard(/密封圈换成了新材料/);
    await heard(/在您那边解决了吗/);
    await chat.page.getByRole('button', { name: '解决了' }).click();
    await heard(/太好了/);
    await phone.getByText('1 人已解决').waitFor();
    await expectAccessible(phone);
    expect(chat.complaints).toEqual([]);
  });
});
