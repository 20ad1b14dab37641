import type { Task } from '#prisma/client.ts';
import { InvalidInput } from '../errors.ts';
import type { NewTask } from './task.ts';

/** The customer's next contact as it is planned when one is closed; null: none, and that is an answer. */
export type NextContact = { type: string; dueAt: Date; title?: string | null } | null;

/** What a contact was about. */
export type Contact = Pick<Task, 'title' | 'customerId' | 'conversationId' | 'complaintId'>;

/** The task that is the next contact: of the same matter, for whoever planned it. Throws InvalidInput for a time that has passed. */
export function nextTask(
  contact: Contact,
  next: NonNullable<NextContact>,
  by: { staffId: string; now: Date },
): NewTask {
  const { customerId, conversationId, complaintId } = contact;
  if (!customerId)
    throw new InvalidInput([{ path: 'next', message: 'There is no customer whom this could be planned for.' }]);
  if (next.dueAt <= by.now)
    throw new InvalidInput([{ path: 'next.dueAt', message: 'Choose a time that is still to come.' }]);
  const title = next.title?.trim() || contact.title;
  const about = { customerId, conversationId, complaintId };
  return { type: next.type, title, priority: 'normal', dueAt: next.dueAt, ownerId: by.staffId, ...about };
}
