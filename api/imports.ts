import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'restify';
import { z } from 'zod';
import type { ImportProgress, ImportReport, Rejected } from '#crm/imports/imports.ts';
import { importKinds } from '#crm/imports/kinds.ts';
import { problemOf, UnreadableRequest } from './problem.ts';
import { operation } from './resource.ts';
import { actor, manager } from './roles.ts';
import { flag } from './shapes.ts';

/** A line of an import's answer: progress, a rejected row, and at last the report or what went wrong. */
export type ImportEventJson =
  | { progress: ImportProgress }
  | { rejected: Rejected }
  | { report: ImportReport }
  | { problem: { code: string; detail: string } };

/** Larger files are imported with `npm run import`. */
const LARGEST = 200 * 1024 * 1024;
/** What a workbook may be when it is unpacked, in bytes; it takes eight times as much of the memory that serves customers. */
const LARGEST_WORKBOOK = 24_000_000;

/** Files of records. */
export const importOperations = [
  operation({
    method: 'POST',
    path: '/imports/:kind',
    summary:
      'Import a file sent as the body (application/octet-stream), or only check it; answers JSON lines: progress, rejected rows, the report',
    may: manager,
    params: z.object({ kind: z.enum(importKinds.map(({ id }) => id)) }),
    query: z.object({ name: z.string().min(1).max(200), dryRun: flag.default(true) }),
    takesFile: true,
    streams: true,
    run: async ({ services }, { params, query, caller, http: { request, response } }) => {
      const folder = await mkdtemp(join(tmpdir(), 'zhiyin-import-'));
      const lines = new Lines(response);
      try {
        const path = join(folder, 'file');
        await receive(request, path);
        const report = await services.imports.run({
          kind: params.kind,
          path,
          name: query.name.replace(/^.*[\\/]/, ''),
          largestWorkbook: LARGEST_WORKBOOK,
          staffId: actor(caller),
          confirm: () => !query.dryRun,
          onProgress: (progress) => lines.write({ progress }),
          onRejected: (rejected) => lines.write({ rejected }),
        });
        lines.write({ report });
        response.end();
      } catch (fault) {
        const problem = lines.begun ? problemOf(fault) : null;
        if (!problem) throw fault;
        lines.write({ problem: { code: problem.code, detail: problem.title } });
        response.end();
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  }),
];

/** JSON lines; the first one begins the answer, so that what fails before it is still a proper problem. */
class Lines {
  readonly #response: Response;
  begun = false;

  constructor(response: Response) {
    this.#response = response;
  }

  write(event: ImportEventJson): void {
    if (!this.begun) {
      this.#response.writeHead(200, { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' });
      this.begun = true;
    }
    this.#response.write(`${JSON.stringify(event)}\n`);
  }
}

/** Keeps the body in a file. What is too much is read to its end, so that the caller hears the refusal. */
async function receive(request: Request, path: string): Promise<void> {
  let size = 0;
  async function* limited(): AsyncGenerator<Buffer> {
    for await (const chunk of request as unknown as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= LARGEST) yield chunk;
    }
  }
  await pipeline(limited, createWriteStream(path));
  if (size > LARGEST)
    throw new UnreadableRequest(
      413,
      'tooLarge',
      'The file is larger than 200 MB: import it with npm run import, or in parts.',
    );
}
