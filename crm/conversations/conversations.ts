import type { Activity, Conversation, Database, Holder, Prisma } from '#prisma/client.ts';
import { Conflict, NotFound } from '../errors.ts';
import { type Explanation, explanationSchema } from '../explanation.ts';
import type { Messenger } from '../messenger.ts';
import { olderThan, type Page, type PageRequest, pageOf, positionOf, rowsFor } from '../page.ts';

export type { Conversation } from '#prisma/client.ts';

/** A conversation as a list shows it; `lastText` is what was last said by anybody. */
export interface ConversationSummary extends Conversation {
  customer: { id: string; name: string | null } | null;
  staff: { id: string; name: string } | null;
  lastText: string | null;
}

/** Which conversations, by who speaks for the shop, by customer, or by the person who has them. */
export interface ConversationFilter extends PageRequest {
  holder?: Holder;
  customerId?: string;
  staffId?: string;
}

const person = { select: { id: true, name: true } } as const;
const names = { customer: person, staff: person } satisfies Prisma.ConversationInclude;

/** Talks with customers, and who speaks for the shop in them. */
export class Conversations {
  readonly #db: Database;
  readonly #messenger: Messenger;

  constructor(db: Database, messenger: Messenger) {
    this.#db = db;
    this.#messenger = messenger;
  }

  async find(id: string): Promise<Conversation | null> {
    return this.#db.client.conversation.findUnique({ where: { id } });
  }

  /** Throws NotFound. */
  async get(id: string): Promise<ConversationSummary> {
    const row = await this.#db.client.conversation.findUnique({ where: { id }, include: names });
    if (!row) throw new NotFound('conversation', id);
    return { ...row, lastText: (await this.#lastTexts([id])).get(id) ?? null };
  }

  /** Last spoken first. */
  async list(filter: ConversationFilter): Promise<Page<ConversationSummary>> {
    const { holder, customerId, staffId } = filter;
    const rows = await this.#db.client.conversation.findMany({
      where: {
        holder,
        customerId,
        staffId,
        ...olderThan('lastActivityAt', filter),
      },
      include: names,
      orderBy: [{ lastActivityAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(filter),
    });
    const page = pageOf(rows, filter, (row) => ({ at: row.lastActivityAt, id: row.id }));
    const texts = await this.#lastTexts(page.items.map((row) => row.id));
    return { ...page, items: page.items.map((row) => ({ ...row, lastText: texts.get(row.id) ?? null })) };
  }

  /** What was said and done, newest first. Throws NotFound. */
  async messages(id: string, request: PageRequest = {}): Promise<Page<Omit<Activity, 'explanation'>>> {
    if (!(await this.find(id))) throw new NotFound('conversation', id);
    const after = positionOf(request.cursor);
    const before = after && (await this.#db.client.activity.findFirst({ where: { id: after.id, conversationId: id } }));
    const rows = await this.#db.client.activity.findMany({
      where: { conversationId: id, ...(before && { sequence: { lt: before.sequence } }) },
      omit: { explanation: true },
      orderBy: { sequence: 'desc' },
      take: rowsFor(request),
    });
    return pageOf(rows, request, (row) => ({ at: row.createdAt, id: row.id }));
  }

  /** How a reply of the bot came about, as it was kept with the reply; null where nothing was. Throws NotFound. */
  async explanation(id: string, activityId: string): Promise<Explanation | null> {
    const found = await this.#db.client.activity.findFirst({
      where: { id: activityId, conversationId: id },
      select: { explanation: true },
    });
    if (!found) throw new NotFound('message', activityId);
    const parsed = explanationSchema.safeParse(found.explanation);
    return parsed.success ? parsed.data : null;
  }

  /** The customer asked for a person: the conversation waits in the queue while the bot goes on helping. Does nothing if a person has it. */
  async queue(id: string): Promise<void> {
    await this.#db.transaction(async (client) => {
      const { count } = await client.conversation.updateMany({
        where: { id, holder: 'bot' },
        data: { holder: 'queue' },
      });
      if (count > 0) this.#db.signals.publish('conversations', { conversationId: id });
    });
  }

  /** A person speaks from now on; the bot is silent. Throws NotFound, Conflict if a colleague has it. */
  async takeover(id: string, staffId: string): Promise<ConversationSummary> {
    await this.#db.transaction(async (client) => {
      const { count } = await client.conversation.updateMany({
        where: { id, OR: [{ holder: { not: 'person' } }, { staffId }] },
        data: { holder: 'person', staffId },
      });
      if (count === 0) await this.#refuse(id);
      this.#db.signals.publish('conversations', { conversationId: id });
    });
    return this.get(id);
  }

  /** Back to the bot; the dialogs are told by the event `released`. Throws NotFound, Conflict unless one has it (a manager may take it from a colleague). */
  async release(id: string, staffId: string): Promise<ConversationSummary> {
    await this.#db.transaction(async (client) => {
      const reader = await client.staff.findUnique({ where: { id: staffId }, select: { role: true } });
      const mine = reader && reader.role !== 'staff' ? {} : { staffId };
      const { count } = await client.conversation.updateMany({
        where: { id, holder: 'person', ...mine },
        data: { holder: 'bot', staffId: null },
      });
      if (count === 0) await this.#refuse(id);
      await this.#messenger.send(id, { kind: 'released', ids: { staffId } });
      this.#db.signals.publish('conversations', { conversationId: id });
    });
    return this.get(id);
  }

  /** Sends what a member of staff wrote. Throws NotFound, Conflict unless this person has the conversation. */
  async say(id: string, staffId: string, text: string): Promise<void> {
    await this.#db.transaction(async (client) => {
      const found = await client.conversation.findFirst({ where: { id, holder: 'person', staffId }, include: names });
      if (!found?.staff) return this.#refuse(id);
      await this.#messenger.say(id, text, found.staff);
    });
  }

  async #refuse(id: string): Promise<never> {
    const found = await this.find(id);
    if (!found) throw new NotFound('conversation', id);
    if (found.holder === 'person') throw new Conflict('conversationTaken', 'A colleague has this conversation.');
    throw new Conflict('conversationNotTaken', 'Take the conversation over first.');
  }

  async #lastTexts(ids: string[]): Promise<Map<string, string | null>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#db.client.$queryRaw<{ id: string; text: string | null }[]>`
      SELECT c.id, a.text FROM unnest(${ids}::uuid[]) AS c(id) CROSS JOIN LATERAL (
        SELECT text FROM "Activity" WHERE "conversationId" = c.id AND type = 'message' AND text IS NOT NULL
         ORDER BY sequence DESC LIMIT 1) a`;
    return new Map(rows.map((row) => [row.id, row.text]));
  }
}
