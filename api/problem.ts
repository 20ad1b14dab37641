import type { Response } from 'restify';
import { z } from 'zod';
import { BusinessError, type FieldError, InvalidInput, TooManyAttempts } from '#crm/errors.ts';

/** What goes wrong, as application/problem+json (RFC 9457). `code` is stable; `fields` belong to a refused input. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** The request can not be read at all: no JSON, too large, another media type. */
export class UnreadableRequest extends BusinessError {
  readonly status: number;
  readonly code: string;

  constructor(status: 400 | 413 | 415, code: string, message: string) {
    super(message);
    this.name = 'UnreadableRequest';
    this.status = status;
    this.code = code;
  }
}

/** A page of another site tried to act in the name of who is signed in here. */
export class CrossSite extends BusinessError {
  readonly status = 403;
  readonly code = 'crossSite';

  constructor() {
    super('This request did not come from our own pages. Programs use a key: Authorization: Bearer KEY.');
    this.name = 'CrossSite';
  }
}

/** What zod found, with a dotted path for each. */
export function fieldsOf(error: z.ZodError): FieldError[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
}

/** The problem of a fault that is the caller's to know; null: it is ours. */
export function problemOf(fault: unknown): Problem | null {
  if (!(fault instanceof BusinessError)) return null;
  const { status, code, message } = fault;
  const problem = { type: `urn:zhiyin:problem:${code}`, title: message, status, code };
  return fault instanceof InvalidInput ? { ...problem, fields: fault.fields } : problem;
}

/** Answers with the problem; a fault of ours tells nothing but that it is ours. */
export function answerProblem(response: Response, fault: unknown): void {
  const problem = problemOf(fault) ?? {
    type: 'urn:zhiyin:problem:internal',
    title: 'Something went wrong here; nothing was changed. Please try again.',
    status: 500,
    code: 'internal',
  };
  if (fault instanceof TooManyAttempts) response.setHeader('Retry-After', String(fault.retryAfter));
  if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="zhiyin"');
  writeJson(response, problem.status, problem, 'application/problem+json; charset=utf-8');
}

/** Writes a JSON body. Answers hold people's data: no cache keeps them. */
export function writeJson(
  response: Response,
  status: number,
  body: unknown,
  contentType = 'application/json; charset=utf-8',
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
  });
  response.end(text);
}
