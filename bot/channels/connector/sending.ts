import { type Activity, type CloudAdapter, type ConversationReference, TurnContext } from 'botbuilder';
import { capabilitiesOf } from '../capabilities.ts';
import { DeliveryDeferred, type DeliveryEntry, DeliveryRefused, type Shown } from '../channel.ts';
import { sendInOrder } from '../inOrder.ts';
import { type Links, present } from '../presenting.ts';
import { identityOf } from './authentication.ts';
import { DeliveryUnclear } from './channelService.ts';
import { takesConsent, withConsentCards } from './teams/consentCard.ts';

/**
 * Sends a committed activity to its channel, as the bot that was spoken to, addressed to whom it answers.
 * @throws DeliveryRefused, DeliveryDeferred, DeliveryUnclear.
 */
export async function sendThrough(
  adapter: CloudAdapter,
  { conversation, activity, rest, repliesTo, claims }: DeliveryEntry,
  links: Links,
): Promise<Shown> {
  if (!conversation.reference) throw new DeliveryRefused('It is not known how this conversation is reached.');
  const known = conversation.reference as unknown as ConversationReference;
  const reference = { ...known, user: activity.recipient ?? known.user };
  const offered = takesConsent(conversation) ? await withConsentCards(activity, links) : activity;
  const shown = await present(offered, { capabilities: capabilitiesOf(conversation.channel), links });
  const parts = (rest as unknown as Partial<Activity>[] | null) ?? shown.activities;
  await sendInOrder(parts, async (part) => {
    // Our own id of the message must not reach the channel: it knows the message by its own.
    const { replyToId: _, ...said } = part;
    const addressed = TurnContext.applyConversationReference(said, {
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
  });
  return shown.numbered ? { form: 'numbered' } : undefined;
}
