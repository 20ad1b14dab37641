import { type Activity, ActivityTypes } from 'botbuilder';
import type { Request, Response, Server } from 'restify';
import type { Clock } from '#crm/clock.ts';
import type { Database } from '#prisma/client.ts';
import type { GuardedEgress } from '../../egress/egress.ts';
import type { Turns } from '../../turns/turns.ts';
import { capabilitiesOf } from '../capabilities.ts';
import type { Channel, DeliveryEntry } from '../channel.ts';
import { chosenThere } from '../choices.ts';
import { keepConversation } from '../conversations.ts';
import { sendInOrder } from '../inOrder.ts';
import { type Links, present } from '../presenting.ts';
import { answerPost, openPost, postSigned } from '../signedPosts.ts';
import { activityOf, channelId, eventOf } from './incoming.ts';
import { replyOf } from './outgoing.ts';
import type { WebhookSettings } from './settings.ts';

/** What the channel needs from the house. */
export interface WebhookParts {
  settings: WebhookSettings;
  links: Links;
  db: Database;
  turns: Turns;
  egress: GuardedEgress;
  clock: Clock;
}

/** More than any message has, in bytes. */
const largestBody = 64 * 1024;

/** Any system's own chat: signed posts come in at /channels/webhook, replies are posted to its address (docs/channels.md). */
export function createWebhookChannel(parts: WebhookParts): Channel {
  const { settings, links, db, turns, egress, clock } = parts;
  const capabilities = capabilitiesOf(channelId);
  const now = () => clock.now().getTime();

  async function receive(request: Request, response: Response): Promise<void> {
    const post = await openPost(request, { keys: settings.keys, now: now(), limit: largestBody });
    const event = eventOf(post);
    const { conversation, user } = event;
    const conversationId = await keepConversation(db, {
      channel: channelId,
      externalId: conversation,
      userId: user.id,
    });
    const text = (await chosenThere(db, conversationId, event.text, capabilities)) ?? event.text;
    const incoming = { conversationId, externalId: post.id, activity: activityOf(event, text) };
    const joined = event.type === 'joined';
    const received = await turns.receive(
      incoming,
      joined ? { direction: 'internal', sender: 'system' } : { direction: 'inbound', sender: 'customer' },
    );
    if (!received) throw new Error('The conversation was removed while a message for it came in.');
    // A repeat is answered as the first time.
    answerPost(response, 202, { id: received.id });
  }

  async function deliver({ conversation, activity, rest, repliesTo }: DeliveryEntry): Promise<void> {
    if (activity.type !== ActivityTypes.Message) return;
    const shown = await present(activity, { capabilities, links });
    const replies =
      rest ??
      shown.activities.map((part, place) => ({
        id: place === 0 ? `msg_${activity.id}` : `msg_${activity.id}.${place}`,
        part,
      }));
    await sendInOrder(replies as { id: string; part: Partial<Activity> }[], async ({ id, part }) => {
      const to = { conversation: conversation.externalId, user: { id: conversation.userId }, replyTo: repliesTo };
      const [key] = settings.keys;
      await postSigned(egress, { url: settings.url, key: key! }, { id, now: now(), body: replyOf(part, to) });
    });
  }

  return {
    serves: (id) => id === channelId,
    outbox: 'answer',
    mount: (server: Server) => {
      server.post('/channels/webhook', receive);
    },
    deliver,
    close: async () => undefined,
  };
}
