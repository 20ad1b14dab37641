import type { Activity } from 'botbuilder';
import { v7 } from 'uuid';
import { isRating } from '../channels/cards.ts';
import type { DeliveryKind } from '../channels/channel.ts';
import type { Leased, Reply } from './turnStore.ts';

/** What the bot is called in an activity's `from`. */
export const botAccount = { id: 'zhiyin', name: 'Zhiyin', role: 'bot' } as const;

/**
 * A reply as it enters the history: with an id, a time of its own (clients sort by it) and the message it answers. A
 * suggestion is for staff: what the bot would have said, had no person taken the conversation over.
 */
export function replyFor(
  activity: Partial<Activity>,
  turn: Leased,
  at: Date,
  as: 'answer' | 'suggestion',
  outbox: string | null,
): Reply {
  const id = activity.id ?? v7();
  const asked = turn.direction === 'inbound' && ['message', 'invoke'].includes(turn.activity.type ?? '');
  // What the open request is answered with is not delivered a second time.
  const inResponse = activity.type === 'invokeResponse' || turn.activity.deliveryMode === 'expectReplies';
  const body = {
    ...activity,
    id,
    timestamp: at.toISOString(),
    from: { ...botAccount, ...activity.from, role: 'bot' },
    replyToId: asked ? turn.activityId : undefined,
  } as unknown as Partial<Activity>;
  const type = as === 'suggestion' ? 'suggestion' : (activity.type ?? 'message');
  const direction = as === 'suggestion' ? 'internal' : 'outbound';
  const delivery = inResponse || !outbox ? null : kindOf(activity);
  return { id, direction, type, sender: 'bot', text: activity.text ?? null, body, outbox: delivery };
}

/** A question for a rating is a survey, what the shop sends of its own accord says what it is, all else answers. */
function kindOf({ attachments = [], channelData }: Partial<Activity>): DeliveryKind {
  if (attachments.some(isRating)) return 'survey';
  return channelData?.purpose === 'care' || channelData?.purpose === 'survey' ? channelData.purpose : 'answer';
}
