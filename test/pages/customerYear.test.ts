import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { careRuleSchema } from '#crm/care/rule.ts';
import { TestClock } from '#test/crm/support.ts';
import { type RunningApp, startApp } from '#test/support/app.ts';
import { describeInBrowser, launchBrowser } from '#test/support/browser.ts';
import { builtPages } from '#test/support/builtPages.ts';
import { testDatabase } from '#test/support/database.ts';
import { type OpenChat, openChat } from '#test/web/support/openChat.ts';
import { eventually, password } from './support/staffPages.ts';

describeInBrowser('a year in a customer’s life, by the clock', { timeout: 180_000 }, () => {
  const database = testDatabase();
  const clock = new TestClock(new Date());
  let tries = 0;
  let app: RunningApp;
  let browser: Browser;
  let desk: Page;
  let staffId: string;

  beforeAll(async () => {
    app = await startApp({ databaseUrl: database.url, pages: await builtPages(), clock });
    browser = await launchBrowser();
    const colleague = { email: 'lin@example.com', name: '林晓', role: 'manager', password, language: 'zh' } as const;
    staffId = (await app.services.staff.create(colleague, null)).id;
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    desk = await context.newPage();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  /** Time passes; whoever sits at the desk signs in anew. */
  async function later(days: number): Promise<void> {
    clock.add({ days });
    const data = { email: 'lin@example.com', password };
    expect((await desk.request.post(`${app.url}/api/v1/session`, { data })).status()).toBe(200);
  }
  const openRecord = (id: string) => desk.goto(`${app.url}/desk/customers/${id}`);
  const hears = (chat: OpenChat, what: RegExp) =>
    eventually(async () => (await chat.bubbles()).join('\n')).toMatch(what);
  /** Presses until what it leads to is there: a list may be drawn anew under the pointer. */
  async function pressUntil(press: () => Promise<void>, done: () => Promise<boolean>): Promise<void> {
    await eventually(async () => {
      if (await done()) return true;
      await press().catch(() => undefined);
      return done();
    }).toBe(true);
  }

  it('joins, buys, is reminded, complains, is called back, comes back, is one with herself and not, takes her copy, and leaves', async () => {
    const { client } = database.db;
    const { services } = app;
    // Tried again in the same state, it has people and orders of its own.
    const phone = `1380013800${tries++}`;
    await client.careRule.deleteMany();
    const strangers = { id: { in: (await client.customer.findMany()).map((known) => known.id) } };
    await services.careRules.setManners({ days: 1, quietFrom: '00:00', quietTo: '00:00' }, staffId);
    const rule = (occasion: string, zh: string) =>
      careRuleSchema.parse({
        name: { zh: occasion, en: occasion },
        occasion,
        days: 0,
        act: 'message',
        level: 'social',
        controlPercent: 0,
        active: true,
        text: { zh, en: zh },
      });
    await services.careRules.save(rule('purchase', '订单 {order} 收到了，共 {amount} 元。'), staffId);
    await services.careRules.save(rule('byHand', '{customer}，最近还好吗？'), staffId);
    await later(0);

    // She joins: says yes to messages, and the shop learns who she is.
    const chat = await openChat(browser, app.url);
    await chat.say('订阅消息');
    await hears(chat, /记下了/);
    const { id } = await client.customer.findFirstOrThrow({ where: { NOT: strangers } });
    await services.customers.update(id, { name: '王小满', phone }, staffId);

    // She buys, and is told: the electronic bill of her order, found by her phone.
    const order = {
      orderNumber: `A-${phone}`,
      phone,
      product: '小白加湿器',
      amount: 229,
      purchasedAt: clock.now().toISOString(),
    };
    const bought = await desk.request.post(`${app.url}/api/v1/purchases`, {
      headers: { origin: app.url },
      data: { items: [order] },
    });
    expect(bought.ok(), await bought.text()).toBe(true);
    expect(await services.care.runDue(clock.now())).toMatchObject({ sent: 1 });
    await hears(chat, /订单 A-1380013800\d 收到了，共 229\.00 元/);

    // She complains; nothing that nobody asked for reaches her while that is open.
    await chat.say(
      `我要投诉：上个月在天猫旗舰店买的小白加湿器，批号 A2306-7，昨天开始漏水。电话 ${phone}，想换一个新的`,
    );
    await hears(chat, /是哪款产品/);
    await chat.say('小白加湿器');
    await hears(chat, /A2306-7[\s\S]*A2306-7/);
    await chat.page.getByRole('button', { name: '提交，改好了告诉我' }).click();
    await hears(chat, /C-\d+/);
    const complaint = await client.complaint.findFirstOrThrow({ where: { customerId: id } });
    await later(3);
    await openRecord(id);
    await desk.getByRole('button', { name: '写一条关怀' }).click();
    const careDialog = desk.getByRole('dialog');
    await careDialog.getByText('有投诉未解决').first().waitFor();
    await eventually(() => careDialog.getByRole('button', { name: /发给这 1 位/ }).isDisabled()).toBe(true);
    await services.careByHand.plan(
      (await ruleOf('byHand')).id,
      { customerIds: [id] },
      { id: staffId, role: 'manager' },
    );
    expect(await services.care.runDue(clock.now())).toMatchObject({ sent: 0, dropped: 1 });

    // It is answered, and she is called back: the task shows its owner whom to call, and that is logged.
    await services.complaints.changeState(complaint.id, 'inHand', { staffId });
    await services.complaints.changeState(complaint.id, 'answered', { staffId, answer: '新的已经寄出。' });
    await services.complaints.changeState(complaint.id, 'closed', { staffId });
    await later(7);
    const call = await client.task.findFirstOrThrow({ where: { customerId: id, type: 'callBack', state: 'open' } });
    if (call.ownerId !== staffId) await services.tasks.claim(call.id, staffId);
    await desk.goto(`${app.url}/desk/tasks/${call.id}`);
    await desk.getByRole('button', { name: /显示电话和邮箱/ }).click();
    await desk.getByRole('article').getByRole('link', { name: phone, exact: true }).waitFor();
    await eventually(() => client.auditEvent.findFirst({ where: { action: 'show', entityId: id } })).toMatchObject({
      staffId,
      reason: 'task',
    });
    await services.tasks.complete(call.id, { staffId, outcome: 'solved', note: '换新了，满意', next: null });
    await chat.close();

    // She comes back after most of a year, at another browser: a stranger, until her phone tells.
    await later(300);
    const again = await openChat(browser, app.url);
    await again.say('加湿器怎么清洗？');
    const newcomers = { NOT: [strangers, { id }] };
    await eventually(() => client.customer.count({ where: newcomers })).toBe(1);
    const other = await client.customer.findFirstOrThrow({ where: newcomers });
    await services.customers.update(other.id, { name: '小满', phone, city: '杭州' }, staffId);
    await again.close();

    // Two records of one person become one, and two again: what came by each account goes back to it.
    const shownBehind = async () => (await client.customer.findUniqueOrThrow({ where: { id: other.id } })).mergedIntoId;
    await openRecord(id);
    await desk.getByText('电话相同').waitFor();
    await desk.getByRole('button', { name: '合并到这里' }).first().click();
    const merging = desk.getByRole('dialog');
    await pressUntil(
      () => merging.getByRole('button', { name: '合并到这里' }).click({ timeout: 2000 }),
      async () => (await shownBehind()) === id,
    );
    await desk.getByText(/小满（.*合并）/).waitFor();
    expect(await client.conversation.count({ where: { customerId: id } })).toBe(2);
    await merging.waitFor({ state: 'hidden' });
    await desk.getByRole('button', { name: '拆开' }).click();
    await pressUntil(
      () => desk.getByRole('tooltip').getByRole('button', { name: '拆开' }).click({ timeout: 2000 }),
      async () => (await shownBehind()) === null,
    );
    expect(await client.conversation.count({ where: { customerId: id } })).toBe(1);

    // She takes a copy of everything, and leaves.
    await later(50);
    await openRecord(id);
    const [copy] = await Promise.all([
      desk.waitForEvent('download'),
      desk
        .getByRole('link', { name: /下载副本/ })
        .first()
        .click(),
    ]);
    expect(copy.suggestedFilename()).toMatch(/^personal-data-.*\.zip$/);
    await desk.getByRole('button', { name: '删除此人' }).click();
    await pressUntil(
      () => desk.getByRole('tooltip').getByRole('button', { name: '删除此人' }).click({ timeout: 2000 }),
      async () => (await client.customer.findUniqueOrThrow({ where: { id } })).erasedAt !== null,
    );
    await desk.getByText('此人的信息已删除').waitFor();
    const left = await client.$queryRaw<unknown[]>`
      SELECT 1 FROM "Customer" c WHERE c.id = ${id}::uuid AND (c.name IS NOT NULL OR c.phone IS NOT NULL)
      UNION ALL SELECT 1 FROM "Activity" a WHERE a.text LIKE '%天猫旗舰店%'`;
    expect(left).toEqual([]);
    expect(await client.customer.findUniqueOrThrow({ where: { id: other.id } })).toMatchObject({ name: '小满' });
  });

  const ruleOf = (occasion: string) => database.db.client.careRule.findFirstOrThrow({ where: { occasion } });
});
