import { createInterface } from 'node:readline';
import pg from 'pg';
import pino from 'pino';
import { createApp } from '#bot/app.ts';
import { readConfig } from '#bot/config.ts';
import { listen } from '#bot/listen.ts';

// The real app in a process of its own, which kills itself (SIGKILL: nothing is flushed, nobody is told) at a chosen statement.
// It is told what to do on standard input, one JSON object a line:
//   {"start": {databaseUrl, dataDir, leaseMs}}   opens and listens; answers {"url"}
//   {"killAt": n}                                counts statements from now on and dies at point n; 0 only counts
//   {"stopAt": n}                                the same, but stands still there (SIGSTOP) until somebody lets it go on
//   {"count": true}                              answers {"points"} passed since
// A statement has two points: just before it is sent (even numbers) and just after its answer came (odd numbers).

let armed = false;
let point = 0;
let fateful = Number.POSITIVE_INFINITY;
let signal: NodeJS.Signals = 'SIGKILL';

/** What runs by itself and belongs to no turn. */
const background = /turn_abandoned|delivery_|signals_notify|pgboss/;

function pass(): void {
  if (armed && point++ === fateful) process.kill(process.pid, signal);
}

const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  const [config] = given as [{ name?: string; text?: string } | string];
  const text = typeof config === 'string' ? config : `${config?.name ?? ''} ${config?.text ?? ''}`;
  if (background.test(text)) return query.apply(this, given);
  pass();
  const last = given.at(-1);
  if (typeof last === 'function') {
    given[given.length - 1] = (...answer: unknown[]) => {
      pass();
      last(...answer);
    };
    return query.apply(this, given);
  }
  const answer = query.apply(this, given);
  return answer instanceof Promise ? answer.finally(pass) : answer;
} as never;

const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);

async function obey(line: string): Promise<void> {
  const order = JSON.parse(line);
  if (order.start) {
    const { databaseUrl, dataDir, leaseMs } = order.start;
    const config = readConfig({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PORT: '0', DEMO: 'false' });
    const logger = pino({ level: 'fatal' }, pino.destination(2));
    const app = await createApp(config, { logger, leaseMs, jobs: false, pages: '/nowhere' });
    say({ url: (await listen(app.server, config)).replace('localhost', '127.0.0.1') });
  }
  const at = order.killAt ?? order.stopAt;
  if (at !== undefined) {
    point = 0;
    fateful = at || Number.POSITIVE_INFINITY;
    signal = order.stopAt ? 'SIGSTOP' : 'SIGKILL';
    armed = true;
  }
  if (order.count) say({ points: point });
}

createInterface({ input: process.stdin }).on('line', (line) => {
  obey(line).catch((fault) => {
    process.stderr.write(`${fault.stack}\n`);
    process.exit(1);
  });
});
say({ loaded: true });
