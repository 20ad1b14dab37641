import { z } from 'zod';
import { operation } from './resource.ts';
import { actor, administrator } from './roles.ts';
import { byId, id, listOf, pageQuery, time, words } from './shapes.ts';
import { roleSchema } from './staff.ts';

const apiKeySchema = z.object({
  id,
  name: z.string(),
  role: roleSchema,
  createdAt: time,
  lastUsedAt: time.nullable(),
  revokedAt: time.nullable(),
});
/** A program's key without its secret. */
export type ApiKeyJson = z.input<typeof apiKeySchema>;

/** Keys for programs. */
export const apiKeyOperations = [
  operation({
    method: 'GET',
    path: '/api-keys',
    summary: 'Keys, newest first',
    may: administrator,
    query: pageQuery,
    answer: listOf(apiKeySchema),
    run: ({ services }, { query }) => services.apiKeys.list(query),
  }),
  operation({
    method: 'POST',
    path: '/api-keys',
    summary: 'Make a key; its secret is in this answer and never again',
    may: administrator,
    body: z.strictObject({ name: words(100), role: roleSchema }),
    answer: apiKeySchema.extend({ secret: z.string() }),
    status: 201,
    run: ({ services }, { body, caller }) => services.apiKeys.create(body, actor(caller)),
  }),
  operation({
    method: 'DELETE',
    path: '/api-keys/:id',
    summary: 'Revoke a key',
    may: administrator,
    params: byId,
    run: ({ services }, { params, caller }) => services.apiKeys.revoke(params.id, actor(caller)),
  }),
];
