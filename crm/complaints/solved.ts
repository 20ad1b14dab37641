import { v7 } from 'uuid';
import { tellPartners } from '../webhooks/events.ts';
import { titleOf } from './complaint.ts';
import type { ComplaintParts } from './complaintParts.ts';

/** See Complaints.customerSays. */
export async function customerSays(
  { db, clock, tasks }: ComplaintParts,
  {
    complaintId,
    customerId,
    solved,
    words,
  }: { complaintId: string; customerId: string; solved: boolean; words?: string },
): Promise<boolean> {
  return db.transaction(async (client) => {
    await client.$queryRaw`SELECT id FROM "Complaint" WHERE id = ${complaintId}::uuid FOR UPDATE`;
    const complaint = await client.complaint.findFirst({ where: { id: complaintId, customerId } });
    if (!complaint) return false;
    const now = clock.now();
    const reopens = !solved && (complaint.state === 'closed' || complaint.state === 'answered');
    await client.complaint.update({
      where: { id: complaintId },
      data: { solved, ...(reopens && { state: 'reopened', closedAt: null }) },
    });
    await client.complaintEvent.create({
      data: {
        id: v7(),
        complaintId,
        kind: solved ? 'solved' : 'unsolved',
        state: reopens ? 'reopened' : null,
        note: words ?? null,
        createdAt: now,
      },
    });
    if (reopens) {
      const { number } = complaint;
      const data = { complaintId, number, customerId, state: 'reopened' };
      await tellPartners(db, now, { type: 'complaint.changed', data });
    }
    if (!solved) {
      const { conversationId, ownerId } = complaint;
      const about = {
        title: titleOf(complaint),
        detail: words ?? null,
        complaintId,
        customerId,
        conversationId,
        ownerId,
      };
      await tasks.raise({ type: 'callBack', priority: 'high', ...about });
    }
    db.signals.publish('complaints', { complaintId });
    return true;
  });
}
