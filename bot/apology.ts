import type { Services } from '#crm/services.ts';
import { replies } from '#dialogs/replies.ts';
import type { Decision } from './turns/turn.ts';
import type { Leased } from './turns/turnStore.ts';

/**
 * What becomes of a turn that cannot be decided: the customer hears one plain apology, the dialog is cleared, so that nobody
 * is stuck in it, and a task tells staff. What the fault was stands in the log, under the activity's id.
 */
export function apologyFor(services: Services): (turn: Leased, fault: unknown) => Promise<Decision> {
  return async (turn) => {
    const language = turn.language === 'en' || (!turn.language && turn.activity.locale?.startsWith('en')) ? 'en' : 'zh';
    await services.tasks.raise({
      type: 'fault',
      title: 'The bot could not answer a message / 机器人未能回复一条消息',
      detail: `${turn.activity.text ?? ''}\n\nActivity ${turn.activityId}`.trim().slice(0, 2000),
      priority: 'high',
      conversationId: turn.conversationId,
      ...(turn.customerId ? { customerId: turn.customerId } : {}),
    });
    if (turn.direction === 'internal') return { replies: [], state: null };
    return { replies: [{ type: 'message', text: replies[language].fault }], state: null };
  };
}
