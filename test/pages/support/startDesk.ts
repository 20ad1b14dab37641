import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Role } from '#prisma/client.ts';
import { type RunningApp, startApp } from '#test/support/app.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { builtPages } from '#test/support/builtPages.ts';
import type { testDatabase } from '#test/support/database.ts';
import { password } from './staffPages.ts';

/** The whole app with its pages, and a browser to open them in. */
export interface Desk {
  readonly app: RunningApp;
  readonly browser: Browser;
  /** The desk as a new colleague of this name and role sees it, signed in. */
  openAs(name: string, role: Role, width?: number): Promise<{ page: Page; id: string }>;
}

/** Starts the app for the tests of a file, where customers and several colleagues meet: call it inside `describe`. */
export function startDesk(
  database: ReturnType<typeof testDatabase>,
  { env }: { env?: () => Record<string, string> } = {},
): Desk {
  let app: RunningApp | undefined;
  let browser: Browser | undefined;
  let made = 0;
  beforeAll(async () => {
    app = await startApp({ databaseUrl: database.url, pages: await builtPages(), ...(env ? { env: env() } : {}) });
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  return {
    get app() {
      return app!;
    },
    get browser() {
      return browser!;
    },
    async openAs(name, role, width = 1440) {
      const email = `colleague${++made}@example.com`;
      const { id } = await app!.services.staff.create({ email, name, role, password, language: 'zh' }, null);
      const context = await browser!.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' });
      const page = await context.newPage();
      const answer = await page.request.post(`${app!.url}/api/v1/session`, { data: { email, password } });
      expect(answer.status()).toBe(200);
      return { page, id };
    },
  };
}
