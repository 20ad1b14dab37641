import { v7 } from 'uuid';
import type { Client } from '#prisma/client.ts';
import { type BotPromiseKind, log, type PromiseParts } from './promise.ts';

/** What the bot has promised in a conversation: its words, and the task that keeps it; of a complaint, that of the complaint. */
export interface BotPromise {
  kind: BotPromiseKind;
  conversationId: string;
  text: string;
  taskId?: string;
  complaintId?: string;
}

/** See Promises.give. Needs no confirmation: the bot has just told it, with the time by which its task is due. */
export async function give(
  { db, clock }: PromiseParts,
  client: Client,
  { kind, conversationId, text, taskId, complaintId }: BotPromise,
): Promise<void> {
  const task = await client.task.findFirst({
    where: { state: 'open', ...(taskId ? { id: taskId } : { complaintId: complaintId ?? null, conversationId }) },
    orderBy: { createdAt: 'asc' },
    include: { promise: { select: { id: true } } },
  });
  if (!task || task.promise) return;
  const now = clock.now();
  // A conversation's first turn links its customer only at its end; the task knows them already.
  const { customerId } = task;
  const promise = { id: v7(), kind, conversationId, customerId, text, taskId: task.id, dueAt: task.dueAt };
  await client.customerPromise.create({
    data: { ...promise, state: 'confirmed', createdAt: now, confirmedAt: now },
  });
  await log(db, client, promise, { kind: 'confirmed', at: now });
}
