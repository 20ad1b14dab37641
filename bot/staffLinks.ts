import { NotificationAccounts } from '#crm/notifications/accounts.ts';
import type { Services } from '#crm/services.ts';
import type { Database, Prisma } from '#prisma/client.ts';
import { ownChannelIds } from './channels/channel.ts';
import { wordsIn } from './notifiers/words.ts';
import type { Decide, Turn } from './turns/turn.ts';

/**
 * A member of staff who writes the code that their desk shows, in Teams or another channel of the Bot Framework, is told there
 * from now on. Whatever is no code that we gave is a customer's message like any other.
 */
export function withStaffLinks(
  decide: Decide,
  { db, services }: { db: Database; services: Pick<Services, 'notificationAccounts'> },
): Decide {
  return async (turn) => {
    const { text, type, conversation } = turn.activity;
    const asked = turn.direction === 'inbound' && type === 'message' && NotificationAccounts.isCode(text);
    if (!asked || ownChannelIds.includes(turn.channel)) return decide(turn);
    // What the others of a group must not read is not sent there.
    const personal = conversation?.conversationType === undefined || conversation.conversationType === 'personal';
    const linked = personal && !conversation?.isGroup && (await link(turn, text, db, services));
    if (!linked) return decide(turn);
    const reply = wordsIn(linked.language === 'en' ? 'en' : 'zh').linked(linked.name);
    return { replies: [{ type: 'message', text: reply }] };
  };
}

async function link(turn: Turn, text: string, db: Database, services: Pick<Services, 'notificationAccounts'>) {
  const kept = await db.client.conversation.findUnique({
    where: { id: turn.conversationId },
    select: { reference: true, channel: true, userId: true, externalId: true },
  });
  if (!kept?.reference) return null;
  return services.notificationAccounts.redeem(text, {
    way: 'teams',
    address: `${kept.channel}:${turn.userId ?? kept.userId ?? kept.externalId}`,
    reference: { reference: kept.reference, claims: turn.claims } as Prisma.InputJsonObject,
  });
}
