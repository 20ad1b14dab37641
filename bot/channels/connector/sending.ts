import { type CloudAdapter, type ConversationReference, TurnContext } from 'botbuilder';
import { DeliveryDeferred, type DeliveryEntry, DeliveryRefused } from '../channel.ts';
import { identityOf } from './authentication.ts';
import { DeliveryUnclear } from './channelService.ts';
import { presented } from './presentation.ts';

/**
 * Sends a committed activity to its channel, as the bot that was spoken to, addressed to whom it answers.
 * @throws DeliveryRefused, DeliveryDeferred, DeliveryUnclear.
 */
export async function sendThrough(
  adapter: CloudAdapter,
  { conversation, activity, repliesTo, claims }: DeliveryEntry,
  publicUrl: string | undefined,
): Promise<void> {
  if (!conversation.reference) throw new DeliveryRefused('It is not known how this conversation is reached.');
  const known = conversation.reference as unknown as ConversationReference;
  const reference = { ...known, user: activity.recipient ?? known.user };
  // Our own id of the message must not reach the channel: it knows the message by its own.
  const { replyToId: _, ...rest } = presented(activity, publicUrl);
  const addressed = TurnContext.applyConversationReference(rest, {
    ...reference,
    ...(repliesTo ? { activityId: repliesTo } : {}),
  });
  try {
    await adapter.continueConversationAsync(identityOf(claims ?? {}), reference, async (context) => {
      await adapter.sendActivities(context, [addressed]);
    });
  } catch (fault) {
    const told = [DeliveryRefused, DeliveryDeferred, DeliveryUnclear].some((kind) => fault instanceof kind);
    if (told) throw fault;
    // Whatever else fails, fails before the channel is asked: no token, no address.
    throw new DeliveryDeferred((fault as Error).message, { cause: fault });
  }
}
