import { type Database, Prisma } from '#prisma/client.ts';
import type { ClockRows } from './clockRows.ts';
import { followComplaint } from './followComplaints.ts';
import { followConversation } from './followConversations.ts';

/** So far back the demo shop's waits are counted. */
export const DEMO_LOOK_BACK = Prisma.sql`interval '180 days'`;
const BATCH = 100;

/**
 * Counts what the demo shop's customers waited before anybody looked, from their complaints and conversations, so that the
 * figures of a fresh start are not empty. Nobody is told of them. Returns whether more is left. Safe to run twice.
 */
export async function followDemo(parts: { db: Database; rows: ClockRows }, now: Date): Promise<boolean> {
  const { db, rows } = parts;
  const found = await db.client.$queryRaw<{ complaintId: string | null; conversationId: string | null }[]>(Prisma.sql`
    SELECT c.id AS "complaintId", NULL::uuid AS "conversationId"
      FROM "Complaint" c JOIN "Customer" p ON p.id = c."customerId" AND p.demo
     WHERE c."createdAt" > ${now}::timestamptz - ${DEMO_LOOK_BACK}
       AND NOT EXISTS (SELECT 1 FROM "ServiceClock" k WHERE k."complaintId" = c.id)
    UNION ALL SELECT NULL, c.id FROM "Conversation" c
     WHERE c.demo AND c."queuedAt" > ${now}::timestamptz - ${DEMO_LOOK_BACK}
       AND NOT EXISTS (SELECT 1 FROM "ServiceClock" k WHERE k."conversationId" = c.id)
     LIMIT ${BATCH}`);
  for (const { complaintId, conversationId } of found) {
    await db.transaction((client) =>
      complaintId ? followComplaint(rows, client, complaintId) : followConversation(rows, client, conversationId!, now),
    );
  }
  return found.length === BATCH;
}
