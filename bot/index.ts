import pino from 'pino';
import { type App, createApp } from './app.ts';
import { loadConfig } from './config.ts';
import { lockDataDir } from './instanceLock.ts';
import { listen } from './listen.ts';
import { startFault } from './startFaults.ts';

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
  try {
    app = await createApp(config, { logger, onProgress: print });
    const address = await listen(app.server, config);
    for (const line of await app.welcome(config.publicUrl ?? address)) print(line);
  } catch (fault) {
    await end();
    throw fault;
  }
  closeOnSignals(end, logger);
}

/** The first signal finishes what is in hand; npm and the terminal may send it twice, and that is once. */
function closeOnSignals(end: () => Promise<void>, logger: pino.Logger): void {
  let closing = false;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (closing) return;
      closing = true;
      print('Finishing the conversations in hand …');
      end().then(
        () => process.exit(0),
        (fault) => {
          logger.fatal({ err: fault }, 'closing failed');
          process.exit(1);
        },
      );
    });
  }
}
