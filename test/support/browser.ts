import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { describe } from 'vitest';

/** The browser without a screen: it does the same for a fifth less of the machine, except that it shows no notifications. */
const shell = '/usr/bin/chromium-headless-shell';
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What the tests of a file ask of their browser. */
interface Wanted {
  /** It shows notifications. */
  notifications?: boolean;
}

/** Where this machine has a Chromium, or undefined. `CHROMIUM_PATH` names another place. */
export function findBrowser({ notifications = false }: Wanted = {}): string | undefined {
  const known = notifications ? places : [shell, ...places];
  return [process.env.CHROMIUM_PATH, ...known].find((place) => place !== undefined && existsSync(place));
}

/** Starts Chromium. Throws where there is none; use it inside `describeInBrowser`. */
export async function launchBrowser(wanted?: Wanted): Promise<Browser> {
  const executablePath = findBrowser(wanted);
  if (!executablePath) throw new Error('No Chromium on this machine. Install it, or name it in CHROMIUM_PATH.');
  const browser = await chromium.launch({ executablePath, args });
  const newContext = browser.newContext.bind(browser);
  // Tests wait for no movement, and find what is where it stays. A context says so itself: a switch of the browser is overruled.
  browser.newContext = (options) => newContext({ reducedMotion: 'reduce', ...options });
  return browser;
}

/**
 * `describe` for tests that need a browser. Without one they are skipped, and it is said why; in CI they run all the
 * same and fail, because there they can not be done without.
 */
export const describeInBrowser = findBrowser() || process.env.CI ? describe : skipped();

function skipped(): typeof describe.skip {
  process.stdout.write('Browser tests are skipped: no Chromium on this machine (install it, or set CHROMIUM_PATH).\n');
  return describe.skip;
}
