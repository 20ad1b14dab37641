import { deflateSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApp, startApp } from '#test/support/app.ts';
import { describeInBrowser, launchBrowser } from '#test/support/browser.ts';
import { builtPages } from '#test/support/builtPages.ts';
import { testDatabase } from '#test/support/database.ts';
import { openChat } from '#test/web/support/openChat.ts';

const database = testDatabase();
const admin = { email: 'manager@example.com', password: 'a calm morning' };

/** What is said and read in one language. */
interface Words {
  locale: string;
  question: string;
  price: string;
  source: string;
  wish: string;
  keep: string;
  kept: RegExp;
  known: string;
  complaint: string;
  readBack: RegExp;
  submit: string;
  thanks: string;
  star: RegExp;
  nothing: string;
  low: RegExp;
  desk: {
    email: string;
    password: string;
    signIn: string;
    claim: string;
    complete: string;
    outcome: RegExp;
    noNext: string;
    form: string;
  };
  ratings: RegExp;
}

const stories: Record<string, Words> = {
  Chinese: {
    locale: 'zh-CN',
    question: '栖木晨雾加湿器多少钱？',
    price: '229',
    source: '栖木晨雾加湿器',
    wish: '我只用无香的产品',
    keep: '记住吧',
    kept: /记住了/,
    known: '你知道我什么？',
    complaint: '我要投诉：栖木晨雾加湿器昨天晚上开始漏水，桌子都泡了。电话 13800001234，想换一个新的',
    readBack: /我读一遍/,
    submit: '没问题，提交',
    thanks: '谢谢',
    star: /^2 星/,
    nothing: '没有了',
    low: /让您失望了/,
    desk: {
      email: '邮箱',
      password: '密码',
      signIn: '登录',
      claim: '认领',
      complete: '完成',
      outcome: /解决/,
      noNext: '不需要',
      form: '完成任务',
    },
    ratings: /([\d,]+) 份评价/,
  },
  English: {
    locale: 'en-GB',
    question: 'How much is the Qimu Mist humidifier?',
    price: '229',
    source: 'humidifier',
    wish: 'By the way, I only use unscented products',
    keep: 'Yes, remember it',
    kept: /remember/i,
    known: 'What do you know about me?',
    complaint:
      'I want to complain: my Qimu Mist humidifier has been leaking since last night and ruined the table. Call me on 13800005678, I would like a replacement',
    readBack: /read it back/,
    submit: 'Correct, submit it',
    thanks: 'Thank you',
    star: /^2 stars/,
    nothing: 'Nothing else',
    low: /sorry we let you down/,
    desk: {
      email: 'E-mail',
      password: 'Password',
      signIn: 'Sign in',
      claim: 'Claim',
      complete: 'Done',
      outcome: /solved/i,
      noNext: 'No need',
      form: 'Complete task',
    },
    ratings: /([\d,]+) answers/,
  },
};

/** A photo as a phone takes it, only smaller: a grey PNG of 8 by 8 pixels. */
function photo(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const whole = Buffer.alloc(body.length + 8);
    whole.writeUInt32BE(data.length);
    body.copy(whole, 4);
    whole.writeUInt32BE(crc(body), body.length + 4);
    return whole;
  };
  const header = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0]);
  const rows = Buffer.alloc(8 * 9, 0x90);
  for (let row = 0; row < 8; row++) rows[row * 9] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** CRC-32 as PNG wants it (ISO 3309). */
