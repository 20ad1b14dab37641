import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// npm run build: builds the pages if they are missing or older than their sources. `npm start` and `npm test` run it first.

const stamp = 'web/dist/.built-from';
const sources = ['web', 'api', 'vite.config.ts', 'package-lock.json'];

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

const wanted = fingerprint();
const built = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
if (built !== wanted) {
  console.log(built ? 'The pages have changed; building them …' : 'Building the pages (the first start only) …');
  const { build } = await import('vite');
  await build({ logLevel: 'warn' });
  writeFileSync(stamp, wanted);
}
