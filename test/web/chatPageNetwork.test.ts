import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser, launchBrowser } from '#test/support/browser.ts';
import { builtPages } from '#test/support/builtPages.ts';
import { type FakeServer, startFakeServer } from './support/fakeServer.ts';
import { desk, type OpenChat, openChat } from './support/openChat.ts';
import { playShowcase } from './support/showcase.ts';

describeInBrowser('the customer page, when things go wrong and by keyboard', () => {
  let browser: Browser;
  let pages: string;
  let server: FakeServer;
  let chat: OpenChat;

  beforeAll(async () => {
    pages = await builtPages();
    browser = await launchBrowser();
  }, 180_000);
  afterAll(() => browser?.close());

  beforeEach(async () => {
    server = await startFakeServer({ pages });
    playShowcase(server);
    chat = await openChat(browser, server.url, { viewport: desk });
  });
  afterEach(async () => {
    await chat.close();
    await server.close();
  });

  const said = () => server.conversation().activities.map(({ text }) => text);

  it('loses and doubles nothing over a lost network, and says what is going on', async () => {
    server.onActivity = () => undefined;
    const { page, say } = chat;
    await say('before');
    await expect.poll(said).toContain('before');
    await page.context().setOffline(true);
    server.dropSockets();
    await page.getByText('没有网络。消息会在恢复后自动发出。').waitFor();
    await say('during 1');
    await say('during 2');
    await page.locator('.delivery[data-delivery="waiting"]').first().waitFor();
    server.conversation().say({ text: 'answer meanwhile' });
    await page.context().setOffline(false);
    await expect
      .poll(said, { timeout: 15_000 })
      .toEqual([expect.stringContaining('您好'), 'before', 'answer meanwhile', 'during 1', 'during 2']);
    await expect
      .poll(async () => (await chat.bubbles()).slice(1), { timeout: 15_000 })
      .toEqual(['before', 'answer meanwhile', 'during 1', 'during 2']);
    await expect.poll(() => page.locator('.delivery').count()).toBe(0);
    await expect.poll(() => page.getByText('没有网络').count()).toBe(0);
  });

  it('offers to send again what was refused', async () => {
    server.faults.push(400);
    await chat.say('难发的话');
    await chat.page.getByRole('button', { name: /点此重发/ }).click();
    await expect.poll(said).toContain('难发的话');
    await expect.poll(() => chat.page.getByRole('button', { name: /点此重发/ }).count()).toBe(0);
  });

  it('shows what was said after a reload, and clears the screen for a new conversation', async () => {
    const { page, say, bubbles } = chat;
    await say('怎么清洗？');
    await expect.poll(async () => (await bubbles()).length).toBe(3);
    const before = await bubbles();
    await page.reload();
    await expect.poll(bubbles).toEqual(before);
    await page.getByRole('button', { name: '新对话' }).click();
    await page.getByRole('button', { name: '开始新对话' }).click();
    await expect.poll(async () => (await bubbles()).length).toBe(1);
    expect(server.conversations.size).toBe(2);
  });

  it('lets a text grow as it is written, and keeps its bubble when it is done', async () => {
    const { page } = chat;
    const streamed = (text: string, streamSequence: number) =>
      server.conversation().pass({ text, channelData: { streamId: 's', streamSequence, streamType: 'streaming' } });
    streamed('先断电', 1);
    const bubble = page.locator('.line').nth(1).locator('.Bubble');
    await expect.poll(() => bubble.textContent()).toBe('先断电');
    await bubble.evaluate((element) => element.setAttribute('data-same', 'yes'));
    expect(await page.locator('.line').nth(1).locator('[aria-busy=true]').count()).toBe(1);
    streamed('先断电，再擦干', 2);
    await expect.poll(() => bubble.textContent()).toBe('先断电，再擦干');
    server.conversation().say({ text: '先断电，再擦干。', channelData: { streamId: 's' } });
    await expect.poll(() => bubble.textContent()).toBe('先断电，再擦干。');
    expect(await bubble.getAttribute('data-same')).toBe('yes');
    expect(await page.locator('[aria-busy=true]').count()).toBe(0);
  });

  it('can be used with nothing but the keyboard', async () => {
    const { page } = chat;
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
    expect(await focused()).toBe('消息');
    await page.keyboard.type('第一行');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('第二行');
    await page.keyboard.press('Enter');
    await expect.poll(said).toContain('第一行\n第二行');
    expect(await focused()).toBe('消息');
    await page.locator('.feedback').waitFor();
    const order: (string | null | undefined)[] = [];
    for (let count = 0; count < 5; count += 1) {
      await page.keyboard.press('Shift+Tab');
      order.push(await focused());
    }
    expect(order).toEqual(['添加图片或文件', '没帮助', '有帮助', '依据（1）', '清洁说明']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('.sources').getAttribute('open')).not.toBeNull();
    server.conversation().say({
      text: '还需要什么？',
      suggestedActions: { actions: [{ type: 'imBack', title: '没有了', value: '没有了' }] },
    });
    await page.locator('.choice').focus();
    await page.keyboard.press('Enter');
    await expect.poll(said).toContain('没有了');
    expect(await focused()).toBe('消息');
  });

  it('follows the end, but leaves one who reads further up in peace', async () => {
    const { page } = chat;
    const scroller = page.locator('.scroller');
    const fromEnd = () =>
      scroller.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight);
    for (let count = 1; count <= 30; count += 1) server.conversation().say({ text: `第 ${count} 条` });
    await expect.poll(() => page.locator('.line').count()).toBe(31);
    await expect.poll(fromEnd).toBeLessThan(2);
    await scroller.evaluate((element) => element.scrollTo(0, 0));
    await page.getByRole('button', { name: '回到最新消息' }).waitFor();
    server.conversation().say({ text: '新的' });
    await page.getByRole('button', { name: '1 条新消息' }).waitFor();
    expect(await scroller.evaluate((element) => element.scrollTop)).toBe(0);
    await page.getByRole('button', { name: '1 条新消息' }).click();
    await expect.poll(fromEnd).toBeLessThan(2);
    await expect.poll(() => page.locator('.to-newest').count()).toBe(0);
  });

  it('opens only addresses that are safe', async () => {
    const { page } = chat;
    server.conversation().say({
      text: '[x](javascript:document.title="hacked") <img src=x onerror=document.title="hacked">',
      attachments: [
        { contentType: 'image/png', contentUrl: 'javascript:document.title="hacked"', name: 'p' },
        { contentType: 'text/html', contentUrl: 'data:text/html,<script>1</script>', name: 'f' },
        {
          contentType: 'application/vnd.microsoft.card.hero',
          content: { title: '<b>t</b>', images: [{ url: 'javascript:1' }] },
        },
      ],
      suggestedActions: { actions: [{ type: 'openUrl', title: 'go', value: 'javascript:document.title="hacked"' }] },
    });
    await page.getByRole('button', { name: 'go', exact: true }).click();
    const addresses = await page
      .locator('main a[href], main img[src]')
      .evaluateAll((elements) =>
        elements.map((element) => element.getAttribute('href') ?? element.getAttribute('src')),
      );
    expect(addresses).toEqual([]);
    expect(await page.locator('.card-title').textContent()).toBe('<b>t</b>');
    expect(await page.title()).not.toContain('hacked');
  });

  it('does not send while a Chinese word is being composed', async () => {
    const { page } = chat;
    await page.locator('textarea').fill('ni hao');
    await page.locator('textarea').dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true });
    expect(await page.locator('.line--mine').count()).toBe(0);
    await page.locator('textarea').press('Enter');
    await expect.poll(said).toContain('ni hao');
    expect(said().filter((text) => text === 'ni hao')).toHaveLength(1);
    expect(await page.locator('textarea').inputValue()).toBe('');
  });
});
