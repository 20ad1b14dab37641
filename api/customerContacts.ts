import { z } from 'zod';
import { contactPolicySchema, showReasons } from '#crm/privacy/contactDetails.ts';
import { operation } from './resource.ts';
import { administrator, person, staff } from './roles.ts';
import { byId, id } from './shapes.ts';

const shownSchema = z.object({
  phone: z.string().nullable(),
  email: z.string().nullable(),
  said: z.string().nullable(),
});
/** How a customer is reached, whole. */
export type ShownContactJson = z.input<typeof shownSchema>;

/** Who sees phones and mail addresses of customers, and showing them. */
export const customerContactOperations = [
  operation({
    method: 'GET',
    path: '/contact-policy',
    summary: 'From which role on phones and mail addresses of customers are seen whole',
    may: staff,
    answer: contactPolicySchema,
    run: ({ services }) => services.customerContacts.policy(),
  }),
  operation({
    method: 'PUT',
    path: '/contact-policy',
    summary: 'Set from which role on; others see them masked and may have them shown, which is logged',
    may: administrator,
    body: contactPolicySchema,
    answer: contactPolicySchema,
    run: ({ services }, { body, caller }) => services.customerContacts.setPolicy(body, person(caller).id),
  }),
  operation({
    method: 'POST',
    path: '/customers/:id/contact',
    summary:
      'A customer’s phone and mail address, whole; who looked and what for is logged. `task`: only for its owner',
    may: staff,
    params: byId,
    body: z.strictObject({ reason: z.enum(showReasons), taskId: id.optional(), complaintId: id.optional() }),
    answer: shownSchema,
    run: ({ services }, { params, body, caller }) =>
      services.customerContacts.show(params.id, { staffId: person(caller).id, ...body }),
  }),
];
