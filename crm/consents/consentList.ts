import type { Consent, Database } from '#prisma/client.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';
import type { Purpose } from './consents.ts';

/** Which answers. */
export interface ConsentFilter {
  customerId?: string | undefined;
  purpose?: Purpose | undefined;
  channel?: string | undefined;
}

/** An answer with who gave it, who wrote it down, and the complaint that it is about. */
export interface ListedConsent extends Consent {
  customer: { name: string | null; phone: string | null; email: string | null };
  recordedBy: { name: string } | null;
  complaint: { number: number } | null;
}

const who = {
  customer: { select: { name: true, phone: true, email: true } },
  recordedBy: { select: { name: true } },
  complaint: { select: { number: true } },
};

/** Every answer of every customer, also those that no longer hold: whoever asks the house for proof is given these. Newest first. */
export async function listConsents(
  db: Database,
  { purpose, channel, customerId, ...request }: PageRequest & ConsentFilter,
): Promise<Page<ListedConsent>> {
  const rows = await db.client.consent.findMany({
    where: {
      ...(customerId && { customerId }),
      ...(purpose && { purpose }),
      ...(channel && { channel }),
      ...olderThan('at', request),
    },
    include: who,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: rowsFor(request),
  });
  return pageOf(rows, request, ({ at, id }) => ({ at, id }));
}
