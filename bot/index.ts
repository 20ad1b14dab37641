import pino from 'pino';
import type { App } from './app.ts';
import { loadConfig } from './config.ts';
import { lockDataDir } from './instanceLock.ts';
import { listen } from './listen.ts';
import { openDatabase } from './openDatabase.ts';
import { startFault } from './startFaults.ts';

const parentPollMs = 200;
const print = (line: string) => process.stdout.write(`${line}\n`);

try {
  await start();
} catch (fault) {
  process.stderr.write(startFault(fault));
  process.exit(1);
}

async function start(): Promise<void> {
  const config = loadConfig();
  const unlock = await lockDataDir(config.dataDir);
  const logger = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  let app: App | undefined;
  const end = async () => {
    await app?.close();
    await unlock();
  };
  // Before anything runs that would have to be stopped: a signal in the middle of the start ends it in order, too.
  const signal = firstSignal(config.startedByNpm);
  try {
    // The database starts in its own process while ours still loads its code.
    const database = openDatabase(config, print, logger);
    database.catch(() => undefined);
    const { createApp } = await import('./app.ts');
    app = await createApp(config, { logger, onProgress: print, database });
    if (!signal.came) {
      const address = await listen(app.server, config);
      for (const line of await app.welcome(config.publicUrl ?? address)) print(line);
    }
  } catch (fault) {
    await end();
    throw fault;
  }
  await signal.wait;
  print('Finishing the conversations in hand …');
  await end();
  process.exit(0);
}

/**
 * The first signal ends the program; npm and the terminal may send it twice, and that is once. npm runs us through a shell,
 * which dies of a signal without passing it on: when our parent is gone, that was the signal.
 */
function firstSignal(startedByNpm: boolean): { came: boolean; wait: Promise<void> } {
  const signal = { came: false, wait: Promise.resolve() };
  signal.wait = new Promise((ended) => {
    const end = () => {
      signal.came = true;
      ended();
    };
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, end);
    const parent = process.ppid;
    if (startedByNpm) setInterval(() => process.ppid !== parent && end(), parentPollMs).unref();
  });
  return signal;
}
