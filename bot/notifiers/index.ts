import type { Notifier, StaffEvent } from '#crm/notifier.ts';
import type { Database } from '#prisma/client.ts';
import { createDeskNotifier } from './desk.ts';

/** The ways to reach staff. A new one is its own file and a line here; each enqueues, none sends in the open transaction. */
const notifiers = [createDeskNotifier];

/** Tells staff by every way there is. */
export function createNotifier(db: Database): Notifier {
  const ways = notifiers.map((create) => create(db));
  return {
    async notify(staffIds: string[], event: StaffEvent) {
      for (const way of ways) await way.notify(staffIds, event);
    },
  };
}
