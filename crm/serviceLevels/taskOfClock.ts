import type { Client, ServiceClock } from '#prisma/client.ts';
import type { ClockStep } from './clock.ts';

/** A task is due when its clock is; its log says why it stood and that it runs. */
export async function moveTaskWithClock(
  client: Client,
  { taskId, dueAt }: ServiceClock,
  { kind, at, reason, note, staffId }: ClockStep,
): Promise<void> {
  await client.task.update({ where: { id: taskId! }, data: { ...(dueAt && { dueAt }) } });
  const why = [reason, note].filter(Boolean).join(': ') || null;
  const paused = kind === 'pause' ? 'paused' : 'resumed';
  await client.taskEvent.create({
    data: { taskId: taskId!, kind: paused, note: why, staffId: staffId ?? null, createdAt: at },
  });
}
