import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A server in a process of its own. */
export interface Running {
  url: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** The bare echo bot. */
export const startEcho = (): Promise<Running> =>
  start(['--import', 'tsx', 'bench/turns/echoServer.ts'], {}, /"url":"([^"]+)"/);

/** Zhiyin itself as `npm start` runs it, on a new embedded database (fsync on) with the demo shop. */
export async function startZhiyin(env: Record<string, string> = {}): Promise<Running> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhiyin-bench-'));
  chmodSync(folder, 0o755);
  const running = await start(
    ['bot/start.js'],
    { PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'warn', DEMO: 'true', DATABASE_URL: '', ...env },
    /(http:\/\/localhost:\d+)/,
  );
  return {
    ...running,
    async stop() {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a program of ours and waits for the line that names its address. */
export function start(script: string[], env: Record<string, string>, ready: RegExp): Promise<Running> {
  const child = spawn(process.execPath, script, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script.at(-1)} ended with ${code} before it listened.`)));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const url = ready.exec(line)?.[1]?.replace('localhost', '127.0.0.1');
      if (!url) return;
      resolve({
        url,
        process: child,
        async stop() {
          child.kill('SIGTERM');
          await ended;
        },
      });
    });
  });
}
