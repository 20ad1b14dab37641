import { v7 } from 'uuid';
import type { Client, Complaint, Severity } from '#prisma/client.ts';
import { InvalidInput } from '../errors.ts';
import { tellPartners } from '../webhooks/events.ts';
import { requireCause } from './causes.ts';
import type { ComplaintParts } from './complaintParts.ts';
import { tellCustomer } from './tell.ts';

/** What staff find out about a complaint; what is left out stays. `purchasedOn` is a day at midnight UTC. */
export interface FactsChange {
  productId?: string | null;
  batch?: string | null;
  purchasePlace?: string | null;
  purchasedOn?: Date | null;
  causeCode?: string | null;
  severity?: Severity;
  ownerId?: string | null;
  answerBy?: Date;
}

/** Keeps the facts with a line in the log that names the fields; a date that moves is told to the customer, another product may mean another team. Throws InvalidInput. */
export async function changeFacts(
  { audit, clock, messenger, tasks, db }: ComplaintParts,
  client: Client,
  { complaint, change, staffId }: { complaint: Complaint; change: FactsChange; staffId: string },
): Promise<void> {
  const now = clock.now();
  if (change.causeCode && change.causeCode !== complaint.causeCode) await requireCause(client, change.causeCode);
  if (change.answerBy && change.answerBy <= now)
    throw new InvalidInput([{ path: 'answerBy', message: 'Choose a time that is still to come.' }]);
  await requireKnown(client, change);
  const fields = (Object.keys(change) as (keyof FactsChange)[]).filter(
    (key) => change[key] !== undefined && String(change[key]) !== String(complaint[key]),
  );
  if (fields.length === 0) return;
  await client.complaint.update({ where: { id: complaint.id }, data: change });
  const moved = fields.includes('answerBy');
  await client.complaintEvent.create({
    data: {
      id: v7(),
      complaintId: complaint.id,
      kind: moved && fields.length === 1 ? 'date' : 'facts',
      note: fields.join(', '),
      staffId,
      createdAt: now,
    },
  });
  await audit.record({ staffId, action: 'update', entity: 'complaint', entityId: complaint.id, fields });
  if (fields.includes('productId') && complaint.state === 'received') {
    // Nobody has it in hand yet: the team is that of the product.
    const open = { complaintId: complaint.id, type: 'complaint', state: 'open' } as const;
    const task = await client.task.findFirst({ where: open, orderBy: { createdAt: 'asc' }, select: { id: true } });
    if (task) await tasks.regroup(task.id, staffId);
  }
  if (moved) await tellCustomer(client, messenger, complaint, { kind: 'complaintDateMoved' });
  const { id, number, customerId } = complaint;
  await tellPartners(db, now, { type: 'complaint.changed', data: { complaintId: id, number, customerId, fields } });
  db.signals.publish('complaints', { complaintId: complaint.id });
}

async function requireKnown(client: Client, { productId, ownerId }: FactsChange): Promise<void> {
  if (productId && !(await client.product.findUnique({ where: { id: productId } })))
    throw new InvalidInput([{ path: 'productId', message: 'There is no such product.' }]);
  if (ownerId && !(await client.staff.findFirst({ where: { id: ownerId, active: true } })))
    throw new InvalidInput([{ path: 'ownerId', message: 'This colleague is not here any more.' }]);
}
