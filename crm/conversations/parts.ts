import type { Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import type { Messenger } from '../messenger.ts';
import type { Notifications } from '../notifications/notifications.ts';
import type { CustomerFiles } from '../privacy/erasedList.ts';
import type { ClockRows } from '../serviceLevels/clockRows.ts';
import type { Presence } from '../staff/presence.ts';
import type { Tasks } from '../tasks/tasks.ts';

/** What conversations stand on. */
export interface ConversationParts {
  db: Database;
  clock: Clock;
  messenger: Messenger;
  /** Where the bytes of files lie. */
  files: CustomerFiles;
  notifications: Notifications;
  /** How long customers wait; followed where a conversation changes hands. */
  clocks: ClockRows;
  /** Who is at the desk. */
  presence: Presence;
  /** What waits in a conversation for an answer goes with whoever has it. */
  tasks: Pick<Tasks, 'followHolder' | 'answeredIn'>;
}
