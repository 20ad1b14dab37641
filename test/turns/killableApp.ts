import { createInterface } from 'node:readline';
import pg from 'pg';
import pino from 'pino';
import { type App, createApp } from '#bot/app.ts';
import { readConfig } from '#bot/config.ts';
import { listen } from '#bot/listen.ts';

// The real app in a process of its own, which kills itself (SIGKILL: nothing is flushed, nobody is told) at a chosen statement.
// It is told what to do on standard input, one JSON object a line:
//   {"start": {databaseUrl, dataDir, leaseMs, env}}   opens and listens; answers {"url"}
//   {"care": true}                              judges and sends what care has planned, as the job does, until nothing is left
//   {"killAt": n}                                counts statements from now on and dies at point n; 0 only counts
//   {"killAt": "words", "time": n, "side": s}    dies before (s = 0) or after (s = 1) the nth statement that holds these words
//   {"stopAt": …}                                the same, but stands still there (SIGSTOP) until somebody lets it go on
//   {"count": true}                              answers {"points", "commits"} passed since
// A statement has two points: just before it is sent (even numbers) and just after its answer came (odd numbers).

let app: App | undefined;
let armed = false;
let point = 0;
let fateful = Number.POSITIVE_INFINITY;
let commits = 0;
/** The statement to end at, how many of its kind are still to come, and on which side of it. */
let statement: { words: string; left: number; side: 0 | 1 } | undefined;
let signal: NodeJS.Signals = 'SIGKILL';

/** What runs by itself and belongs to no turn. */
const background = /turn_abandoned|delivery_|signals_notify|pgboss/;

const end = () => process.kill(process.pid, signal);

/** Passes one side of a statement: 0 before it is sent, 1 after its answer came. */
function pass(side: 0 | 1, text: string): void {
  if (!armed) return;
  if (side === 1 && text.includes('turn_commit')) commits++;
  if (point++ === fateful) end();
  if (!statement || side !== statement.side || !text.includes(statement.words)) return;
  if (--statement.left === 0) end();
}

const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  const [config] = given as [{ name?: string; text?: string } | string];
  const text = typeof config === 'string' ? config : `${config?.name ?? ''} ${config?.text ?? ''}`;
  if (background.test(text)) return query.apply(this, given);
  pass(0, text);
  const last = given.at(-1);
  if (typeof last === 'function') {
    given[given.length - 1] = (...answer: unknown[]) => {
      pass(1, text);
      last(...answer);
    };
    return query.apply(this, given);
  }
  const answer = query.apply(this, given);
  return answer instanceof Promise ? answer.finally(() => pass(1, text)) : answer;
} as never;

const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);

async function obey(line: string): Promise<void> {
  const order = JSON.parse(line);
  if (order.start) {
    const { databaseUrl, dataDir, leaseMs, env = {} } = order.start;
    const config = readConfig({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PORT: '0', DEMO: 'false', ...env });
    const logger = pino({ level: 'fatal' }, pino.destination(2));
    app = await createApp(config, { logger, leaseMs, jobs: false, pages: '/nowhere' });
    say({ url: (await listen(app.server, config)).replace('localhost', '127.0.0.1') });
  }
  if (order.care) void app?.services.care.runDue(new Date());
  const at = order.killAt ?? order.stopAt;
  if (at !== undefined) {
    point = 0;
    commits = 0;
    fateful = typeof at === 'number' && at > 0 ? at : Number.POSITIVE_INFINITY;
    statement = typeof at === 'string' ? { words: at, left: order.time, side: order.side } : undefined;
    signal = order.stopAt ? 'SIGSTOP' : 'SIGKILL';
    armed = true;
  }
  if (order.count) say({ points: point, commits });
}

createInterface({ input: process.stdin }).on('line', (line) => {
  obey(line).catch((fault) => {
    process.stderr.write(`${fault.stack}\n`);
    process.exit(1);
  });
});
say({ loaded: true });
