import { spawn } from 'node:child_process';
import { chmodSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { startEmbedded } from '#prisma/embedded.ts';
import { migrate } from '#prisma/migrate.ts';
import { writeXlsx } from '#test/support/xlsx.ts';
import type { Benchmark } from '../benchmarks.ts';

const ROWS = 100_000;
const header = [
  'sku',
  'name_zh',
  'name_en',
  'category',
  'price',
  'aliases',
  'description_zh',
  '容量(ml)',
  '颜色',
  '防水',
];

const rowOf = (i: number): (string | number)[] => [
  `SKU-${i}`,
  `样品${i}号`,
  `Sample ${i}`,
  `类别${i % 40}`,
  (i % 5000) + 0.5,
  `别名${i};又名${i}`,
  `这是第${i}号样品的介绍，适合日常使用，包装完好。`,
  100 + (i % 900),
  ['红', '蓝', '绿'][i % 3]!,
  i % 2 ? '是' : '否',
];

async function writeCsv(file: string): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${header.join(',')}\n`);
  for (let i = 0; i < ROWS; i++) stream.write(`${rowOf(i).join(',')}\n`);
  await finished(stream.end());
}

/** Runs the command in a process of its own; seconds as its user waits, and the most memory it had, in MB (Linux; else 0). */
function run(file: string, dataDir: string): Promise<{ seconds: number; megabytes: number }> {
  const begun = performance.now();
  const script = `process.on('exit', () => process.stderr.write('rss ' + process.resourceUsage().maxRSS + '\\n'));`;
  const preload = `data:text/javascript,${encodeURIComponent(script)}`;
  const child = spawn(
    process.execPath,
    ['--import', preload, '--import', 'tsx', 'bot/commands/import.ts', 'products', file, '--yes'],
    { env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stdout.on('data', (data) => {
    said += data;
  });
  child.stderr.on('data', (data) => {
    said += data;
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      if (code !== 0) return reject(new Error(said));
      const kilobytes = Number(/rss (\d+)/.exec(said)?.[1] ?? 0);
      resolve({ seconds: (performance.now() - begun) / 1000, megabytes: Math.round(kilobytes / 1024) });
    });
  });
}

/** A hundred thousand products from a file into an empty database, then the same file again, which changes nothing. */
export const importProducts: Benchmark = {
  id: 'import',
  about: '100,000 products by npm run import (CSV; --xlsx: a workbook), then the same file again; seconds and memory',
  async run(flags) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'zhiyin-bench-'));
    chmodSync(folder, 0o755);
    const server = await startEmbedded(folder);
    try {
      await migrate(server.url);
      const file = path.join(folder, flags.includes('--xlsx') ? 'products.xlsx' : 'products.csv');
      if (flags.includes('--xlsx'))
        await writeXlsx(file, [header, ...Array.from({ length: ROWS }, (_, i) => rowOf(i))]);
      else await writeCsv(file);
      const first = await run(file, folder);
      const again = await run(file, folder);
      return {
        rows: ROWS,
        seconds: Math.round(first.seconds * 10) / 10,
        againSeconds: Math.round(again.seconds * 10) / 10,
        megabytes: Math.max(first.megabytes, again.megabytes),
      };
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
