import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A file to measure with can not be used: it is missing, empty, or a row is not what it should be. The message says which. */
export class EvaluationDataError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EvaluationDataError';
  }
}

const label = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** {text, label}: one message and what it is. */
export const labelledRow = z.object({ text: z.string(), label });
export type LabelledRow = z.infer<typeof labelledRow>;

/** {id, text} or {id, title, body}: a document to find. */
export const documentRow = z
  .object({ id: label, text: z.string().optional(), title: z.string().optional(), body: z.string().optional() })
  .refine(({ text, title, body }) => text !== undefined || title !== undefined || body !== undefined, {
    message: 'a document needs "text", or "title" and "body"',
  });

/** {q, rel}: a question and the ids of the documents that answer it; `among` restricts the search to some documents. */
export const queryRow = z.object({ q: z.string(), rel: z.array(label), among: z.array(label).optional() });

/** {qid, question, candidate, label}: SemiPQA's form; candidates of one question are ranked among themselves, label 1 is right. */
export const pairRow = z.object({ qid: label, question: z.string(), candidate: z.string(), label });

/** Reads JSON lines, each parsed by `schema`; empty lines are passed over. */
export function readRows<T>(file: string, schema: z.ZodType<T>): T[] {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    throw new EvaluationDataError(`Can not read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const rows: T[] = [];
  content
    .replace(/^\uFEFF/, '')
    .split('\n')
    .forEach((line, i) => {
      if (line.trim() === '') return;
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch {
        throw new EvaluationDataError(`${file}, line ${i + 1}: this is no JSON. Every line must be one JSON object.`);
      }
      const parsed = schema.safeParse(value);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new EvaluationDataError(`${file}, line ${i + 1}: ${issue!.path.join('.') || 'row'}: ${issue!.message}`);
      }
      rows.push(parsed.data);
    });
  if (rows.length === 0) throw new EvaluationDataError(`${file} holds no rows.`);
  return rows;
}
