import type { Database } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Consents } from '../consents/consents.ts';
import type { Messenger } from '../messenger.ts';
import type { Shop } from '../shop/shop.ts';
import type { Tasks } from '../tasks/tasks.ts';

/** What complaints stand on. */
export interface ComplaintParts {
  db: Database;
  clock: Clock;
  shop: Shop;
  tasks: Tasks;
  consents: Consents;
  messenger: Messenger;
  audit: Audit;
}
