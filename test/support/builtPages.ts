import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { vi } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lock = join(tmpdir(), `zhiyin-pages-${process.ppid}`);

/**
 * The folder of the built pages, built first if their sources have changed (as `npm test` has done already). Test files
 * run beside each other, so only one of them builds at a time.
 */
export async function builtPages(): Promise<string> {
  await vi.waitFor(() => mkdir(lock), { timeout: 120_000, interval: 200 });
  try {
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'bot/commands/build.ts'], {
      cwd: root,
      // As they are shipped: pages built in test mode name all dialogs alike.
      env: { ...process.env, NODE_ENV: 'production' },
    });
  } finally {
    await rm(lock, { recursive: true });
  }
  return join(root, 'web/dist');
}
