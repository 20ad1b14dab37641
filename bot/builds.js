// @ts-check
// Plain JavaScript, as start.js is: it runs before anything is translated.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Build
 * @property {string} stamp file that keeps the fingerprint of what was built
 * @property {string[]} sources files and folders that it is built from
 */

/** What is built: the pages for browsers, and the server, translated and put together so that it starts quickly. */
export const builds = {
  pages: { stamp: 'web/dist/.built-from', sources: ['web', 'api', 'vite.config.ts', 'package-lock.json'] },
  server: { stamp: 'dist/.built-from', sources: ['bot', 'dialogs', 'api', 'crm', 'ai', 'prisma', 'package-lock.json'] },
};

const built = new Set(['dist', 'node_modules']);

/**
 * A fingerprint of everything that a build is made of.
 * @param {Build} build
 * @returns {string}
 */
export function fingerprint({ sources }) {
  const hash = createHash('sha256');
  /** @param {string} file */
  const add = (file) => hash.update(file).update(readFileSync(file));
  /** @param {string} folder */
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = path.join(folder, entry.name);
      if (!entry.isDirectory()) add(name);
      else if (!built.has(entry.name)) walk(name);
    }
  };
  for (const source of sources) {
    if (!existsSync(source)) continue;
    if (path.extname(source)) add(source);
    else walk(source);
  }
  return hash.digest('hex');
}

/**
 * Whether a build is there and made of its sources as they are now.
 * @param {Build} build
 * @returns {'missing' | 'stale' | 'current'}
 */
export function stateOf(build) {
  if (!existsSync(build.stamp)) return 'missing';
  return readFileSync(build.stamp, 'utf8') === fingerprint(build) ? 'current' : 'stale';
}

/**
 * Notes what a build was made of.
 * @param {Build} build
 * @param {string} print its fingerprint, taken before it was built
 */
export function stampBuild(build, print) {
  writeFileSync(build.stamp, print);
}
