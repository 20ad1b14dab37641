import { type Activity, ActivityTypes } from 'botbuilder';
import type { Request, Response, Server } from 'restify';
import type { Clock } from '#crm/clock.ts';
import type { Services } from '#crm/services.ts';
import type { Database } from '#prisma/client.ts';
import type { GuardedEgress } from '../../egress/egress.ts';
import type { Turns } from '../../turns/turns.ts';
import { capabilitiesOf } from '../capabilities.ts';
import { type Channel, type DeliveryEntry, DeliveryRefused } from '../channel.ts';
import { chosenThere } from '../choices.ts';
import { keepConversation } from '../conversations.ts';
import { sendDaily } from '../daily.ts';
import { failedLater } from '../failedLater.ts';
import { type Links, present } from '../presenting.ts';
import { answerPost, openPost, postSigned } from '../signedPosts.ts';
import { activityOf, channelId, eventOf } from './incoming.ts';
import { cheapest, segmentsOf } from './segments.ts';
import type { SmsSettings } from './settings.ts';

/** What the channel needs from the house. */
export interface SmsParts {
  settings: SmsSettings;
  links: Links;
  db: Database;
  turns: Turns;
  services: Pick<Services, 'messageBudget' | 'tasks'>;
  egress: GuardedEgress;
  clock: Clock;
}

const largestBody = 32 * 1024;

/** Text messages through a gateway that signs: they come in at /channels/sms and are posted to its address (docs/channels.md). */
export function createSms(parts: SmsParts): Channel {
  const { settings, links, db, turns, services, egress, clock } = parts;
  const capabilities = capabilitiesOf(channelId);
  const budget = services.messageBudget;
  const now = () => clock.now().getTime();
  const failed = failedLater(db, services);

  async function receive(request: Request, response: Response): Promise<void> {
    const post = await openPost(request, { keys: settings.keys, now: now(), limit: largestBody });
    const event = eventOf(post, settings.countryCode);
    if (event.type === 'status') {
      if (event.state !== 'delivered') await notDelivered(event.id, event.state, event.reason);
      answerPost(response, 202, {});
      return;
    }
    const { from } = event;
    const conversationId = await keepConversation(db, { channel: channelId, externalId: from, userId: from });
    await budget.heardFrom({ channel: channelId, account: from }, clock.now());
    const text = (await chosenThere(db, conversationId, event.text, capabilities)) ?? event.text;
    const received = await turns.receive({ conversationId, externalId: post.id, activity: activityOf(from, text) });
    if (!received) throw new Error('The conversation was removed while a message for it came in.');
    answerPost(response, 202, { id: received.id });
  }

  /** What the gateway took did not arrive; a text of ours alone can tell, by its id. */
  async function notDelivered(id: string, state: 'failed' | 'blocked', reason = `The gateway says: ${state}.`) {
    const activityId = id.slice('msg_'.length).split('.')[0]!;
    const account = await failed(channelId, activityId, reason);
    if (account && state === 'blocked') await budget.corrected({ channel: channelId, account }, 'blocked');
  }

  async function deliver({ conversation, activity, kind = 'answer', rest }: DeliveryEntry): Promise<void> {
    if (activity.type !== ActivityTypes.Message) return;
    const to = conversation.userId;
    if (!to) throw new DeliveryRefused('It is not known who this conversation is with.');
    const shown = await present(activity, { capabilities, links });
    const messages = rest ?? shown.activities.map((part, place) => textOf(activity, part, place));
    const send = async ({ id, text }: { id: string; text: string }) => {
      const [key] = settings.keys;
      const body = { type: 'sms', to, text, ...segmentsOf(text) };
      await postSigned(egress, { url: settings.url, key: key! }, { id, now: now(), body });
    };
    const all = messages as { id: string; text: string }[];
    await sendDaily(
      budget,
      { to: { channel: channelId, account: to }, kind, messages: all, send },
      settings.perDay,
      now(),
    );
  }

  return {
    serves: (id) => id === channelId,
    outbox: 'answer',
    mount: (server: Server) => {
      server.post('/channels/sms', receive);
    },
    deliver,
    close: async () => undefined,
  };
}

const textOf = ({ id }: Partial<Activity>, { text = '' }: Partial<Activity>, place: number) => ({
  id: place === 0 ? `msg_${id}` : `msg_${id}.${place}`,
  text: cheapest(text),
});
