import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const stamp = 'web/dist/.built-from';
const sources = ['web', 'api', 'vite.config.ts', 'package-lock.json'];

/** The pages could not be built; what is wrong with them was printed above. */
export class PagesNotBuilt extends Error {
  override name = 'PagesNotBuilt';
  constructor() {
    super('The pages could not be built; see above. Mend what it says, or run npm ci if packages are missing.');
  }
}

/** A fingerprint of everything that the pages are made of. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const add = (file: string) => hash.update(file).update(readFileSync(file));
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'dist' && entry.name !== 'node_modules') walk(name);
      } else add(name);
    }
  };
  for (const source of sources) {
    if (!existsSync(source)) continue;
    if (path.extname(source)) add(source);
    else walk(source);
  }
  return hash.digest('hex');
}

/** Whether the built pages are `missing`, older than their sources (`stale`) or as they should be (`current`). */
export function stateOfPages(): 'missing' | 'stale' | 'current' {
  if (!existsSync(stamp)) return 'missing';
  return readFileSync(stamp, 'utf8') === fingerprint() ? 'current' : 'stale';
}

/** Builds the pages, whatever their state, and notes what they were built from. */
export async function buildPages(): Promise<void> {
  const wanted = fingerprint();
  const { build } = await import('vite');
  await build({ logLevel: 'warn' });
  writeFileSync(stamp, wanted);
}
