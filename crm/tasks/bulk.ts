import type { TaskPriority } from '#prisma/client.ts';
import { BusinessError } from '../errors.ts';
import type { NextContact } from './nextContact.ts';
import type { Outcome } from './outcomes.ts';
import type { Tasks } from './tasks.ts';

/** One thing that is done with many tasks. */
export type BulkAction =
  | { kind: 'claim' }
  | { kind: 'release' }
  | { kind: 'assign'; ownerId: string }
  | { kind: 'snooze'; until: Date }
  | { kind: 'move'; dueAt: Date }
  | { kind: 'prioritize'; priority: TaskPriority }
  | { kind: 'complete'; outcome: Outcome; note: string | null; next: NextContact }
  | { kind: 'cancel'; note: string | null };

/** How many it was done with, and with which not, by the code of why. */
export interface BulkResult {
  done: number;
  failed: { id: string; code: string }[];
}

/** Does it with each of them as if it were done one by one: what is refused for one does not hold up the others. */
export async function inBulk(tasks: Tasks, ids: string[], action: BulkAction, staffId: string): Promise<BulkResult> {
  const failed: BulkResult['failed'] = [];
  const unique = [...new Set(ids)];
  for (const id of unique) {
    try {
      await one(tasks, id, action, staffId);
    } catch (fault) {
      if (!(fault instanceof BusinessError)) throw fault;
      failed.push({ id, code: fault.code });
    }
  }
  return { done: unique.length - failed.length, failed };
}

function one(tasks: Tasks, id: string, action: BulkAction, staffId: string): Promise<unknown> {
  switch (action.kind) {
    case 'claim':
      return tasks.claim(id, staffId);
    case 'release':
      return tasks.release(id, staffId);
    case 'assign':
      return tasks.assign(id, { staffId, ownerId: action.ownerId });
    case 'snooze':
      return tasks.snooze(id, { staffId, until: action.until });
    case 'move':
      return tasks.move(id, { staffId, dueAt: action.dueAt });
    case 'prioritize':
      return tasks.prioritize(id, { staffId, priority: action.priority });
    case 'complete':
      return complete(tasks, id, action, staffId);
    case 'cancel':
      return tasks.cancel(id, { staffId, note: action.note });
  }
}

/** What is planned next is asked once for all of them; it is planned where there is a customer. */
async function complete(
  tasks: Tasks,
  id: string,
  { outcome, note, next }: Extract<BulkAction, { kind: 'complete' }>,
  staffId: string,
): Promise<unknown> {
  const { customerId } = await tasks.get(id);
  return tasks.complete(id, { staffId, outcome, note, next: customerId ? next : null });
}
