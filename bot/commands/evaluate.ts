import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import type { CommentRead } from '#ai/commentReader.ts';
import { evaluateIntents, evaluateIntentsByFolds, perIntent } from '#ai/evaluation/intents.ts';
import type { Figures } from '#ai/evaluation/measures.ts';
import { evaluatePairs, evaluateRetrieval } from '#ai/evaluation/retrieval.ts';
import { evaluateRouting, type RoutingResult } from '#ai/evaluation/routing.ts';
import {
  documentRow,
  EvaluationDataError,
  labelledRow,
  pairRow,
  queryRow,
  readRows,
  routedRow,
  strayRow,
} from '#ai/evaluation/rows.ts';
import { evaluateSentiment } from '#ai/evaluation/sentiment.ts';
import { createReader } from '#ai/reader.ts';
import { NONE } from '#ai/reading.ts';
import { ConfigError, loadConfig } from '#bot/config.ts';
import { readByKeywords } from '#crm/surveys/comments/keywords.ts';
import { dialogModules } from '#dialogs/index.ts';
import { type AttributeResult, attributeRow, evaluateAttributes } from './evaluation/attributes.ts';
import { type CommentsResult, commentRow, compareComments, evaluateComments } from './evaluation/comments.ts';
import { readByModel } from './evaluation/commentsByModel.ts';
import { catalogueFromDatabase } from './evaluation/databaseCatalogue.ts';

const usage = `Measures how well the bot reads, routes and finds. Files are JSON lines.

  npm run evaluate -- intents   --train F --test F [--oos F] [--per-intent N]   rows {text, label}
  npm run evaluate -- intents   --train F --folds 5 [--per-intent N]            cross-validation on one file
  npm run evaluate -- routing   F [--mistakes]                                 label: a module's id or none
  npm run evaluate -- retrieval --documents F --queries F                      {id, text | title, body}; {q, rel: [id]}
  npm run evaluate -- retrieval --pairs F                                      {qid, question, candidate, label}
  npm run evaluate -- sentiment --train F --test F                             label: 1 good, 0 bad
  npm run evaluate -- attributes --database DIR --questions F [--mistakes]     {q, history, gold: [value]}; DIR holds [name, {key: value}] lists
  npm run evaluate -- comments  F [--model] [--mistakes]                       {text, feeling, themes: {code: feeling}}; by keywords, or OPENAI_MODEL

  --json   one JSON object on one line instead of the table`;

class UsageError extends Error {}

type Outcome = { figures: Figures; routing?: RoutingResult; attributes?: AttributeResult; comments?: CommentsResult };
type Readings = readonly (CommentRead | null)[];
type Values = { readings?: Readings } & Partial<
  Record<
    'train' | 'test' | 'oos' | 'documents' | 'queries' | 'pairs' | 'folds' | 'per-intent' | 'database' | 'questions',
    string
  >
>;

function file(values: Values, name: Exclude<keyof Values, 'readings'>): string {
  const value = values[name];
  if (!value) throw new UsageError(`--${name} FILE is missing.`);
  return value;
}

function count(values: Values, name: 'folds' | 'per-intent', least: number): number | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number < least) {
    throw new UsageError(`--${name} must be a whole number of at least ${least}, not "${value}".`);
  }
  return number;
}

function intents(values: Values): Outcome {
  const rows = readRows(file(values, 'train'), labelledRow);
  const folds = count(values, 'folds', 2);
  const limit = count(values, 'per-intent', 1);
  if (folds) return { figures: evaluateIntentsByFolds(rows, folds, limit) };
  const train = limit ? perIntent(rows, limit) : rows;
  if (limit && !values.test) {
    const taken = new Set(train);
    return {
      figures: evaluateIntents(
        train,
        rows.filter((row) => !taken.has(row)),
      ),
    };
  }
  const test = readRows(file(values, 'test'), labelledRow);
  return { figures: evaluateIntents(train, test, values.oos ? readRows(values.oos, strayRow) : []) };
}

function routing(_: Values, path?: string): Outcome {
  if (!path) throw new UsageError('routing needs a FILE of rows {text, label}.');
  const moduleOf = new Map(
    dialogModules.flatMap(({ id, intents: examples }) =>
      [id, ...Object.keys(examples).map((key) => key.split('.')[0]!)].map((intent) => [intent, id]),
    ),
  );
  /** Courtesies and small talk count as none. */
  const counted = (intent: string) => (moduleOf.get(intent) === 'smallTalk' ? NONE : (moduleOf.get(intent) ?? intent));
  const rows = readRows(path, routedRow).map(({ text, label }) => ({ text, label: counted(label) }));
  const reader = createReader({ examples: dialogModules.map((module) => module.intents), products: [] });
  const now = Temporal.Now.zonedDateTimeISO('Asia/Shanghai');
  const result = evaluateRouting(rows, (text) => {
    const owner = dialogModules.find((module) => module.wants?.(text));
    return owner?.id ?? counted(reader.read(text, { now }).intent);
  });
  return { figures: result.figures, routing: result };
}

