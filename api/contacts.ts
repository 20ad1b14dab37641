import { z } from 'zod';
import { operation } from './resource.ts';
import { person, staff } from './roles.ts';
import { byId } from './shapes.ts';
import { nextContact } from './tasks.ts';

/** What is planned with a customer when a contact is closed. */
export const contactOperations = [
  operation({
    method: 'POST',
    path: '/conversations/:id/next-contact',
    summary: 'Plan the customer’s next contact after a conversation, or note that there is none (null)',
    may: staff,
    params: byId,
    body: z.strictObject({ next: nextContact }),
    run: ({ services }, { params, body, caller }) =>
      services.contacts.afterConversation(params.id, person(caller).id, body.next),
  }),
];
