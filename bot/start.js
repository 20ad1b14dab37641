// @ts-check
// npm start: builds what is missing or older than its sources, then runs it. Plain JavaScript, so that a second start has
// nothing to translate.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { builds, stateOf } from './builds.js';

const parent = process.ppid;
if (Object.values(builds).some((build) => stateOf(build) !== 'current')) {
  // In a process of its own: what builds is large, and no server needs it.
  const build = spawn(process.execPath, ['--import', 'tsx', 'bot/commands/build.ts'], { stdio: 'inherit' });
  const [code] = await once(build, 'exit');
  if (code !== 0) {
    process.stderr.write(
      'Zhiyin did not start: it could not be built; see above. Mend what it says, or run npm ci if packages are missing.\n',
    );
    process.exit(1);
  }
  // Whoever started us was stopped meanwhile, and a shell passes no signal on.
  if (process.ppid !== parent) process.exit(1);
}
await import(new URL('../dist/server.js', import.meta.url).href);
