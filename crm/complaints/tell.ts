import type { Client, Complaint } from '#prisma/client.ts';
import type { Messenger } from '../messenger.ts';

/** What a customer is told of a complaint before asking; dialogs/followUps has the words. */
export type ComplaintNews = 'complaintMoved' | 'complaintDateMoved' | 'complaintLate' | 'defectFixed' | 'askSolved';

/**
 * Tells the customer in the conversation in which the complaint was made; in the transaction that is open. False where that
 * is not possible: no conversation, or a customer of the demo shop, who is never messaged.
 */
export async function tellCustomer(
  client: Client,
  messenger: Messenger,
  complaint: Pick<Complaint, 'id' | 'conversationId' | 'customerId'>,
  news: { kind: ComplaintNews; state?: string },
): Promise<boolean> {
  if (!complaint.conversationId) return false;
  const customer = await client.customer.findUnique({ where: { id: complaint.customerId }, select: { demo: true } });
  if (!customer || customer.demo) return false;
  const { kind, state } = news;
  await messenger.send(complaint.conversationId, { kind, ids: { complaintId: complaint.id, ...(state && { state }) } });
  return true;
}
