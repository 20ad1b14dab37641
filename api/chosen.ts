import { z } from 'zod';
import type { CustomerFilter } from '#crm/customers/customerFilter.ts';
import { customerFilter } from './customers.ts';
import { id } from './shapes.ts';

/** Customers one by one, or everybody whom a list shows. */
export const chosenSchema = z.union([
  z.strictObject({ customerIds: z.array(id).min(1, 'Choose somebody.').max(1000) }),
  z.strictObject({ filter: z.strictObject(customerFilter) }),
]);

/** Whom the one who asks means by `me`. */
export const chosenBy = (
  chosen: z.infer<typeof chosenSchema>,
  staffId: string,
): { customerIds: string[] } | { filter: CustomerFilter } =>
  'filter' in chosen && chosen.filter.owner === 'me' ? { filter: { ...chosen.filter, owner: staffId } } : chosen;
