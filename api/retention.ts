import { z } from 'zod';
import { retentionPeriods } from '#crm/privacy/retention/retention.ts';
import { operation } from './resource.ts';
import { actor, administrator } from './roles.ts';
import { time } from './shapes.ts';

const previewSchema = z.object({
  kind: z.string(),
  months: z.int().nullable(),
  rows: z.int(),
  oldest: time.nullable(),
});
/** What a period would cut now. */
export type RetentionPreviewJson = z.input<typeof previewSchema>;

const retentionSchema = z.object({
  periods: retentionPeriods,
  lastRun: z.object({ at: time, counts: z.record(z.string(), z.int()) }).nullable(),
});
/** How long each kind of data is kept, and when it was last cut. */
export type RetentionJson = z.input<typeof retentionSchema>;

/** How long what is kept of people is kept. */
export const retentionOperations = [
  operation({
    method: 'GET',
    path: '/retention',
    summary: 'Months that each kind of data is kept (null: until somebody deletes it), and the last run',
    may: administrator,
    answer: retentionSchema,
    run: async ({ services }) => ({
      periods: await services.retention.periods(),
      lastRun: await services.retention.lastRun(),
    }),
  }),
  operation({
    method: 'PUT',
    path: '/retention',
    summary: 'Change the periods; the next night cuts by them',
    may: administrator,
    body: retentionPeriods,
    answer: retentionSchema,
    run: async ({ services }, { body, caller }) => ({
      periods: await services.retention.keepPeriods(body, actor(caller)),
      lastRun: await services.retention.lastRun(),
    }),
  }),
  operation({
    method: 'POST',
    path: '/retention/preview',
    summary: 'What periods would cut now; changes nothing',
    may: administrator,
    body: retentionPeriods,
    answer: z.object({ items: z.array(previewSchema), nextCursor: z.null() }),
    run: async ({ services }, { body }) => ({ items: await services.retention.preview(body), nextCursor: null }),
  }),
];
