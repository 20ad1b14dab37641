import type { TurnContext } from 'botbuilder';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf } from '../memory.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { sayTime } from '../when.ts';
import { replies } from './replies.ts';

/** Harm is followed up within half an hour, at any hour of the day. */
const WITHIN_MINUTES = 30;

/** Raises the urgent task for harm that was just reported, without waiting for the complaint to be complete, and says so. Returns the task's id. */
export async function raiseUrgent(context: TurnContext, { tasks, shop }: DialogServices): Promise<string> {
  const { customer, conversationId, now } = turnOf(context);
  const { text, language } = heardOf(context);
  const task = await tasks.raise({
    type: 'complaint',
    title: replies[language].urgentTitle,
    detail: text,
    priority: 'urgent',
    dueAt: new Date(now.getTime() + WITHIN_MINUTES * 60_000),
    customerId: customer.id,
    conversationId,
  });
  memoryOf(context).handoffTaskId = task.id;
  const { zone } = await shop.profile();
  await say(context, replies[language].urgent(sayTime(task.dueAt, now, zone, language)));
  return task.id;
}
