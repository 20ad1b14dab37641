import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser, launchBrowser } from '#test/support/browser.ts';
import { builtPages } from '#test/support/builtPages.ts';
import { type FakeServer, startFakeServer } from './support/fakeServer.ts';
import { desk, expectAccessible, type OpenChat, openChat, phone } from './support/openChat.ts';
import { playShowcase } from './support/showcase.ts';

describeInBrowser('the customer page', () => {
  let browser: Browser;
  let pages: string;
  let server: FakeServer;
  let chat: OpenChat | undefined;

  beforeAll(async () => {
    pages = await builtPages();
    browser = await launchBrowser();
  }, 180_000);
  afterAll(() => browser?.close());

  beforeEach(async () => {
    server = await startFakeServer({ pages });
    playShowcase(server);
  });
  afterEach(async () => {
    await chat?.close();
    chat = undefined;
    await server.close();
  });

  const open = async (options?: Parameters<typeof openChat>[2], path = '/') => {
    chat = await openChat(browser, server.url + path, options);
    return chat;
  };

  // Each two of language, colours and width meet once.
  it.each([
    ['zh-CN', 'light', phone],
    ['zh-CN', 'dark', desk],
    ['en-GB', 'light', desk],
    ['en-GB', 'dark', phone],
  ] as const)('has no serious fault for %s, %s, $width px', async (locale, colorScheme, viewport) => {
    const { page, say, complaints } = await open({ locale, colorScheme, viewport });
    for (const said of ['how do I clean it?', 'cards', 'person', 'rating']) await say(said);
    await page.locator('.rating').waitFor();
    await page.locator('.sources summary').click();
    await expectAccessible(page);
    expect(await page.locator('html').getAttribute('lang')).toBe(locale === 'zh-CN' ? 'zh-CN' : 'en');
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(sideways).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('says who one talks to and when, and names the person who answers', async () => {
    const { page, say } = await open();
    const header = page.locator('header');
    await expect.poll(() => header.textContent()).toContain('栖木');
    expect(await header.textContent()).toContain('人工客服 每天 9:00–21:00');
    await say('person');
    await expect.poll(() => header.textContent()).toContain('林晓');
    expect(await page.locator('.line-author').textContent()).toBe('林晓');
  });

  it('speaks the language of the address, else the browser’s, and changes it at a tap', async () => {
    const { page } = await open({ locale: 'zh-CN' }, '/?lang=en');
    expect(await page.locator('textarea').getAttribute('aria-label')).toBe('Message');
    expect(server.conversation().id).toContain('en');
    await page.getByRole('button', { name: '切换到中文' }).click();
    expect(await page.locator('textarea').getAttribute('aria-label')).toBe('消息');
    await page.goto(server.url);
    await page.locator('.Bubble').first().waitFor();
    expect(await page.locator('textarea').getAttribute('aria-label')).toBe('消息');
  });

  it('shows answers as they were written, with their sources folded, and takes a thumb once', async () => {
    const { page, say } = await open();
    await say('怎么清洗？');
    const answer = page.locator('.line--theirs').nth(1);
    await answer.locator('ol li').first().waitFor();
    expect(await answer.locator('strong').first().textContent()).toBe('白醋兑水（1∶10）');
    expect(await answer.locator('.markdown a').getAttribute('href')).toBe('https://example.com/care');
    expect(await answer.locator('.sources p').isVisible()).toBe(false);
    await answer.locator('.sources summary').click();
    expect(await answer.locator('.sources p').textContent()).toContain('1∶10');
    const thumb = answer.getByRole('button', { name: '有帮助' });
    await thumb.click();
    await expect.poll(() => thumb.getAttribute('aria-pressed')).toBe('true');
    await thumb.click();
    await page.reload();
    await expect.poll(() => thumb.getAttribute('aria-pressed')).toBe('true');
    const thumbs = server.conversation().activities.filter(({ name }) => name === 'feedback');
    expect(thumbs.map(({ value }) => value)).toEqual([
      { activityId: server.conversation().activities[2]?.id, helpful: true },
    ]);
  });

  it('sends the stars, once, and remembers them', async () => {
    const { page, say, bubbles } = await open();
    await say('rating');
    await page.getByRole('button', { name: '4 星 · 满意' }).waitFor();
    // The stars stand for the buttons that other channels show.
    expect(await page.locator('.choice').allTextContents()).toEqual(['不评价']);
    await page.getByRole('button', { name: /^4 星/ }).click();
    await expect
      .poll(() => server.conversation().activities.find(({ value }) => value))
      .toMatchObject({
        text: '4',
        value: { rating: 4 },
        replyToId: server.conversation().activities[2]?.id,
      });
    await expect.poll(() => page.locator('.rating[data-given]').count()).toBe(1);
    expect(await page.locator('.rating button').count()).toBe(0);
    await page.reload();
    await page.locator('.rating[data-given] [data-lit]').nth(3).waitFor();
    await expect.poll(async () => (await bubbles()).some((text) => text.includes('4 星'))).toBe(true);
  });

  it('shows products, hero cards and suggested answers, whose buttons speak for the customer', async () => {
    const { page, say } = await open();
    await page.getByRole('button', { name: '我要投诉' }).click();
    await expect.poll(() => server.conversation().activities[1]?.text).toBe('我要投诉');
    await expect.poll(() => page.locator('.choice').count()).toBe(0);
    await say('cards');
    const product = page.locator('.product').first();
    expect(await product.textContent()).toMatch(/云息静音加湿器[\s\S]*YX-200[\s\S]*¥329[\s\S]*28 dB/);
    expect(await product.locator('img').evaluate((image) => 'naturalWidth' in image && image.naturalWidth)).not.toBe(0);
    await page.getByRole('button', { name: '补充照片' }).click();
    await expect.poll(() => server.conversation().activities.at(-2)?.text).toBe('photo');
  });

  it('loads the Adaptive Cards library for the first such card only, shows text as text, and sends what was filled in', async () => {
    const { page, say, complaints } = await open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await say('hello');
    await page.locator('.feedback').waitFor();
    expect(asked.filter((url) => url.endsWith('.js'))).toEqual([]);
    await say('adaptive');
    await page.getByText('Pick a time <b>for us</b> to call').waitFor();
    await page.getByLabel('Phone').fill('138');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(() => server.conversation().activities.at(-2)?.value).toEqual({ kind: 'callback', phone: '138' });
    await expectAccessible(page);
    expect(complaints).toEqual([]);
  });

  it('sends pictures by button, paste and drop, with their words', async () => {
    const { page } = await open();
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    await page.locator('.composer-picker').setInputFiles({ name: '裂缝.png', mimeType: 'image/png', buffer: png });
    for (const kind of ['paste', 'drop']) {
      await page.evaluate((type) => {
        const data = new DataTransfer();
        data.items.add(new File(['note'], `${type}.txt`, { type: 'text/plain' }));
        const event =
          type === 'paste'
            ? new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true })
            : new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
      }, kind);
    }
    await expect.poll(() => page.locator('.chosen li').count()).toBe(3);
    await page.getByRole('button', { name: '移除 drop.txt' }).click();
    await page.locator('textarea').fill('底座裂了');
    await page.getByRole('button', { name: '发送' }).click();
    await expect
      .poll(() => server.conversation().activities[1])
      .toMatchObject({
        text: '底座裂了',
        attachments: [{ name: '裂缝.png' }, { name: 'paste.txt' }],
      });
    const picture = page.locator('.line--mine .picture img');
    await expect.poll(() => picture.getAttribute('src')).toContain('/v3/directline/attachments/');
    await expect.poll(() => picture.evaluate((image) => 'naturalWidth' in image && image.naturalWidth)).toBe(1);
    expect(await page.locator('.line--mine .file').textContent()).toBe('paste.txt');
  });
});
