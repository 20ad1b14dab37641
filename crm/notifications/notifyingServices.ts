import type { Database } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Egress } from '../egress.ts';
import type { Secrets } from '../secrets/secrets.ts';
import type { Shop } from '../shop/shop.ts';
import type { Tasks } from '../tasks/tasks.ts';
import { NotificationAccounts } from './accounts.ts';
import { NotificationDeliveries } from './deliveries.ts';
import { DoneLinks } from './doneLinks.ts';
import { NotificationPreferences } from './preferences.ts';
import { NotificationTargets } from './targets.ts';

/** How notifications reach staff: by which ways, where to, and what became of each. */
export interface NotifyingServices {
  notificationPreferences: NotificationPreferences;
  notificationAccounts: NotificationAccounts;
  notificationTargets: NotificationTargets;
  notificationDeliveries: NotificationDeliveries;
  doneLinks: DoneLinks;
}

interface Parts {
  db: Database;
  clock: Clock;
  shop: Shop;
  audit: Audit;
  egress: Egress;
  secrets: Secrets;
  tasks: Tasks;
}

export function createNotifying({ db, clock, shop, audit, egress, secrets, tasks }: Parts): NotifyingServices {
  return {
    notificationPreferences: new NotificationPreferences(db),
    notificationAccounts: new NotificationAccounts(db, clock, egress),
    notificationTargets: new NotificationTargets({ db, clock, audit, egress, secrets }),
    notificationDeliveries: new NotificationDeliveries({ db, clock, shop, audit, secrets }),
    doneLinks: new DoneLinks(db, clock, tasks),
  };
}
