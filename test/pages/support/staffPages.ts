import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { present, type StaffHouse } from './startStaffHouse.ts';

/** A page of the desk or of insights, and what must never happen there. */
export interface StaffPage {
  page: Page;
  /** Errors, warnings and refused scripts that the page has reported; a refused sign-in is none. */
  faults: string[];
  close(): Promise<void>;
}

/** What everybody who signs in here has as a password. */
export const password = 'a quiet morning';

/** Opens a browser in which nobody is signed in. */
export async function openPages(browser: Browser, options: BrowserContextOptions = {}): Promise<StaffPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', ...options });
  const page = await context.newPage();
  await page.clock.setFixedTime(present);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('401')) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return { page, faults, close: () => context.close() };
}

/** Opens an address as this member of staff. */
export async function openAs(
  browser: Browser,
  house: StaffHouse,
  email: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<StaffPage> {
  const opened = await openPages(browser, options);
  const answer = await opened.page.request.post(`${house.url}/api/v1/session`, { data: { email, password } });
  expect(answer.status()).toBe(200);
  await opened.page.goto(house.url + path);
  return opened;
}

/** Fails where the page is wider than its window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
}

/** Asks until the answer is as expected: pages and signals take their time on a busy machine. */
export const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 20_000, interval: 50 });
