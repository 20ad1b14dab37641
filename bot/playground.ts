import { v7 } from 'uuid';
import type { Clock } from '#crm/clock.ts';
import { type Explanation, explanationSchema } from '#crm/explanation.ts';
import type { Database } from '#prisma/client.ts';
import type { Decide } from './turns/turn.ts';

/** A question that staff try, as a customer of this class and language would ask it. */
export interface TriedQuestion {
  text: string;
  language: 'zh' | 'en';
  audience: string;
}

/** What the bot would say, and why. */
export interface TriedReply {
  text: string;
  buttons: string[];
  sources: { documentId: string; title: string; excerpt: string }[];
  explanation: Explanation | null;
}

/** Runs a real turn in a conversation that is rolled back with everything the turn did: nothing of it is stored or sent. */
export function createPlayground(db: Database, clock: Clock, decide: Decide) {
  return ({ text, language, audience }: TriedQuestion): Promise<TriedReply[]> =>
    db.unitOfWork(async (unit) => {
      try {
        const now = clock.now();
        const [conversationId, activityId, customerId] = [v7(), v7(), v7()];
        const customer = await db.transaction(async (client) => {
          const made = await client.customer.create({ data: { id: customerId, audience, language, createdAt: now } });
          await client.conversation.create({
            data: { id: conversationId, channel: 'playground', externalId: conversationId, customerId, language },
          });
          return made;
        });
        const { replies, explanations } = await decide({
          conversationId,
          activityId,
          activity: {
            id: activityId,
            type: 'message',
            text,
            timestamp: now,
            from: { id: customerId, name: '' },
            channelId: 'playground',
            conversation: { id: conversationId, isGroup: false, conversationType: '', name: '' },
            recipient: { id: 'zhiyin', name: '' },
          },
          direction: 'inbound',
          channel: 'playground',
          userId: customerId,
          customerId,
          customer: JSON.parse(JSON.stringify(customer)) as Record<string, unknown>,
          language,
          claims: null,
          state: null,
          ephemeral: () => undefined,
        });
        return replies.filter(({ type }) => type === 'message').map((reply) => shown(reply, explanations));
      } finally {
        await unit.abandon();
      }
    });
}

function shown(
  reply: Awaited<ReturnType<Decide>>['replies'][number],
  explanations: ReadonlyMap<string, object> | undefined,
): TriedReply {
  const explanation = explanationSchema.safeParse(explanations?.get(reply.id ?? ''));
  const data = (reply.channelData ?? {}) as { sources?: TriedReply['sources'] };
  return {
    text: reply.text ?? '',
    buttons: reply.suggestedActions?.actions?.map(({ title }) => title) ?? [],
    sources: data.sources ?? [],
    explanation: explanation.success ? explanation.data : null,
  };
}
