import { type AddressInfo, createServer } from 'node:net';
import { simpleParser } from 'mailparser';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '#test/support/browser.ts';
import { testDatabase } from '#test/support/database.ts';
import { type Mailbox, startMailbox } from '#test/support/fakes/mailbox.ts';
import { secret } from '#test/support/fakes/signedReceiver.ts';
import { openChat } from '#test/web/support/openChat.ts';
import { eventually } from './support/staffPages.ts';
import { startDesk } from './support/startDesk.ts';

const database = testDatabase();

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

describeInBrowser('a survey', () => {
  let mailbox: Mailbox;
  // Links in mails name the address under which customers reach us.
  let port: number;
  beforeAll(async () => {
    mailbox = await startMailbox();
    port = await freePort();
  });
  afterAll(() => mailbox?.close());
  const env = () => ({
    SMTP_URL: mailbox.url,
    MAIL_CHANNEL_ADDRESS: 'service@shop.example',
    MAIL_CHANNEL_SECRET: secret,
    MAIL_CHANNEL_TRUSTED_SERVER: 'mx.shop.example',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  });
  const desk = startDesk(database, { env });

  /** Somebody at a page of their own, on a telephone. */
  const atPhone = async (address: string): Promise<Page> => {
    const context = await desk.browser.newContext({
      viewport: { width: 375, height: 812 },
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(desk.app.url + address);
    return page;
  };
  const agrees = (customerId: string) =>
    desk.app.services.consents.record({
      customerId,
      purpose: 'survey',
      channel: 'any',
      granted: true,
      wording: 'care@2',
      source: 'customer',
    });
  const scores = async (surveyId: string) => {
    const rows = await database.db.client.response.findMany({ where: { surveyId }, orderBy: { score: 'desc' } });
    return rows.map(({ score, way }) => `${score} ${way}`);
  };

  it('is made on the desk, answered in the chat, by a mail and by a link, and found in the chart', async () => {
    const { services } = desk.app;
    const { client } = database.db;
    const { page, id: staffId } = await desk.openAs('韩梅', 'manager');
    await services.careRules.setManners({ days: 7, tiers: [], quietFrom: '00:00', quietTo: '00:00' }, staffId);
    const title = `逛店 ${staffId.slice(-6)}`;

    // A customer in the chat, another who has a mail address alone.
    const before = await client.customer.findMany({ select: { id: true } });
    const newcomers = { id: { notIn: before.map(({ id }) => id) } };
    const chat = await openChat(desk.browser, desk.app.url);
    await chat.say('你好');
    await eventually(() => client.customer.count({ where: newcomers })).toBe(1);
    const talker = await client.customer.findFirstOrThrow({ where: newcomers });
    const writer = await client.customer.upsert({
      where: { id: staffId },
      create: { id: staffId, name: '李雷', email: 'li@customer.example', language: 'zh' },
      update: {},
    });
    for (const { id } of [talker, writer]) await agrees(id);

    await page.goto(`${desk.app.url}/desk/surveys/new`);
    await page.getByLabel('中文名称').fill(title);
    await page.getByLabel('英文名称').fill('Our store');
    await page.getByLabel('中文题目').fill('逛得满意吗？');
    await page.getByLabel('英文题目').fill('How was our store?');
    await page.getByText('没有问题，可以保存和开始').waitFor();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('tab', { name: '问谁' }).click();
    const whom = page.getByRole('region', { name: '问谁' });
    await whom.getByRole('checkbox', { name: '邮件' }).check();
    await whom.getByRole('button', { name: '保存' }).click();
    await whom.getByRole('button', { name: '已保存' }).waitFor();
    await page.getByRole('button', { name: '开始' }).click();
    const surveyId = new URL(page.url()).pathname.split('/').at(-1)!;

    const all = await client.customer.count();
    // By hand to everybody, after a look at who would be asked.
    await page.getByRole('button', { name: '发送…' }).click();
    const dialog = page.getByRole('dialog').filter({ hasText: '发送问卷' });
    await dialog.getByText('会问 2').waitFor();
    await dialog.getByRole('button', { name: `发给这 ${all} 位` }).click();
    await eventually(() => client.invitation.count({ where: { surveyId } })).toBe(all);
    await services.surveySending.runDue(new Date());

    await eventually(async () => (await chat.bubbles()).join()).toContain('逛得满意吗？');
    await chat.say('5');
    await eventually(() => scores(surveyId)).toEqual(['5 chat']);

    await eventually(async () => mailbox.mails.length).toBeGreaterThan(0);
    const mail = await simpleParser(mailbox.mails.at(-1)!.raw);
    const link = mail.text!.match(/http:\/\/127[\d.]+:\d+(\/s\/\S+\?score=4)/)![1]!;
    const fromMail = await atPhone(link);
    await fromMail.getByRole('button', { name: '提交' }).click();
    await fromMail.getByText('收到了，谢谢您').waitFor();

    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: '链接' }).click();
    await page.getByLabel('放在哪里').fill('店里海报');
    await page.getByRole('button', { name: '新链接' }).click();
    const url = page.locator('.survey-url a');
    await url.waitFor();
    const passer = await atPhone(new URL((await url.getAttribute('href'))!).pathname);
    await passer.locator('.sd-rating__item').nth(2).click();
    await passer.getByRole('button', { name: '提交' }).click();
    await passer.getByText('收到了，谢谢您').waitFor();
    expect(await passer.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    await eventually(() => scores(surveyId)).toEqual(['5 chat', '4 mail', '3 link']);

    await page.goto(`${desk.app.url}/insights?view=surveys&survey=${surveyId}`);
    const bars = page.locator('.score-bars li');
    await eventually(async () => (await bars.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
      '5 1 33.3%',
      '4 1 33.3%',
      '3 1 33.3%',
      '2 0 0.0%',
      '1 0 0.0%',
    ]);
  }, 90_000);
});
