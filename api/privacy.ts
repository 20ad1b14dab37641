import type { Response } from 'restify';
import { z } from 'zod';
import type { PersonalData } from '#crm/privacy/access.ts';
import { copyArchive } from './privacy/copy.ts';
import { operation } from './resource.ts';
import { actor, anybody, manager } from './roles.ts';
import { byId, id, listOf, pageQuery, time } from './shapes.ts';

const counts = z.record(z.string(), z.int());
const mention = z.object({ table: z.string(), id });
const erasureSchema = z.object({
  id,
  customerId: id,
  source: z.string(),
  staffId: id.nullable(),
  requestedAt: time,
  doneAt: time.nullable(),
  counts: z.unknown(),
  mentions: z.unknown(),
});
/** A person who was cut out of the records, or is about to be. */
export type ErasureJson = Omit<z.input<typeof erasureSchema>, 'counts' | 'mentions'> & {
  counts: Record<string, number> | null;
  mentions: { table: string; id: string }[] | null;
};

/** The rights of those whose data it is: a copy, and to be forgotten. */
export const privacyOperations = [
  operation({
    method: 'GET',
    path: '/customers/:id/export',
    summary: 'Everything that is kept of a customer, as a ZIP: to read, for machines, and the files',
    may: manager,
    params: byId,
    streams: true,
    run: async ({ services }, { params, caller, http }) => {
      writeCopy(http.response, await services.access.copyOf(params.id, actor(caller)));
    },
  }),
  operation({
    method: 'GET',
    path: '/exports/:token',
    summary: 'The same for the customer, by the link that they were given; works once',
    may: anybody,
    params: z.object({ token: z.string().min(20).max(80) }),
    streams: true,
    run: async ({ services }, { params, http }) => {
      writeCopy(http.response, await services.access.take(params.token));
    },
  }),
  operation({
    method: 'GET',
    path: '/customers/:id/erasure',
    summary: 'What erasing a customer would cut, in rows by table',
    may: manager,
    params: byId,
    answer: z.object({ counts }),
    run: async ({ services }, { params }) => ({ counts: await services.privacy.preview(params.id) }),
  }),
  operation({
    method: 'POST',
    path: '/customers/:id/erasure',
    summary: 'Cut a customer out of every table, file and index; counts, scores and costs stay as facts of nobody',
    may: manager,
    params: byId,
    answer: z.object({ id, counts, mentions: z.array(mention) }),
    run: ({ services }, { params, caller }) =>
      services.privacy.erase(params.id, { source: 'staff', staffId: actor(caller) }),
  }),
  operation({
    method: 'GET',
    path: '/erasures',
    summary: 'Who was erased and is about to be, newest first: ids and counts',
    may: manager,
    query: pageQuery,
    answer: listOf(erasureSchema),
    run: ({ services }, { query }) => services.privacy.list(query),
  }),
];

function writeCopy(response: Response, data: PersonalData): void {
  const archive = copyArchive(data);
  response.writeHead(200, {
    'Content-Type': 'application/zip',
    'Content-Length': archive.length,
    'Content-Disposition': `attachment; filename="personal-data-${data.madeAt.toISOString().slice(0, 10)}.zip"`,
    'Cache-Control': 'no-store',
  });
  response.end(archive);
}