function retrieval(values: Values): Outcome {
  if (values.pairs) return { figures: evaluatePairs(readRows(values.pairs, pairRow)) };
  const documents = readRows(file(values, 'documents'), documentRow);
  return { figures: evaluateRetrieval(documents, readRows(file(values, 'queries'), queryRow)) };
}

function sentiment(values: Values): Outcome {
  const train = readRows(file(values, 'train'), labelledRow);
  return { figures: evaluateSentiment(train, readRows(file(values, 'test'), labelledRow)) };
}

function attributes(values: Values): Outcome {
  const catalogue = catalogueFromDatabase(file(values, 'database'));
  const result = evaluateAttributes(readRows(file(values, 'questions'), attributeRow), catalogue);
  return { figures: result.figures, attributes: result };
}

function comments({ readings }: Values, path?: string): Outcome {
  if (!path) throw new UsageError('comments needs a FILE of rows {text, feeling, themes}.');
  const rows = readRows(path, commentRow);
  const result = readings ? compareComments(rows, readings) : evaluateComments(rows, readByKeywords);
  return { figures: result.figures, comments: result };
}

const measurements: Record<string, (values: Values, path?: string) => Outcome> = {
  intents,
  routing,
  retrieval,
  sentiment,
  attributes,
  comments,
};

function table({ figures, routing: routed, comments: said }: Outcome): string {
  const width = Math.max(...Object.keys(figures).map((name) => name.length));
  const lines = Object.entries(figures).map(([name, value]) => `${name.padEnd(width)}  ${value}`);
  if (routed) lines.push('', ...confusionTable(routed.confusion));
  if (said) lines.push('', ...themesTable(said.themes));
  return lines.join('\n');
}

function confusionTable(confusion: RoutingResult['confusion']): string[] {
  const read = [...new Set(Object.values(confusion).flatMap((row) => Object.keys(row)))].sort();
  const labels = Object.keys(confusion).sort();
  const width = Math.max(...labels.map((label) => label.length), 12);
  return [
    `${'label \\ read'.padEnd(width)}  ${read.join('  ')}`,
    ...labels.map((label) =>
      [label.padEnd(width), ...read.map((name) => String(confusion[label]![name] ?? 0).padStart(name.length))].join(
        '  ',
      ),
    ),
  ];
}

function themesTable(of: CommentsResult['themes']): string[] {
  const row = (...cells: (string | number)[]) =>
    cells
      .map((cell) => String(cell).padEnd(9))
      .join('  ')
      .trimEnd();
  const rows = Object.entries(of).map(([code, { precision, recall, n }]) => row(code, precision, recall, n));
  return [row('theme', 'precision', 'recall', 'n'), ...rows];
}

/** Runs one measurement; gives what to print and the exit code. `readings`: of the file's comments, where others than keywords are measured. */
export function evaluate(args: string[], readings?: Readings): { code: number; output: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        train: { type: 'string' },
        test: { type: 'string' },
        oos: { type: 'string' },
        documents: { type: 'string' },
        queries: { type: 'string' },
        pairs: { type: 'string' },
        folds: { type: 'string' },
        'per-intent': { type: 'string' },
        database: { type: 'string' },
        questions: { type: 'string' },
        mistakes: { type: 'boolean', default: false },
        model: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { code: 0, output: usage };
    const [what, path] = positionals;
    const measure = what === undefined ? undefined : measurements[what];
    if (!measure) throw new UsageError(what ? `"${what}" can not be measured.` : 'Say what to measure.');
    const outcome = measure({ ...values, ...(readings && { readings }) }, path);
    const mistakes = values.mistakes
      ? (outcome.attributes ?? outcome.comments ?? outcome.routing)?.mistakes
      : undefined;
    const { confusion } = outcome.routing ?? {};
    const { themes } = outcome.comments ?? {};
    const output = values.json
      ? JSON.stringify({
          ...outcome.figures,
          ...(confusion && { confusion }),
          ...(themes && { themes }),
          ...(mistakes && { mistakes }),
        })
      : [table(outcome), ...(mistakes ?? []).map((mistake) => JSON.stringify(mistake))].join('\n');
    return { code: 0, output };
  } catch (error) {
    if (error instanceof EvaluationDataError) return { code: 1, output: error.message };
    const isUsage = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
    if (isUsage) return { code: 1, output: `${error.message}\n\n${usage}` };
    throw error;
  }
}

/** As `evaluate`, with the model that the settings name where it is asked for; else they are not read. */
export async function evaluateHere(args: string[], settings = loadConfig): Promise<{ code: number; output: string }> {
  if (!args.includes('--model')) return evaluate(args);
  const [what, path] = args.filter((arg) => !arg.startsWith('--'));
  if (what !== 'comments' || !path) return { code: 1, output: `--model reads comments alone.\n\n${usage}` };
  try {
    return evaluate(args, await readByModel(path, settings()));
  } catch (error) {
    if (error instanceof EvaluationDataError || error instanceof ConfigError) return { code: 1, output: error.message };
    throw error;
  }
}

if (process.argv[1] === import.meta.filename) {
  const { code, output } = await evaluateHere(process.argv.slice(2));
  (code === 0 ? process.stdout : process.stderr).write(`${output}\n`);
  process.exitCode = code;
}
