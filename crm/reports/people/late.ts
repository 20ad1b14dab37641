import { Prisma } from '#prisma/client.ts';
import { decidedIn } from '../../promises/promiseReport.ts';
import type { Span } from '../satisfaction.ts';

/** Whose waits were missed, of what began in the span; counted as reports/serviceLevels.ts does. */
export const missedRows = ({ from, to, now }: Span & { now: Date }): Prisma.Sql => Prisma.sql`
  SELECT coalesce(x."customerId", t."customerId", c."customerId") AS "customerId", k."startedAt" AS at
    FROM "ServiceClock" k LEFT JOIN "Complaint" x ON x.id = k."complaintId" LEFT JOIN "Task" t ON t.id = k."taskId"
    LEFT JOIN "Conversation" c ON c.id = k."conversationId"
   WHERE k."startedAt" >= ${from} AND k."startedAt" < ${to} AND (k."complaintId" IS NULL OR k.round = 1)
     AND (NOT k.met OR k.met IS NULL AND (k."breachedAt" IS NOT NULL OR k.state = 'running' AND k."dueAt" < ${now}))`;

/** To whom a promise that was decided in the span was late, or broken; counted as promises/promiseReport.ts does. */
export const latePromiseRows = (span: Span): Prisma.Sql => Prisma.sql`
  SELECT p."customerId", coalesce(p."settledAt", p."dueAt") AS at FROM "CustomerPromise" p
   WHERE ${decidedIn(span)} AND p.state IN ('late', 'broken')`;
