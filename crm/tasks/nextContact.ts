import type { Task } from '#prisma/client.ts';
import { InvalidInput } from '../errors.ts';
import type { NewTask } from './task.ts';

/** The customer's next contact as it is planned when one is closed; null: none, and that is an answer. */
export type NextContact = { type: string; dueAt: Date; title?: string | null } | null;

/** Refuses to close a contact of which nobody said when the customer is contacted next. Throws InvalidInput. */
export function mustBeAsked({ customerId }: Pick<Contact, 'customerId'>, next: NextContact | undefined): void {
  if (customerId && next === undefined)
    throw new InvalidInput([
      { path: 'next', message: 'Say when this customer is contacted next; null: nothing is planned.' },
    ]);
}

/** The answer as it stands in the log of the contact that was closed. */
export const nextEvent = (next: NextContact, staffId: string) => ({
  kind: next ? 'nextPlanned' : 'nextNone',
  staffId,
  note: next?.dueAt.toISOString() ?? null,
});

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
