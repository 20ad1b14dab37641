import type { Prisma } from '../../client.ts';
import { after, HOUR, MINUTE } from './calendar.ts';
import type { Random } from './random.ts';
import type { History } from './rows.ts';

/** What the demo's colleagues were told of their open tasks, and how it went outside the desk. */
export interface Told {
  notifications: Prisma.NotificationCreateManyInput[];
  lanes: Prisma.NotificationLaneCreateManyInput[];
  deliveries: Prisma.NotificationDeliveryCreateManyInput[];
}

const faults = ['550 5.1.1 Mailbox unavailable', 'connect ETIMEDOUT', '552 5.2.2 Mailbox full'];
const TOLD = 40;
const READ = 0.6;

/** Of the newest open tasks that somebody has; a few mails failed, so that the page of dead letters can be tried. */
export function tellColleagues({ tasks }: Pick<History, 'tasks'>, random: Random, now: Date): Told {
  const told: Told = { notifications: [], lanes: [], deliveries: [] };
  const open = tasks.filter(({ state, ownerId }) => state === 'open' && ownerId !== null);
  for (const [index, task] of open.slice(-TOLD).reverse().entries()) {
    const staffId = task.ownerId!;
    const { id: taskId, createdAt } = task;
    const id = random.id(createdAt);
    const readAt = random.chance(READ) ? after(createdAt, random.int(2, 50) * MINUTE) : null;
    const urgent = task.priority === 'urgent';
    const key = `taskRaised:${taskId}`;
    told.notifications.push({
      id,
      staffId,
      kind: 'taskRaised',
      key,
      urgent,
      taskId,
      createdAt,
      readAt: readAt && readAt < now ? readAt : null,
      // What is of the past does not climb.
      climbedAt: urgent ? createdAt : null,
    });
    const lane = `mail:${staffId}`;
    if (!told.lanes.some((known) => known.key === lane)) told.lanes.push({ key: lane, freeAt: createdAt });
    const fault = faults[index];
    told.deliveries.push({
      id: random.id(createdAt),
      notificationId: id,
      way: 'mail',
      lane,
      key,
      staffId,
      state: fault ? 'failed' : 'sent',
      attempts: fault?.startsWith('connect') ? 7 : 1,
      error: fault ?? null,
      nextAttemptAt: createdAt,
      createdAt,
      settledAt: earlier(after(createdAt, fault ? HOUR : MINUTE), now),
    });
  }
  return told;
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
