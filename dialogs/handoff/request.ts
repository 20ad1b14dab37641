import type { NewTask } from '#crm/tasks/tasks.ts';
import type { DialogServices } from '../dialogModule.ts';
import type { Heard } from '../heard.ts';
import type { Turn } from '../turn.ts';

const VALUED = new Set(['gold', 'platinum', 'diamond', 'vip']);
/** How long somebody who waits in the chat may wait while the shop is open. */
const WAIT_MINUTES = 30;
/** Below this a customer counts as upset. */
const UPSET = -0.4;

/** "A person" alone says nothing of a feeling. */
const isUpset = ({ interruption, reading }: Heard): boolean => !interruption && reading.sentiment.score <= UPSET;

/**
 * What kind of task "a person, please" is, and how pressing: somebody waits in the chat (open hours), or is to be called back.
 * The most valuable customers and the upset ones come first. Without a due time the task's own rule sets one in business time.
 */
export async function requestOf(
  shop: DialogServices['shop'],
  { now, open, customer, heard }: { now: Date; open: boolean; customer: Turn['customer']; heard: Heard },
): Promise<Pick<NewTask, 'type' | 'priority' | 'dueAt'>> {
  const first = VALUED.has(customer.tier?.toLowerCase() ?? '') || isUpset(heard);
  if (!open) return { type: customer.phone ? 'callBack' : 'answer', priority: first ? 'urgent' : 'high' };
  const soon = new Date(now.getTime() + WAIT_MINUTES * 60_000);
  return { type: 'answer', priority: first ? 'urgent' : 'high', ...((await shop.isOpen(soon)) ? { dueAt: soon } : {}) };
}
