import { z } from 'zod';
import type { CustomerFilter } from '#crm/customers/customerFilter.ts';
import type { Services } from '#crm/services.ts';
import type { StaffMember } from '#crm/staff/staffAccounts.ts';
import { customerFilter } from './customers.ts';
import { id } from './shapes.ts';

/** Customers one by one, or everybody whom a list shows. */
export const chosenSchema = z.union([
  z.strictObject({ customerIds: z.array(id).min(1, 'Choose somebody.').max(1000) }),
  z.strictObject({ filter: z.strictObject(customerFilter) }),
]);

/** Whom the one who asks means by `me`; who sees phones masked finds nobody by a part of one. */
export async function chosenBy(
  chosen: z.infer<typeof chosenSchema>,
  { id: me, role }: Pick<StaffMember, 'id' | 'role'>,
  services: Services,
): Promise<{ customerIds: string[] } | { filter: CustomerFilter }> {
  if (!('filter' in chosen)) return chosen;
  const { owner } = chosen.filter;
  const seen = await services.customerContacts.seenBy(role);
  return { filter: { ...chosen.filter, owner: owner === 'me' ? me : owner, seen } };
}
