import type { Client } from '#prisma/client.ts';
import { type FieldError, InvalidInput } from '../errors.ts';
import type { NewTask } from './task.ts';

/**
 * A task that somebody wants, with what its links say of each other: a complaint knows its customer and conversation, a
 * conversation its customer. Throws InvalidInput for a link to nothing, or to what is another customer's.
 */
export async function linked(client: Client, task: NewTask): Promise<NewTask> {
  const complaint = task.complaintId
    ? await client.complaint.findUnique({
        where: { id: task.complaintId },
        select: { customerId: true, conversationId: true },
      })
    : null;
  const conversationId = task.conversationId ?? complaint?.conversationId ?? null;
  const conversation = conversationId
    ? await client.conversation.findUnique({ where: { id: conversationId }, select: { customerId: true } })
    : null;
  const customerId = task.customerId ?? complaint?.customerId ?? conversation?.customerId ?? null;
  const wrong: FieldError[] = [];
  const refuse = (path: string, message: string) => wrong.push({ path, message });
  if (task.complaintId && !complaint) refuse('complaintId', 'There is no such complaint.');
  if (conversationId && !conversation) refuse('conversationId', 'There is no such conversation.');
  if (customerId && !(await client.customer.findUnique({ where: { id: customerId }, select: { id: true } })))
    refuse('customerId', 'There is no such customer.');
  if (complaint && complaint.customerId !== customerId) refuse('complaintId', 'This complaint is another customer’s.');
  if (conversation?.customerId && conversation.customerId !== customerId)
    refuse('conversationId', 'This conversation is another customer’s.');
  if (
    task.ownerId &&
    !(await client.staff.findFirst({ where: { id: task.ownerId, active: true }, select: { id: true } }))
  )
    refuse('ownerId', 'This colleague is not here any more.');
  if (task.teamKey && !(await client.team.findUnique({ where: { key: task.teamKey }, select: { id: true } })))
    refuse('teamKey', 'There is no such team.');
  if (wrong.length > 0) throw new InvalidInput(wrong);
  return { ...task, customerId, conversationId };
}
