import type { Notifier } from '#crm/notifier.ts';
import type { Database } from '#prisma/client.ts';

/** The desk page: open desks hear at once, after the commit, that a task concerns them. */
export function createDeskNotifier(db: Database): Notifier {
  return {
    async notify(_staffIds, { taskId }) {
      if (taskId) db.signals.publish('tasks', { taskId });
    },
  };
}
