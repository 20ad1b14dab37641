import { v7 } from 'uuid';
import type { Client } from '#prisma/client.ts';
import type { Messenger } from '../messenger.ts';
import { datedPromises } from './dueAt.ts';
import { log, type PromiseParts } from './promise.ts';
import { answered } from './settle.ts';

/**
 * The way to customers with an ear: what staff say to a customer settles what the bot promised in their name, and the
 * promises in it are noticed, in the transaction in which it is said.
 */
export function listeningMessenger(parts: PromiseParts): Messenger {
  const { db, clock, messenger } = parts;
  return {
    send: (conversationId, event) => messenger.send(conversationId, event),
    handoff: (conversationId, news) => messenger.handoff(conversationId, news),
    say: (conversationId, text, staff, files) =>
      db.transaction(async (client) => {
        await messenger.say(conversationId, text, staff, files);
        await answered(parts, client, { conversationId, staffId: staff.id, at: clock.now() });
        await notice(parts, client, { conversationId, staffId: staff.id, text });
      }),
  };
}

/** Proposes what is promised in a message; what was proposed or confirmed before is not proposed again. Returns how many are new. */
export async function notice(
  { db, clock, shop }: PromiseParts,
  client: Client,
  { conversationId, staffId, text }: { conversationId: string; staffId: string; text: string },
): Promise<number> {
  const now = clock.now();
  const found = datedPromises(text, now, await shop.calendar());
  if (found.length === 0) return 0;
  const { customerId } = await client.conversation.findUniqueOrThrow({ where: { id: conversationId } });
  const said = await client.activity.findFirst({
    where: { conversationId, direction: 'outbound' },
    orderBy: { sequence: 'desc' },
    select: { id: true, text: true },
  });
  const known = await client.customerPromise.findMany({
    where: { conversationId, staffId, kind: 'said', settledAt: null },
    select: { text: true, dueAt: true },
  });
  const isKnown = (words: string, dueAt: Date | null) =>
    known.some((other) => other.text === words || (dueAt !== null && other.dueAt?.getTime() === dueAt.getTime()));
  let noticed = 0;
  for (const promise of found) {
    if (isKnown(promise.text, promise.dueAt)) continue;
    const id = v7();
    await client.customerPromise.create({
      data: {
        id,
        conversationId,
        customerId,
        staffId,
        text: promise.text,
        dueAt: promise.dueAt,
        createdAt: now,
        activityId: said?.text === text ? said.id : null,
      },
    });
    await log(db, client, { id, conversationId }, { kind: 'proposed', at: now, staffId });
    noticed++;
  }
  return noticed;
}
