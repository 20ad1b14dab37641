import { type Client, Prisma } from '#prisma/client.ts';
import { cutRows } from '../erase.ts';

/** One kind of data that a shop keeps for a time of its own choosing. */
export interface RetentionKind {
  id: string;
  /** What is older than `before` and still there: columns id and at. What is not over yet (an open complaint, an open task) is never among it. */
  due(before: Date): Prisma.Sql;
  /** Cuts these; `people`: the rows are records of customers, who are erased whole. */
  cut: 'people' | ((client: Client, ids: string[], now: Date) => Promise<Cut>);
}

/** Files whose bytes go with the rows. */
interface Cut {
  uploads?: string[];
}

const among = (column: string, ids: string[]) => Prisma.sql`${Prisma.raw(`"${column}"`)} = ANY(${ids}::uuid[])`;

/** When there was last anything between the shop and a customer, and that nothing is open. */
const silentSince = (before: Date, also = Prisma.empty) => Prisma.sql`
  SELECT c.id, last.at FROM "Customer" c CROSS JOIN LATERAL (SELECT greatest(c."createdAt", c."lastSeenAt",
    (SELECT max("purchasedAt") FROM "Purchase" WHERE "customerId" = c.id),
    (SELECT max("lastActivityAt") FROM "Conversation" WHERE "customerId" = c.id),
    (SELECT max("answeredAt") FROM "Response" WHERE "customerId" = c.id),
    (SELECT max(coalesce("closedAt", "createdAt")) FROM "Complaint" WHERE "customerId" = c.id)) AS at) last
  WHERE c."erasedAt" IS NULL AND c."mergedIntoId" IS NULL AND NOT c.demo AND last.at < ${before}
    AND NOT EXISTS (SELECT 1 FROM "Customer" b WHERE b."mergedIntoId" = c.id AND b."lastSeenAt" >= ${before})
    AND NOT EXISTS (SELECT 1 FROM "Complaint" x WHERE x."customerId" = c.id AND x.state <> 'closed')
    AND NOT EXISTS (SELECT 1 FROM "Task" t WHERE t."customerId" = c.id AND t.state = 'open') ${also}`;

const neverBought = Prisma.sql`
    AND NOT EXISTS (SELECT 1 FROM "Purchase" p WHERE p."customerId" = c.id)
    AND NOT EXISTS (SELECT 1 FROM "Complaint" x WHERE x."customerId" = c.id)`;

/** The smallest UUID v7 of a moment (RFC 9562, 5.7): ids tell the time, and the history is cut into partitions by them. */
const firstIdOf = (at: Date) => {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};

/** The kinds, in the order in which they are cut. A new one is an entry here and words in web/desk/i18n/retention.ts. */
export const retentionKinds: readonly RetentionKind[] = [
  { id: 'strangers', due: (before) => silentSince(before, neverBought), cut: 'people' },
  { id: 'customers', due: (before) => silentSince(before), cut: 'people' },
  {
    id: 'messages',
    due: (before) => Prisma.sql`
      SELECT a.id, a."createdAt" AS at FROM "Activity" a
       WHERE a.id < ${firstIdOf(before)}::uuid AND a."createdAt" < ${before}
         AND (a.text IS NOT NULL OR a.explanation IS NOT NULL OR a.body <> jsonb_build_object('type', a.type, 'id', a.id))
         AND NOT EXISTS (SELECT 1 FROM "Complaint" x WHERE x."conversationId" = a."conversationId" AND x.state <> 'closed')`,
    cut: async (client, ids, now) => {
      await cutRows(client, 'Activity', among('id', ids), now);
      return {};
    },
  },
  {
    id: 'files',
    due: (before) => Prisma.sql`
      SELECT u.id, u."createdAt" AS at FROM "Upload" u WHERE u."createdAt" < ${before}
         AND NOT EXISTS (SELECT 1 FROM "ComplaintEvidence" e WHERE position(u.id::text IN e.url) > 0)
         AND NOT EXISTS (SELECT 1 FROM "PurchasePhoto" p WHERE position(u.id::text IN p.url) > 0)`,
    cut: async (client, ids, now) => {
      await cutRows(client, 'Upload', among('id', ids), now);
      return { uploads: ids };
    },
  },
  {
    id: 'complaints',
    due: (before) => Prisma.sql`
      SELECT id, "closedAt" AS at FROM "Complaint" WHERE state = 'closed' AND "closedAt" < ${before} AND "whatHappened" <> '—'`,
    cut: async (client, ids, now) => {
      const tasks = await client.task.findMany({
        where: { complaintId: { in: ids }, state: { not: 'open' } },
        select: { id: true },
      });
      await cutTasks(
        client,
        tasks.map((task) => task.id),
        now,
      );
      for (const table of ['ComplaintEvidence', 'ComplaintEvent', 'Compensation'])
        await cutRows(client, table, among('complaintId', ids), now);
      await cutRows(client, 'Complaint', among('id', ids), now);
      return {};
    },
  },
  {
    id: 'tasks',
    due: (before) => Prisma.sql`
      SELECT id, "completedAt" AS at FROM "Task" WHERE state <> 'open' AND "completedAt" < ${before}
         AND (title <> '—' OR detail IS NOT NULL OR "outcomeNote" IS NOT NULL)`,
    cut: async (client, ids, now) => {
      await cutTasks(client, ids, now);
      return {};
    },
  },
  {
    id: 'answers',
    due: (before) => Prisma.sql`
      SELECT r.id, r."answeredAt" AS at FROM "Response" r WHERE r."answeredAt" < ${before}
         AND (r.comment IS NOT NULL OR EXISTS (SELECT 1 FROM jsonb_each(
           CASE jsonb_typeof(r.answers) WHEN 'object' THEN r.answers ELSE '{}' END) a WHERE jsonb_typeof(a.value) NOT IN ('number', 'boolean')))`,
    cut: async (client, ids, now) => {
      await cutRows(client, 'ResponseChange', among('responseId', ids), now);
      await cutRows(client, 'Response', among('id', ids), now);
      await cutRows(client, 'CommentReading', among('responseId', ids), now);
      return {};
    },
  },
  {
    id: 'notifications',
    due: (before) => Prisma.sql`SELECT id, "createdAt" AS at FROM "Notification" WHERE "createdAt" < ${before}`,
    cut: async (client, ids) => {
      await client.notification.deleteMany({ where: { id: { in: ids } } });
      return {};
    },
  },
  {
    id: 'auditEvents',
    due: (before) => Prisma.sql`SELECT id, at FROM "AuditEvent" WHERE at < ${before}`,
    cut: async (client, ids) => {
      await client.auditEvent.deleteMany({ where: { id: { in: ids } } });
      return {};
    },
  },
];

async function cutTasks(client: Client, ids: string[], now: Date): Promise<void> {
  for (const table of ['TaskFile', 'TaskEvent', 'DoneLink', 'Notification'])
    await cutRows(client, table, among('taskId', ids), now);
  await cutRows(client, 'Task', among('id', ids), now);
}
