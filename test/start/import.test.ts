import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from '#prisma/client.ts';
import { copyDatabase, type TestDatabase } from '#test/support/database.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'zhiyin-import-'));
let copy: TestDatabase;
let db: Database;
beforeAll(async () => {
  copy = await copyDatabase();
  db = createDatabase({ url: copy.url });
});
afterAll(async () => {
  await db?.close();
  await copy?.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command as npm does. */
function command(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, DATABASE_URL: copy.url, DATA_DIR: folder, LOG_LEVEL: 'info' };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'bot/commands/import.ts', ...words], { env }, (fault, out, err) =>
      resolve({ code: fault ? Number(fault.code) : 0, out, err }),
    );
  });
}

const file = (name: string, text: string): string => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

test('checks, imports, and reports the rows that it can not take; others hear of it', async () => {
  const heard: object[] = [];
  db.signals.subscribe('catalogue', (payload) => heard.push(payload));
  const csv = file('p.csv', 'sku,name,category,price\nCLI-1,Cup,kitchen,1\nCLI-2,Pan,kitchen,x\n');
  const dry = await command('products', csv, '--dry-run');
  expect(dry).toMatchObject({ code: 0, err: '' });
  expect(dry.out).toMatch(/added +1[\s\S]*rejected +1[\s\S]*line 3: price:[\s\S]*dry run/);
  expect(await db.client.product.count()).toBe(0);
  const report = path.join(folder, 'rejected.csv');
  expect((await command('products', csv, '--report', report)).out).toContain('Imported in');
  expect(readFileSync(report, 'utf8').split('\r\n')).toEqual([
    '\uFEFFfile,line,column,reason',
    expect.stringMatching(/^,3,price,/),
    '',
  ]);
  expect(await db.client.product.count()).toBe(1);
  await expect.poll(() => heard.length).toBe(1);
});

test('what can not be done is one sentence, and the command fails', async () => {
  const cases = [
    [[`products`, path.join(folder, 'none.csv')], 'There is no file'],
    [['products', file('h.csv', 'colour\nred\n')], 'The first line names no column'],
    [['dreams', 'x.csv'], 'can not be imported'],
  ] as const;
  for (const [words, says] of cases) {
    const { code, err } = await command(...words);
    expect([code, err.split('\n')[0]]).toEqual([1, expect.stringContaining(says)]);
  }
});
