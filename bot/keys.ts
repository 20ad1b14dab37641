import { keptKey } from '#crm/keptKey.ts';
import type { Database } from '#prisma/client.ts';

/** The key that signs chat tokens: every instance and every restart knows the tokens that customers hold. */
export const signingKey = (db: Database): Promise<Uint8Array> => keptKey(db, 'signingKey');
