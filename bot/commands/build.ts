import { build } from 'vite';
import { builds, fingerprint, stampBuild, stateOf } from '../builds.js';
import { buildServer } from '../serverBuild.ts';

// npm run build: builds the pages and the server where they are missing or older than their sources. `npm start` and
// `npm test` see to it, too.

const ways = {
  pages: { title: 'the pages', make: () => build({ logLevel: 'warn' }) },
  server: { title: 'the server', make: () => buildServer('bot/index.ts', 'dist', 'server') },
};

for (const name of ['pages', 'server'] as const) {
  const wanted = builds[name];
  const state = stateOf(wanted);
  if (state === 'current') continue;
  const { title, make } = ways[name];
  console.log(state === 'missing' ? `Building ${title} (the first time only) …` : `Building ${title} anew …`);
  const print = fingerprint(wanted);
  await make();
  stampBuild(wanted, print);
}
