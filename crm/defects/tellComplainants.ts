import { v7 } from 'uuid';
import type { Client } from '#prisma/client.ts';
import { titleOf } from '../complaints/complaint.ts';
import { tellCustomer } from '../complaints/tell.ts';
import type { DefectParts } from './defects.ts';

/**
 * Tells everybody who agreed and was not told yet that the cause is fixed: in the conversation, else by a call. The mark is
 * set in the same transaction, so that nobody is told twice, however often it runs.
 */
export async function tellComplainants(
  { clock, consents, messenger, tasks }: Pick<DefectParts, 'clock' | 'consents' | 'messenger' | 'tasks'>,
  client: Client,
  defectId: string,
): Promise<number> {
  const waiting = await client.complaint.findMany({
    where: { defectId, fixToldAt: null },
    orderBy: { id: 'asc' },
    include: { customer: { select: { demo: true } } },
  });
  const agreed = await consents.granted(
    waiting.map(({ id }) => id),
    'defectNotice',
  );
  let told = 0;
  for (const complaint of waiting) {
    if (!agreed.has(complaint.id) || complaint.customer.demo) continue;
    const { id: complaintId, customerId, conversationId, ownerId } = complaint;
    const now = clock.now();
    await client.complaint.update({ where: { id: complaintId }, data: { fixToldAt: now } });
    const heard = await tellCustomer(client, messenger, complaint, { kind: 'defectFixed' });
    if (!heard) {
      const about = { title: titleOf(complaint), complaintId, customerId, conversationId, ownerId };
      await tasks.raise({ type: 'callBack', priority: 'normal', ...about });
    }
    await client.complaintEvent.create({
      data: { id: v7(), complaintId, kind: 'told', note: heard ? 'conversation' : 'call', createdAt: now },
    });
    told++;
  }
  return told;
}