function crc(data: Buffer): number {
  let value = ~0;
  for (const byte of data) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

describeInBrowser('the whole story', { timeout: 180_000 }, () => {
  let browser: Browser;
  let app: RunningApp;

  beforeAll(async () => {
    const env = { ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password };
    app = await startApp({ databaseUrl: database.url, demo: true, pages: await builtPages(), env });
    await app.welcome(app.url);
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  const signedIn = async (words: Words): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: words.locale });
    const page = await context.newPage();
    await page.goto(`${app.url}/desk`);
    await page.getByLabel(words.desk.email).fill(admin.email);
    await page.getByLabel(words.desk.password, { exact: true }).fill(admin.password);
    await page.getByRole('button', { name: words.desk.signIn }).click();
    await page.locator('[data-row]').first().waitFor();
    return page;
  };

  /** How many ratings the chart counts. */
  const ratingsShown = async (page: Page, words: Words): Promise<number> => {
    const text = page.locator('.card-share');
    await expect.poll(() => text.textContent(), { timeout: 20_000 }).toMatch(words.ratings);
    return Number(words.ratings.exec((await text.textContent()) ?? '')![1]!.replaceAll(',', ''));
  };

  for (const [language, words] of Object.entries(stories)) {
    it(`in ${language}: asked, kept, rated, complained; done at the desk, counted in insights`, async () => {
      const staff = await signedIn(words);
      const manager = await staff.context().newPage();
      await manager.goto(`${app.url}/insights`);
      const before = await ratingsShown(manager, words);

      // A question, answered with its source.
      const chat = await openChat(browser, app.url, { locale: words.locale });
      const { page, say } = chat;
      const lastBubble = () => page.locator('.line--theirs').last().textContent();
      const heard = (what: RegExp | string) =>
        expect.poll(async () => (await chat.bubbles()).join('\n'), { timeout: 20_000 }).toMatch(what);
      await say(words.question);
      await heard(new RegExp(words.price));
      await page.locator('.sources summary').last().click();
      await expect.poll(lastBubble).toContain(words.source);

      // A preference, kept after a yes.
      await say(words.wish);
      await page.getByRole('button', { name: words.keep }).click();
      await heard(words.kept);

      // The rating, at the end of the help; never while a complaint is open.
      await say(words.thanks);
      await page.getByRole('button', { name: words.star }).click();
      await heard(words.low);
      await page.getByRole('button', { name: words.nothing }).click();

      // A complaint with a photo.
      await say(words.complaint);
      await heard(words.readBack);
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'leak.png', mimeType: 'image/png', buffer: photo() });
      await page.locator('textarea').press('Enter');
      await page.locator('.line--mine img').first().waitFor();
      await page.getByRole('button', { name: words.submit }).click();
      await heard(/C-\d+/);
      const number = /C-\d+/.exec((await chat.bubbles()).join(' '))![0];

      expect(chat.complaints).toEqual([]);

      // Staff: the task is there without reload, with photo and preference beside it; it is completed.
      const row = staff.locator('[data-row]', { hasText: number });
      await row.first().waitFor();
      await row.first().click();
      await staff.locator('main img, [role=main] img, img').first().waitFor();
      await staff.getByRole('button', { name: new RegExp(`^${words.desk.claim}`) }).click();
      await staff
        .getByRole('button', { name: new RegExp(`^${words.desk.complete}`) })
        .first()
        .click();
      const form = staff.getByRole('form', { name: words.desk.form });
      await form.getByText(words.desk.outcome).first().click();
      await form.getByText(words.desk.noNext).click();
      await staff.keyboard.press('Control+Enter');
      const complaint = await app.db.client.complaint.findUniqueOrThrow({
        where: { number: Number(number.slice(2)) },
        include: { tasks: true, evidence: true, customer: { include: { preferences: true } } },
      });
      await expect
        .poll(async () => (await app.services.tasks.get(complaint.tasks[0]!.id)).state, { timeout: 20_000 })
        .toBe('done');
      expect(complaint.evidence).toHaveLength(1);
      expect(complaint.customer.preferences).toMatchObject([{ key: 'fragrance', confirmed: true }]);

      // The manager: one rating more, without reload.
      await expect.poll(() => ratingsShown(manager, words), { timeout: 30_000 }).toBe(before + 1);
      await chat.close();
      await staff.context().close();
    });
  }
});
