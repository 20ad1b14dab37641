import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { NONE } from '../reading.ts';

/** A file to measure with can not be used: it is missing, empty, or a row is not what it should be. The message says which. */
export class EvaluationDataError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EvaluationDataError';
  }
}

const label = z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value).trim());
/** What is written for "none of these"; all are `none`. */
const nowhere = /^(?:none|null|oos|ood|out[ _-]?of[ _-]?(?:scope|domain)|)$/i;
const intent = label.transform((name) => (nowhere.test(name) ? NONE : name));

/** {text, label}: one message and what it is. */
export const labelledRow = z.object({ text: z.string(), label: intent });
export type LabelledRow = z.infer<typeof labelledRow>;

/** The same where a message without a label belongs nowhere. */
export const routedRow = z.object({ text: z.string(), label: intent.nullish().transform((name) => name ?? NONE) });

/** {text}: a message that belongs nowhere, whatever its label. */
export const strayRow = z.object({ text: z.string() }).transform(({ text }) => ({ text, label: NONE }));

/** {id, text} or {id, title, body}: a document to find. */
export const documentRow = z
  .object({ id: label, text: z.string().nullish(), title: z.string().nullish(), body: z.string().nullish() })
  .refine(({ text, title, body }) => (text ?? title ?? body) != null, {
    message: 'a document needs "text", or "title" and "body"',
  });

/** {q, rel}: a question and the ids of the documents that answer it; `among` restricts the search to some documents. */
export const queryRow = z.object({
  q: z.string(),
  rel: z.union([z.array(label), label.transform((one) => [one])]),
  among: z.array(label).optional(),
});

/** {qid, question, candidate, label}: SemiPQA's form; candidates of one question are ranked among themselves, label 1 is right. */
export const pairRow = z.object({ qid: label, question: z.string(), candidate: z.string(), label });

/** Reads JSON lines or one JSON list, each row parsed by `schema`; empty lines are passed over. */
export function readRows<T>(file: string, schema: z.ZodType<T>): T[] {
  const content = contentOf(file);
  const rows: T[] = [];
  for (const [place, value] of content.trimStart().startsWith('[') ? listed(content, file) : lines(content, file)) {
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new EvaluationDataError(`${file}, ${place}: ${issue!.path.join('.') || 'row'}: ${issue!.message}`);
    }
    rows.push(parsed.data);
  }
  if (rows.length === 0) throw new EvaluationDataError(`${file} holds no rows.`);
  return rows;
}

/** The text of a file without its byte order mark; the message says why it can not be read. */
export function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new EvaluationDataError(`Can not read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A row with the words that say where it stands. */
type Placed = [place: string, value: unknown];

function* lines(content: string, file: string): Generator<Placed> {
  let number = 0;
  for (const line of content.split('\n')) {
    number++;
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new EvaluationDataError(`${file}, line ${number}: this is no JSON. Every line must be one JSON object.`);
    }
    yield [`line ${number}`, value];
  }
}

function* listed(content: string, file: string): Generator<Placed> {
  let list: unknown[];
  try {
    list = JSON.parse(content);
  } catch {
    throw new EvaluationDataError(
      `${file}: this is no JSON. Every line must be one JSON object, or the file one list of them.`,
    );
  }
  for (const [i, value] of list.entries()) yield [`row ${i + 1}`, value];
}
