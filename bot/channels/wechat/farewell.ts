import type { Privacy } from '#crm/privacy/privacy.ts';
import type { Database } from '#prisma/client.ts';
import { channelId } from './channelId.ts';

/**
 * Whoever stops following wants their data deleted: so WeChat's rules read it (Receiving_event_pushes). Who is known by this
 * account alone is erased; who also bought something, complained, or talks to us elsewhere stays a customer, and asks for it
 * themselves.
 */
export async function farewell(
  db: Database,
  privacy: Pick<Privacy, 'request'>,
  openid: string,
  conversationId: string,
) {
  const where = { channel_externalId: { channel: channelId, externalId: openid } };
  const identity = await db.client.identity.findUnique({ where });
  if (!identity) return;
  const { customerId } = identity;
  const [accounts, purchases, complaints] = await Promise.all([
    db.client.identity.count({ where: { customerId } }),
    db.client.purchase.count({ where: { customerId } }),
    db.client.complaint.count({ where: { customerId } }),
  ]);
  if (accounts === 1 && purchases === 0 && complaints === 0) await privacy.request(customerId, conversationId);
}
