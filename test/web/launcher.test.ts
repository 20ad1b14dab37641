import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser, launchBrowser } from '#test/support/browser.ts';
import { builtPages } from '#test/support/builtPages.ts';
import { type FakeServer, startFakeServer } from './support/fakeServer.ts';
import { expectAccessible, phone } from './support/openChat.ts';
import { playShowcase } from './support/showcase.ts';

describeInBrowser('the launcher on a shop’s page', () => {
  let browser: Browser;
  let pages: string;
  let chat: FakeServer;
  let shop: Server;
  let context: BrowserContext;
  let page: Page;
  /** What the shop's page says of help. */
  let helpAfter = 'off';

  beforeAll(async () => {
    pages = await builtPages();
    browser = await launchBrowser();
  }, 180_000);
  afterAll(() => browser?.close());

  beforeEach(async () => {
    chat = await startFakeServer({ pages });
    playShowcase(chat);
    // Another origin, with a policy that allows no inline style, and styles that would spoil a careless button.
    shop = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader(
        'content-security-policy',
        `default-src 'none'; script-src ${chat.url}; frame-src ${chat.url} 'self'`,
      );
      if (request.url === '/elsewhere') return response.end('<!doctype html><title>elsewhere</title>');
      return response.end(
        `<!doctype html><html lang="zh"><title>shop</title><main><h1>shop</h1><button>buy</button></main>
         <script src="${chat.url}/launcher.js" data-product="YX-200" data-help-after="${helpAfter}" async></script></html>`,
      );
    });
    await new Promise<void>((resolve) => shop.listen(0, 'localhost', resolve));
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    page = await context.newPage();
    await page.goto(`http://localhost:${(shop.address() as AddressInfo).port}/`);
  });
  afterEach(async () => {
    await context.close();
    shop.closeAllConnections();
    await new Promise((resolve) => shop.close(resolve));
    await chat.close();
  });

  const button = () => page.locator('zhiyin-chat > button, zhiyin-chat button');
  const frame = () => page.frameLocator('zhiyin-chat iframe');

  it('loads nothing of the chat until it is opened, then is a dialog that Escape closes', async () => {
    await button().waitFor();
    expect(chat.requests).toEqual([]);
    await expectAccessible(page);
    await button().click();
    await frame().locator('.Bubble').first().waitFor();
    expect(await button().getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('zhiyin-chat [role=dialog]').getAttribute('aria-label')).toBe('在线客服');
    await frame().locator('textarea').press('Escape');
    await page.locator('zhiyin-chat iframe').waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('ZHIYIN-CHAT');
    await page.keyboard.press('Enter');
    await page.locator('zhiyin-chat iframe').waitFor({ state: 'visible' });
    await page.locator('h1').click();
    await page.keyboard.press('Escape');
    await page.locator('zhiyin-chat iframe').waitFor({ state: 'hidden' });
  });

  it('counts answers that come while it is closed', async () => {
    await button().click();
    await frame().locator('.Bubble').first().waitFor();
    await frame().getByRole('button', { name: '关闭聊天窗口' }).click();
    await page.locator('zhiyin-chat iframe').waitFor({ state: 'hidden' });
    chat.conversation().say({ text: 'one' });
    chat.conversation().say({ text: 'two' });
    await expect.poll(() => page.locator('zhiyin-chat .badge').textContent()).toBe('2');
    expect(await button().getAttribute('aria-label')).toContain('2');
    await button().click();
    await expect.poll(() => page.locator('zhiyin-chat .badge').isVisible()).toBe(false);
  });

  it('tells the chat which product one looks at', async () => {
    await button().click();
    await frame().locator('textarea').fill('这个多少钱？');
    await frame().locator('textarea').press('Enter');
    await expect.poll(() => chat.conversation().activities[1]?.channelData?.productSku).toBe('YX-200');
    await page.evaluate(() => Reflect.get(window, 'zhiyin')('product', 'YX-500'));
    await frame().locator('textarea').fill('那这个呢？');
    await frame().locator('textarea').press('Enter');
    await expect.poll(() => chat.conversation().activities.at(-2)?.channelData?.productSku).toBe('YX-500');
  });

  it('believes nobody but its own frame at its own address, and the chat nobody but its page', async () => {
    await button().click();
    await frame().locator('.Bubble').first().waitFor();
    const forge = () => parent.postMessage({ type: 'zhiyin:close' }, '*');
    // Another frame of the same site, then the page itself, then strangers towards the chat.
    await page.evaluate((src) => {
      const other = document.createElement('iframe');
      other.name = 'other';
      other.src = src;
      document.body.append(other);
    }, `${chat.url}/images/product.svg`);
    await expect.poll(() => page.frame('other')?.url()).toContain('product.svg');
    await page.frame('other')?.waitForLoadState();
    await page.frame('other')?.evaluate(forge);
    await page.evaluate(forge);
    await page.frames()[1]?.evaluate(() => window.postMessage({ type: 'zhiyin:product', sku: 'FORGED' }, '*'));
    await frame().locator('textarea').fill('hello');
    await frame().locator('textarea').press('Enter');
    await expect.poll(() => chat.conversation().activities[1]?.channelData?.productSku).toBe('YX-200');
    // Our own frame, led elsewhere.
    const own = page.frames()[1];
    await page.locator('zhiyin-chat iframe').evaluate((element) => element.setAttribute('src', '/elsewhere'));
    await expect.poll(() => own?.url()).toContain('/elsewhere');
    await own?.waitForLoadState();
    await own?.evaluate(forge);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(await page.locator('zhiyin-chat iframe').isVisible()).toBe(true);
  });

  it('offers help once to who stays: never after a no, nor to who has opened the chat', async () => {
    helpAfter = '1';
    const offer = page.getByRole('region', { name: '需要帮忙吗' });
    const remembered = () => page.evaluate(() => localStorage.getItem('zhiyin.help'));
    await page.reload();
    await offer.waitFor();
    expect(chat.requests).toEqual([]);
    await expectAccessible(page);
    await offer.getByRole('button', { name: '不用了' }).click();
    await offer.waitFor({ state: 'detached' });
    expect(await remembered()).toBe('offered');
    // Three of its seconds on the next page: nothing comes.
    const stays = async () => {
      await page.reload();
      await button().waitFor();
      await page.evaluate(
        () =>
          new Promise<void>((done) => {
            let ticks = 0;
            const timer = setInterval(() => (++ticks < 3 ? undefined : done(clearInterval(timer))), 1000);
          }),
      );
    };
    await stays();
    expect(await offer.count()).toBe(0);

    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await offer.getByRole('button', { name: '问一句' }).click();
    await frame().locator('textarea').waitFor();
    await expect
      .poll(() => chat.conversation().activities.find(({ type }) => type === 'event'))
      .toMatchObject({ name: 'helpWanted', value: { seconds: 1 }, channelData: { productSku: 'YX-200' } });
    helpAfter = 'off';
  });

  it('fills a phone’s screen, and leaves the shop’s own page as it was', async () => {
    await page.setViewportSize(phone);
    await button().click();
    await frame().locator('.Bubble').first().waitFor();
    expect(await page.locator('zhiyin-chat [role=dialog]').boundingBox()).toMatchObject({ x: 0, y: 0, ...phone });
    expect(await button().isVisible()).toBe(false);
    await frame().getByRole('button', { name: '关闭聊天窗口' }).click();
    await button().waitFor();
    const names = await page.evaluate(() => Object.keys(window).filter((name) => /zhiyin/i.test(name)));
    expect(names).toEqual(['zhiyin']);
    expect(await page.locator('head style, body > style').count()).toBe(0);
  });
});
