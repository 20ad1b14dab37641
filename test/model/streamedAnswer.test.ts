import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sentencesOf } from '#ai/sentences.ts';
import { type RunningApp, startApp } from '#test/support/app.ts';
import { describeInBrowser, launchBrowser } from '#test/support/browser.ts';
import { builtPages } from '#test/support/builtPages.ts';
import { testDatabase } from '#test/support/database.ts';
import { answerDataSchema } from '#test/support/modelRequests.ts';
import { honest, ModelServer } from '#test/support/modelServer.ts';
import { desk, openChat, phone } from '#test/web/support/openChat.ts';

const database = testDatabase();
/** Where pictures of the page are put, for whoever wants to look at them. */
const folder = process.env.SCREENSHOTS;

describeInBrowser('a streamed answer on the page', () => {
  let server: ModelServer;
  let app: RunningApp;
  let browser: Browser;
  /** Lets the model write its next sentence. */
  let next: () => void = () => undefined;

  beforeAll(async () => {
    server = await ModelServer.start('good');
    const env = {
      OPENAI_API_KEY: 'good',
      OPENAI_BASE_URL: server.url,
      OPENAI_MODEL: 'tiny',
      OPENAI_FIRST_TOKEN_MS: '20000',
    };
    app = await startApp({ databaseUrl: database.url, demo: true, pages: await builtPages(), env });
    browser = await launchBrowser();
    if (folder) mkdirSync(folder, { recursive: true });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await server?.close();
  });

  it.each([
    ['zh-CN', '栖木晨雾加湿器怎么清洗水垢？', phone],
    ['en-GB', 'How do I descale the Qimu Mist humidifier?', desk],
  ])(
    'appears sentence by sentence and is replaced by what was kept (%s)',
    async (locale, question, viewport) => {
      let sentences: string[] = [];
      const waits = () =>
        new Promise<void>((go) => {
          next = go;
        });
      server.chat = (asked) => {
        if (asked.purpose === 'reading') return honest(asked);
        const { sources } = answerDataSchema.parse(asked.data);
        const article = sources.find(({ text }) => !/^(?:价格|Price)/.test(text))!;
        sentences = sentencesOf(article.text).slice(0, 3);
        return { says: sentences.map((sentence) => `${sentence} [${article.number}]\n`), waits };
      };
      const chat = await openChat(browser, `${app.url}/`, { locale, viewport });
      await chat.say(question);
      const live = chat.page.locator('.line-body[aria-busy="true"] .Bubble');
      await live.waitFor({ timeout: 20_000 });
      const [first] = await live.allTextContents();
      expect(sentences[0]).toContain(first!.trim());
      if (folder) await chat.page.screenshot({ path: `${folder}/stream-${locale}-live.png` });
      const isWriting = async () => {
        next();
        return live.count();
      };
      await expect.poll(isWriting, { timeout: 20_000 }).toBe(0);
      const bubbles = await chat.bubbles();
      expect(bubbles.filter((text) => text.includes(first!.trim()))).toHaveLength(1);
      await chat.page.locator('.line-foot').first().waitFor();
      if (folder) await chat.page.screenshot({ path: `${folder}/stream-${locale}-final.png` });
      expect(chat.complaints).toEqual([]);
      await chat.close();
    },
    60_000,
  );
});
