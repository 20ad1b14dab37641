import type { Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import type { Conversations } from '../conversations/conversations.ts';
import { NotFound } from '../errors.ts';
import { type NextContact, nextTask } from './nextContact.ts';
import type { Tasks } from './tasks.ts';

/** What is planned with a customer after a conversation. */
export class Contacts {
  readonly #parts: { db: Database; clock: Clock; tasks: Tasks; conversations: Conversations };

  constructor(parts: { db: Database; clock: Clock; tasks: Tasks; conversations: Conversations }) {
    this.#parts = parts;
  }

  /** Plans the next contact, or notes that there is none; colleagues read it in the conversation. Throws NotFound, InvalidInput. */
  async afterConversation(id: string, staffId: string, next: NextContact): Promise<void> {
    const { db, clock, tasks, conversations } = this.#parts;
    await db.transaction(async (client) => {
      const talk = await client.conversation.findUnique({
        where: { id },
        include: { customer: { select: { name: true } } },
      });
      if (!talk) throw new NotFound('conversation', id);
      if (next) {
        const title = talk.customer?.name ? `${talk.customer.name} · 回访 / Follow up` : '回访 / Follow up';
        const contact = { title, customerId: talk.customerId, conversationId: id, complaintId: null };
        await tasks.raise(nextTask(contact, next, { staffId, now: clock.now() }), staffId);
      }
      const said = next ? next.dueAt.toISOString().slice(0, 10) : '不需要 / none';
      await conversations.whisper(id, staffId, `下次联系 / Next contact: ${said}`);
    });
  }
}
