import { z } from 'zod';
import { operation } from './resource.ts';
import { administrator } from './roles.ts';
import { id, listOf, page, time } from './shapes.ts';

const auditEventSchema = z.object({
  id,
  at: time,
  staffId: id.nullable(),
  action: z.string(),
  entity: z.string(),
  entityId: z.string().nullable(),
  fields: z.array(z.string()),
  /** What somebody looked at masked fields for. */
  reason: z.string().nullable(),
});
/** Who did what to which record. */
export type AuditEventJson = z.input<typeof auditEventSchema>;

/** The log of what staff changed. */
export const auditEventOperations = [
  operation({
    method: 'GET',
    path: '/audit-events',
    summary: 'Who changed what, newest first',
    may: administrator,
    query: z.object({ ...page, entity: z.string().max(60).optional(), entityId: z.string().max(60).optional() }),
    answer: listOf(auditEventSchema),
    run: ({ services }, { query }) => services.audit.list(query),
  }),
];
