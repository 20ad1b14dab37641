import { type Activity, ActivityTypes, EventFactory, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { HandoffKind, HandoffNews } from '#crm/messenger.ts';
import type { Client, Conversation } from '#prisma/client.ts';
import { ownChannelIds } from './channels/channel.ts';
import { channelId as directLineId } from './channels/directLine/turnsStore.ts';
import { TurnAdapter } from './turnAdapter.ts';
import { botAccount } from './turns/reply.ts';

/** How Bot Framework calls what another desk did with a handoff. */
export const handoffStatusSchema = z.object({
  state: z.enum(['accepted', 'failed', 'completed']),
  message: z.string().max(1000).optional().catch(undefined),
});

type State = z.infer<typeof handoffStatusSchema>['state'];

/** What a step is in Bot Framework's words: who waits is handed over anew; `handoff.status` tells what became of it. */
const states: Record<HandoffKind, { state?: State; initiates?: true }> = {
  queued: { initiates: true },
  requeued: { initiates: true },
  unanswered: { state: 'failed', initiates: true },
  left: { state: 'failed', initiates: true },
  accepted: { state: 'accepted' },
  takenOver: { state: 'accepted' },
  transferred: { state: 'accepted' },
  released: { state: 'completed' },
  acceptedElsewhere: { state: 'accepted' },
  failedElsewhere: { state: 'failed' },
  completedElsewhere: { state: 'completed' },
};

const TRANSCRIPT = 100;
const adapter = new TurnAdapter();

/**
 * A step as Bot Framework's handoff events, for other desks: those on a channel of the Bot Framework, those of a platform (hasDesk),
 * and those that sit between the customer and our Direct Line. Nobody else listens; and who has told what they did themselves is not told it back.
 */
export async function handoffEvents(
  client: Client,
  conversation: Conversation,
  news: HandoffNews,
  hasDesk: (channel: string) => boolean,
): Promise<Partial<Activity>[]> {
  const { channel, externalId } = conversation;
  const own = ownChannelIds.includes(channel);
  const listens = !own || channel === directLineId || hasDesk(channel);
  if (!listens || news.kind.endsWith('Elsewhere')) return [];
  // Passed on to a team, it waits again.
  const { state, initiates } = news.kind === 'transferred' && !news.to ? states.requeued : states[news.kind];
  const place = { id: externalId } as Activity['conversation'];
  const message = news.to?.name ?? news.staff?.name;
  const told: Partial<Activity>[] = state ? [EventFactory.createHandoffStatus(place, state, message)] : [];
  if (initiates) {
    const context = new TurnContext(adapter, { ...addressOf(conversation), conversation: place });
    // A client of Direct Line has seen all of it; what staff know of the customer is not for a browser.
    const transcript = own ? undefined : { activities: await transcriptOf(client, conversation.id) };
    const facts = await factsOf(client, conversation, news, !own);
    told.push(EventFactory.createHandoffInitiation(context, facts, transcript));
  }
  return told.map((activity) => ({ ...activity, from: botAccount }));
}

/** What the other desk may route by. */
async function factsOf(
  client: Client,
  { id, language, customerId }: Conversation,
  { kind, team }: HandoffNews,
  withCustomer: boolean,
) {
  const customer =
    withCustomer && customerId
      ? await client.customer.findUnique({ where: { id: customerId }, select: { name: true, tier: true } })
      : null;
  return { conversationId: id, reason: kind, language: language ?? 'zh', team, ...(customer && { customer }) };
}

/** What the customer has seen, oldest first: nothing that is for staff. */
async function transcriptOf(client: Client, conversationId: string): Promise<Activity[]> {
  const rows = await client.activity.findMany({
    where: { conversationId, type: 'message', direction: { not: 'internal' } },
    orderBy: { sequence: 'desc' },
    select: { body: true },
    take: TRANSCRIPT,
  });
  return rows.reverse().map(({ body }) => {
    const { channelData: _, ...said } = body as unknown as Activity;
    return said as Activity;
  });
}

function addressOf({ channel, userId, reference }: Conversation): Partial<Activity> {
  const known = reference as { serviceUrl?: string; bot?: Activity['recipient'] } | null;
  return {
    type: ActivityTypes.Event,
    channelId: channel,
    serviceUrl: known?.serviceUrl ?? '',
    from: { id: userId ?? '', name: '', role: 'user' },
    recipient: known?.bot ?? { ...botAccount },
  };
}
