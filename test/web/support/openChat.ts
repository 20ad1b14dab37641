import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A phone and a desk. */
export const phone = { width: 375, height: 760 };
export const desk = { width: 1440, height: 900 };

/** The chat in a browser, and what must never happen there. */
export interface OpenChat {
  page: Page;
  /** Errors, warnings and refused scripts that the page has reported. */
  complaints: string[];
  /** Says something as a customer does, by keyboard. */
  say(text: string): Promise<void>;
  /** What is written in the bubbles, one after the other. */
  bubbles(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens the chat as a customer with this browser, language and theme does. */
export async function openChat(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<OpenChat> {
  // Customers are where the shop is: what is written to them unasked keeps to the hours of where they are.
  const where = { viewport: phone, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
  const context = await browser.newContext({ ...where, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  await page.locator('.Bubble').first().waitFor();
  return {
    page,
    complaints,
    say: async (text) => {
      await page.locator('textarea').fill(text);
      await page.locator('textarea').press('Enter');
    },
    bubbles: () => page.locator('.Bubble').allTextContents(),
    close: () => context.close(),
  };
}

/** Fails if axe-core finds a serious or critical fault. */
export async function expectAccessible(page: Page): Promise<void> {
  // Evaluated through the debugger, which the page's policy does not concern.
  await page.evaluate(axe.source);
  const faults = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(faults).toEqual([]);
}
