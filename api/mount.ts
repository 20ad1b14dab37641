import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { InvalidInput, NotFound } from '#crm/errors.ts';
import { readBody } from './body.ts';
import { callerOf, refuseOtherSites } from './caller.ts';
import { asSeen } from './personal.ts';
import { answerProblem, fieldsOf, problemOf, writeJson } from './problem.ts';
import type { ApiParts, Operation } from './resource.ts';

export const ROOT = '/api/v1';

/** How the API is served. */
export interface MountOptions {
  parts: ApiParts;
  /** Where browsers reach us; absent: as the request says. */
  publicUrl?: string;
  logger: Logger;
}

const register = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'del' } as const;

/** Adds the routes of the operations to the server. */
export function mountOperations(server: Server, operations: readonly Operation[], options: MountOptions): void {
  for (const operation of operations) {
    server[register[operation.method]](`${ROOT}${operation.path}`, async (request: Request, response: Response) => {
      try {
        await serve(operation, request, response, options);
      } catch (fault) {
        refuse(operation, request, response, fault, options.logger);
      }
    });
  }
}

async function serve(operation: Operation, request: Request, response: Response, options: MountOptions): Promise<void> {
  // The body is read first: a refusal before its end would break the connection instead of being heard.
  const raw = operation.method === 'GET' || operation.takesFile ? undefined : await readBody(request);
  if (operation.signsIn) refuseOtherSites(request, options.publicUrl);
  const caller = await callerOf(request, options.parts.services, options.publicUrl);
  operation.may(caller);
  const params = parseParams(operation, request.params ?? {});
  const query = parse(operation.query, queryOf(request));
  const body = parse(operation.body, raw ?? (operation.body instanceof z.ZodObject ? {} : undefined));
  const result = await operation.run(options.parts, {
    params: params as never,
    query: query as never,
    body: body as never,
    caller,
    http: { request, response },
  });
  if (operation.streams) return;
  if (!operation.answer) {
    response.writeHead(204);
    response.end();
    return;
  }
  const { answer } = operation;
  const seen = await options.parts.services.customerContacts.seenBy(caller?.role);
  writeJson(
    response,
    operation.status ?? 200,
    asSeen(seen, () => z.encode(answer, result as never)),
  );
}

function queryOf(request: Request): Record<string, string> {
  const query = Object.fromEntries(new URLSearchParams(request.getQuery()));
  const [unstorable] = Object.entries(query).find(([, value]) => value.includes('\0')) ?? [];
  if (unstorable === undefined) return query;
  throw new InvalidInput([{ path: unstorable, message: 'Remove the character U+0000.' }]);
}

function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new InvalidInput(fieldsOf(parsed.error));
  return parsed.data;
}

/** What is no id names nothing that exists. */
function parseParams({ params, path }: Operation, value: Record<string, string>): unknown {
  if (!params) return undefined;
  const parsed = params.safeParse(value);
  if (!parsed.success)
    throw new NotFound(
      'record',
      path.replace(/:(\w+)/g, (_all, name: string) => value[name] ?? ''),
    );
  return parsed.data;
}

function refuse(operation: Operation, request: Request, response: Response, fault: unknown, logger: Logger): void {
  if (problemOf(fault) === null) {
    logger.error({ err: fault, method: operation.method, path: operation.path }, 'an API request failed');
  }
  if (operation.takesFile) request.resume();
  if (response.headersSent) response.destroy();
  else if (!request.destroyed || !response.destroyed) answerProblem(response, fault);
}
