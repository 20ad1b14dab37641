import { type Client, type Invitation, Prisma } from '#prisma/client.ts';
import { helperIn } from './talks.ts';

/**
 * Who is rated by what is sent now: whoever has the complaint by now, did the task or helped last in the talk. What is sent keeps it, whoever takes
 * the complaint over afterwards.
 */
export async function ratedNow(
  client: Client,
  { cause, complaintId, taskId, conversationId, rated }: Invitation,
): Promise<string> {
  const [kind] = cause?.split(':') ?? [];
  if (kind === 'complaint' && complaintId) {
    const complaint = await client.complaint.findUnique({ where: { id: complaintId }, select: { ownerId: true } });
    return complaint?.ownerId ?? 'shop';
  }
  if ((kind === 'task' || kind === 'again') && taskId) {
    const task = await client.task.findUnique({ where: { id: taskId }, select: { completedById: true } });
    return task?.completedById ?? (kind === 'again' ? 'bot' : 'shop');
  }
  if (kind === 'conversation' && conversationId) return (await helperIn(client, conversationId))?.rated ?? rated;
  return rated;
}

/** The team of whoever is rated, now; null: nobody of a team. */
export async function teamOf(client: Client, rated: string): Promise<string | null> {
  const [row] = await client.$queryRaw<{ teamId: string | null }[]>(
    Prisma.sql`SELECT "teamId" FROM "Staff" WHERE id::text = ${rated}`,
  );
  return row?.teamId ?? null;
}
