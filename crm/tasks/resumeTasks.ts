import { Prisma } from '#prisma/client.ts';
import type { ClockStep } from '../serviceLevels/clock.ts';
import { moveTaskWithClock } from '../serviceLevels/taskOfClock.ts';
import type { FollowParts } from './followTasks.ts';

/** Tasks that wait for their customer go on when the customer has written in their conversation. Safe to run twice. */
export async function resumeTasks({ db, rows }: FollowParts): Promise<void> {
  const answered = await db.client.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT k.id FROM "ServiceClock" k JOIN "Task" t ON t.id = k."taskId"
     WHERE k.state = 'paused' AND k."pauseReason" = 'waitingForCustomer' AND t.state = 'open' AND EXISTS (
       SELECT 1 FROM "Activity" a WHERE a."conversationId" = t."conversationId" AND a.sender = 'customer'
          AND a.direction = 'inbound' AND a.type = 'message' AND a."createdAt" > k."pausedAt")
     LIMIT 500`);
  for (const { id } of answered) {
    await db.transaction(async (client) => {
      const [said] = await client.$queryRaw<{ at: Date }[]>(Prisma.sql`
        SELECT min(a."createdAt") AS at FROM "ServiceClock" k JOIN "Task" t ON t.id = k."taskId"
          JOIN "Activity" a ON a."conversationId" = t."conversationId" AND a.sender = 'customer'
           AND a.direction = 'inbound' AND a.type = 'message' AND a."createdAt" > k."pausedAt"
         WHERE k.id = (SELECT id FROM "ServiceClock" WHERE id = ${id}::uuid AND state = 'paused' FOR UPDATE)`);
      if (!said?.at) return;
      const clock = await client.serviceClock.findUniqueOrThrow({ where: { id } });
      const calendar = await rows.calendarNow(client, clock.calendarId);
      const step: ClockStep = { kind: 'resume', at: said.at, calendar, reason: 'customerAnswered' };
      await moveTaskWithClock(client, await rows.change(client, clock, step), step);
      db.signals.publish('tasks', { taskId: clock.taskId! });
    });
  }
}
