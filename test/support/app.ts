import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pino, { type Logger } from 'pino';
import { type App, createApp } from '#bot/app.ts';
import { readConfig } from '#bot/config.ts';
import { listen } from '#bot/listen.ts';
import type { Clock } from '#crm/clock.ts';

/** The whole house on a loopback port, as `npm start` has it. */
export interface RunningApp extends App {
  url: string;
}

/** What a test may choose. */
export interface RunningAppOptions {
  databaseUrl: string;
  /** Whether the demo shop is loaded. */
  demo?: boolean;
  /** Folder of the built pages. */
  pages?: string;
  env?: Record<string, string>;
  clock?: Clock;
  /** Who is told what the house writes down. */
  logger?: Logger;
}

/** Starts the real app on a database of the test's own. Recurring jobs do not run: tests move the clock themselves. */
export async function startApp(options: RunningAppOptions): Promise<RunningApp> {
  const { databaseUrl, demo = false, pages, env = {}, clock } = options;
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'zhiyin-app-'));
  const config = readConfig({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DEMO: String(demo), PORT: '0', ...env });
  const logger = options.logger ?? pino({ level: process.env.TEST_LOG ?? 'silent' });
  const app = await createApp(config, {
    logger,
    jobs: false,
    pages: pages ?? '/nowhere',
    ...(clock ? { clock } : {}),
  });
  const url = (await listen(app.server, config)).replace('localhost', '127.0.0.1');
  return {
    ...app,
    url,
    async close() {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
