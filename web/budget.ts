import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What customers may have to load, in bytes after gzip (DESIGN section 9). */
export const budgets = { chat: 60_000, launcher: 10_000 };

/** What they have to load now. */
export type Measured = Record<keyof typeof budgets, number>;

interface ManifestEntry {
  file: string;
  imports?: string[];
}

/**
 * Measures the built pages in `dist`: every script that the chat loads before its first paint (what is loaded later, on
 * demand, does not count), and the launcher.
 */
export async function measureBudgets(dist: string): Promise<Measured> {
  const manifest: Record<string, ManifestEntry> = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8'));
  const files = new Set<string>();
  const collect = (name: string) => {
    const entry = manifest[name];
    if (!entry) throw new Error(`The manifest of the built pages has no entry "${name}". Run "npm run build".`);
    if (files.has(entry.file)) return;
    files.add(entry.file);
    for (const imported of entry.imports ?? []) collect(imported);
  };
  collect('chat/index.html');
  const sizeOf = async (file: string) => gzipSync(await readFile(join(dist, file)), { level: 9 }).length;
  let chat = 0;
  for (const file of files) chat += await sizeOf(file);
  return { chat, launcher: await sizeOf('launcher.js') };
}
