import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { isAlive, Program } from './program.ts';

const database = testDatabase();
const programs: Program[] = [];
let folder: string;
/** Where the first life has made its database and ended in order: to make another takes longer than what is looked at after it. */
let lived: string | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'zhiyin-start-'));
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  for (const program of programs.splice(0)) {
    program.signal('SIGKILL', 'group');
    await program.ended;
  }
  const pid = postmaster();
  if (pid && isAlive(pid)) {
    process.kill(pid, 'SIGINT');
    await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false);
  }
  if (folder !== lived) rmSync(folder, { recursive: true, force: true });
});

afterAll(() => {
  if (lived) rmSync(lived, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}, command: 'node' | 'npm' = 'node'): Program {
  const program = new Program(command, { DATA_DIR: folder, ...env });
  programs.push(program);
  return program;
}

/** The embedded server's process, by its own note. */
function postmaster(): number | undefined {
  const file = path.join(folder, 'postgres/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

/** How often the embedded server has ended in order, by its own log. */
function ends(): number {
  const file = path.join(folder, 'postgres.log');
  return existsSync(file) ? (readFileSync(file, 'utf8').match(/database system is shut down/g) ?? []).length : 0;
}

/** One line, exit code 1: what every fault that a person can mend looks like. */
async function refuses(program: Program, words: RegExp): Promise<void> {
  expect(await program.ended).toBe(1);
  const lines = program.output
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('Zhiyin did not start'));
  expect(lines, program.output).toHaveLength(1);
  expect(lines[0]).toMatch(words);
  expect(program.output).not.toMatch(/\n\s+at /);
}

describe('a life', { timeout: 180_000 }, () => {
  it('from nothing, through kill -9, to an end in order', async () => {
    const first = start();
    const address = await first.address();
    await first.said(/\/desk\/sign-in\?token=\S{20}/);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    const server = postmaster()!;
    expect(isAlive(server)).toBe(true);

    await refuses(start(), /already runs with DATA_DIR/);
    await refuses(
      start({ DATA_DIR: path.join(folder, 'other'), PORT: new URL(address).port, DATABASE_URL: database.url }),
      /Port \d+ .* another program has it.*PORT/,
    );

    first.signal('SIGKILL');
    await first.ended;
    expect(isAlive(server)).toBe(true);

    const second = start();
    await second.address();
    expect(postmaster()).toBe(server);
    second.signal('SIGTERM');
    second.signal('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(isAlive(server)).toBe(false);
    lived = folder;
  });

  it.each([
    ['SIGTERM to npm', 'SIGTERM', 'process'],
    ['Ctrl-C, which the whole group gets', 'SIGINT', 'group'],
  ] as const)('ends in order by %s', async (_what, signal, to) => {
    if (lived) {
      rmSync(folder, { recursive: true, force: true });
      folder = lived;
    }
    const before = ends();
    const program = start({ DEMO: 'false' }, 'npm');
    const address = await program.address();
    const server = postmaster()!;
    program.signal(signal, to);
    await program.ended;
    await expect.poll(() => isAlive(server), { timeout: 20_000 }).toBe(false);
    await expect(fetch(`${address}/livez`)).rejects.toThrow();
    expect(ends()).toBe(before + 1);
  });

  it('with DATABASE_URL never touches the embedded server', async () => {
    const program = start({ DATABASE_URL: database.url });
    const address = await program.address();
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(existsSync(path.join(folder, 'postgres'))).toBe(false);
  });
});

describe('what a person can mend is said in one line', { timeout: 60_000 }, () => {
  it('a value that is none', async () => {
    await refuses(start({ PORT: 'eighty' }), /PORT must be a number from 0 to 65535/);
  });

  it('two wrong values at once', async () => {
    await refuses(start({ PUBLIC_URL: 'shop.example', LOG_LEVEL: 'loud' }), /PUBLIC_URL must be .*LOG_LEVEL must be/);
  });

  it('a folder that cannot be one', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    await refuses(start({ DATA_DIR: path.join(file, 'data') }), /DATA_DIR .* cannot be written/);
  });

  it('a database that does not answer', async () => {
    await refuses(
      start({ DATABASE_URL: 'postgresql://zhiyin:secret@127.0.0.1:1/zhiyin' }),
      /DATABASE_URL.*nothing listens there/,
    );
    expect(programs.at(-1)!.output).not.toContain('secret');
  });

  it.runIf(process.getuid?.() === 0)('as root, a DATA_DIR that the user postgres cannot reach', async () => {
    const closed = path.join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    await refuses(start({ DATA_DIR: path.join(closed, 'data') }), /user "postgres", who cannot reach DATA_DIR/);
    expect(existsSync(path.join(closed, 'data/postgres'))).toBe(false);
  });
});
