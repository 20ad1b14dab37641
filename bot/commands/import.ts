import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { systemClock } from '#crm/clock.ts';
import { BusinessError } from '#crm/errors.ts';
import { type ImportReport, Imports, type Rejected } from '#crm/imports/imports.ts';
import { importKinds } from '#crm/imports/kinds.ts';
import { requireFile } from '#crm/imports/readers/openSource.ts';
import { rejectedCsv, rejectedHeader } from '#crm/imports/rejectedCsv.ts';
import { ErasedMarks } from '#crm/privacy/erasedMarks.ts';
import { Secrets } from '#crm/secrets/secrets.ts';
import { loadConfig } from '../config.ts';
import { AlreadyRunning, lockDataDir } from '../instanceLock.ts';
import { type OpenDatabase, openDatabase } from '../openDatabase.ts';
import { startFault } from '../startFaults.ts';
import { importProgress } from './importProgress.ts';

// npm run import -- products FILE: takes a file into the database, whether Zhiyin runs on it or not.

const kinds = importKinds.map(({ id }) => id);
const usage = `npm run import -- ${kinds.join('|')} FILE [--dry-run] [--yes] [--report rejected.csv]
FILE is a .csv, .xlsx, .json, .jsonl, .md or .html file; articles may also be a folder of .md and .html files.
It is checked first. On a terminal you are asked before anything changes (--yes: not); --dry-run only checks.
docs/import.md explains the columns and has samples.
`;
const SHOWN = 10;

/** The command was not understood; the message says what is wrong with it. */
class WrongCommand extends Error {
  override name = 'WrongCommand';
}

interface Asked {
  kind: string;
  path: string;
  dryRun: boolean;
  yes: boolean;
  report: string | undefined;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

try {
  const asked = readCommand(process.argv.slice(2));
  if (asked) await run(asked);
  else process.stdout.write(usage);
} catch (fault) {
  process.stderr.write(sentence(fault));
  process.exitCode = 1;
}

function sentence(fault: unknown): string {
  if (fault instanceof WrongCommand) return `${fault.message}\n\n${usage}`;
  if (fault instanceof BusinessError) return `Nothing was imported. ${fault.message}\n`;
  return startFault(fault).replace('Zhiyin did not start', 'Nothing was imported');
}

function readCommand(words: string[]): Asked | undefined {
  const flag = { type: 'boolean', default: false } as const;
  const options = { 'dry-run': flag, yes: flag, help: flag, report: { type: 'string' } } as const;
  let parsed: ReturnType<typeof parse>;
  const parse = () => parseArgs({ args: words, options, allowPositionals: true });
  try {
    parsed = parse();
  } catch (fault) {
    throw new WrongCommand((fault as Error).message.split('.')[0] ?? '');
  }
  const { values, positionals } = parsed;
  if (values.help || words.length === 0) return undefined;
  const [kind = '', path, ...more] = positionals;
  if (!kinds.includes(kind)) throw new WrongCommand(`“${kind}” can not be imported: choose ${kinds.join(' or ')}.`);
  if (!path || more.length > 0)
    throw new WrongCommand(`Name one file (in quotes if it holds spaces), not ${positionals.length - 1}.`);
  return { kind, path, dryRun: values['dry-run'], yes: values.yes, report: values.report };
}

async function run(asked: Asked): Promise<void> {
  const started = performance.now();
  await requireFile(asked.path);
  const { db, close, secretsKey } = await open();
  const progress = importProgress(process.stderr);
  const rejected = asked.report ? reportFile(asked.report) : undefined;
  const first: Rejected[] = [];
  try {
    const report = await new Imports(db, systemClock, new ErasedMarks(db, new Secrets(db, secretsKey))).run({
      kind: asked.kind,
      path: asked.path,
      staffId: null,
      onProgress: progress.show,
      onRejected(row) {
        if (first.length < SHOWN) first.push(row);
        rejected?.write(rejectedCsv(row));
      },
      async confirm(checked) {
        progress.stop();
        tell(checked, first, asked);
        return !asked.dryRun && checked.added + checked.changed > 0 && (asked.yes || (await agreed()));
      },
    });
    progress.stop();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    print(
      report.applied
        ? `Imported in ${seconds} s.`
        : asked.dryRun
          ? 'Nothing was changed: this was a dry run.'
          : 'Nothing was changed.',
    );
    if (report.rejected === report.rows) process.exitCode = 1;
  } finally {
    progress.stop();
    if (rejected) await finished(rejected.end());
    await close();
  }
}

/** Where Zhiyin runs on the same DATA_DIR, its PostgreSQL is used and left running; else ours is started and stopped. */
async function open(): Promise<OpenDatabase & { secretsKey: string | undefined }> {
  const config = loadConfig();
  const logger = pino(
    { level: config.logLevel === 'info' ? 'error' : config.logLevel },
    pino.destination({ dest: 2, sync: true }),
  );
  const unlock = config.databaseUrl ? async () => undefined : await lockIfFree(config.dataDir);
  const opened = await openDatabase(config, print, logger);
  const { secretsKey } = config;
  if (!unlock) return { db: opened.db, secretsKey, close: () => opened.db.close() };
  return {
    db: opened.db,
    secretsKey,
    async close() {
      await opened.close();
      await unlock();
    },
  };
}

async function lockIfFree(dataDir: string): Promise<(() => Promise<void>) | undefined> {
  try {
    return await lockDataDir(dataDir);
  } catch (fault) {
    if (fault instanceof AlreadyRunning) return undefined;
    throw fault;
  }
}

function reportFile(path: string) {
  const stream = createWriteStream(path);
  stream.on('error', () => undefined);
  stream.write(rejectedHeader);
  return stream;
}

function tell(report: ImportReport, first: readonly Rejected[], asked: Asked): void {
  const { added, changed, unchanged, rejected, rows, format, encoding } = report;
  print(`${asked.path}: ${rows} rows (${[format, encoding].filter(Boolean).join(', ')})`);
  for (const [word, count] of Object.entries({ added, changed, unchanged, rejected }))
    print(`  ${word.padEnd(10)} ${count}`);
  for (const [what, names] of Object.entries(report.extras))
    if (names.length > 0) print(`  new ${what}: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ' …' : ''}`);
  if (report.ignored.length > 0) print(`  columns not used: ${report.ignored.join(', ')}`);
  for (const { file, line, column, reason } of first)
    print(`  ${file ? `${file}, ` : ''}line ${line}: ${column ? `${column}: ` : ''}${reason}`);
  if (rejected > first.length)
    print(`  … ${rejected - first.length} more${asked.report ? '' : '; --report FILE writes them all'}`);
}

/** Asks on a terminal; elsewhere whoever runs the command has decided. */
async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^(?:y|yes|是|好)$/i.test((await terminal.question('Import this? [y/N] ')).trim());
  } finally {
    terminal.close();
  }
}
