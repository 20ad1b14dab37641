import type { Activity, Conversation, Database, Holder, Prisma } from '#prisma/client.ts';
import { NotFound } from '../errors.ts';
import { type Explanation, explanationSchema } from '../explanation.ts';
import type { Localized } from '../localized.ts';
import { olderThan, type Page, type PageRequest, pageOf, positionOf, rowsFor } from '../page.ts';
import { type ClockSummary, levelNow } from '../serviceLevels/level.ts';
import type { Metric } from '../serviceLevels/metrics.ts';
import { HandoffQueue, QUEUE_READ, type QueuePlace, queueOrder } from './handoffQueue.ts';
import { acceptNext, mayHold, release, takeover } from './holding.ts';
import { type DeskStatus, otherDesk } from './otherDesk.ts';
import type { ConversationParts } from './parts.ts';
import { QueueBoard, queueMoved } from './queueBoard.ts';
import { type SaidElsewhere, saidElsewhere } from './saidElsewhere.ts';
import { type StaffFile, say, sendFile } from './saying.ts';
import { type Transfer, transfer } from './transfer.ts';
import { returnUnanswered } from './unanswered.ts';
import { whisper } from './whisper.ts';

export type { Conversation } from '#prisma/client.ts';

/** A conversation as a list shows it; `lastText` is what was last said by anybody. */
export interface ConversationSummary extends Conversation {
  customer: { id: string; name: string | null; tier: string | null } | null;
  staff: { id: string; name: string } | null;
  /** The team for which it waits. */
  team: { id: string; name: Localized } | null;
  lastText: string | null;
  /** How the wait for the shop's answer stands; null: nobody waits, or the minute job has not seen it. */
  level: ConversationLevel | null;
}

export type ConversationLevel = Pick<
  ClockSummary,
  'id' | 'metric' | 'level' | 'dueAt' | 'riskAt' | 'pausedUntil' | 'pauseReason' | 'pauseNote'
>;

/** Which conversations, by who speaks for the shop, by customer, or by the person who has them. */
export interface ConversationFilter extends PageRequest {
  holder?: Holder;
  customerId?: string;
  staffId?: string;
}

const person = { select: { id: true, name: true } } as const;
const names = {
  customer: { select: { id: true, name: true, tier: true } },
  staff: person,
  team: person,
  clocks: { where: { finishedAt: null }, orderBy: { startedAt: 'asc' }, take: 1 },
} satisfies Prisma.ConversationInclude;
type Named = Prisma.ConversationGetPayload<{ include: typeof names }>;

/** Talks with customers, and who speaks for the shop in them. */
export class Conversations {
  readonly #parts: ConversationParts;
  readonly #db: Database;
  readonly #queue: HandoffQueue;
  readonly #board: QueueBoard;

  constructor(parts: ConversationParts & { onFault: (fault: unknown) => void }) {
    this.#parts = parts;
    this.#db = parts.db;
    this.#queue = new HandoffQueue(parts);
    this.#board = new QueueBoard(parts.db, () => this.#queue.places(), parts.onFault);
  }

  /** Stops telling customers their places. */
  close(): void {
    this.#board.close();
  }

  async find(id: string): Promise<Conversation | null> {
    return this.#db.client.conversation.findUnique({ where: { id } });
  }

  /** Throws NotFound. */
  async get(id: string): Promise<ConversationSummary> {
    const row = await this.#db.client.conversation.findUnique({ where: { id }, include: names });
    if (!row) throw new NotFound('conversation', id);
    return (await this.#summaries([row]))[0]!;
  }

  /** Last spoken first; those that wait for a person in the order in which they are due: tier first, then who waits longest. */
  async list(filter: ConversationFilter): Promise<Page<ConversationSummary>> {
    const { holder, customerId, staffId } = filter;
    if (holder === 'queue' && !customerId && !staffId) return this.#waiting();
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
    return { ...page, items: await this.#summaries(page.items) };
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
    return this.#queue.enter(id);
  }

  /** Where the customer stands in the queue, and how long people waited lately; null for who does not wait. */
  async place(id: string): Promise<QueuePlace | null> {
    return this.#queue.place(id);
  }

  /**
   * A person speaks from now on; the bot is silent, and what it is deciding just now becomes a suggestion. Throws NotFound,
   * Conflict if a colleague has it or one has as many as one may.
   */
  async takeover(id: string, staffId: string): Promise<ConversationSummary> {
    await this.#db.transaction((client) => takeover(this.#parts, client, id, staffId));
    return this.get(id);
  }

  /** Takes over who is next of those that wait for anybody or for this person's team; null: nobody waits. Throws Conflict for who has as many as one may. */
  async acceptNext(staff: { id: string; teamId: string | null }): Promise<ConversationSummary | null> {
    const id = await this.#db.transaction((client) => acceptNext(this.#parts, client, staff));
    return id ? this.get(id) : null;
  }

  /**
   * To a colleague or a team, who are told, or back into the queue for anybody; the note is for staff. Throws NotFound, InvalidInput,
   * Conflict unless one has it (a manager may take it from a colleague), and where the colleague is not at the desk or has enough.
   */
  async transfer(id: string, by: Transfer): Promise<ConversationSummary> {
    await this.#db.transaction(async (client) => {
      await mayHold(client, id, by.staffId);
      await transfer(this.#parts, client, id, by);
    });
    return this.get(id);
  }

  /** A note between staff in the conversation; no channel ever shows it. Throws NotFound. */
  async whisper(id: string, staffId: string, text: string): Promise<void> {
    await this.#db.transaction(async (client) => {
      if (!(await client.conversation.findUnique({ where: { id } }))) throw new NotFound('conversation', id);
      const { name } = await client.staff.findUniqueOrThrow({ where: { id: staffId } });
      await whisper(client, id, { text, from: { id: staffId, name }, at: this.#parts.clock.now() });
      this.#db.signals.publish('conversations', { conversationId: id });
    });
  }

  /** Shows the customer, and colleagues who look at it, that this person writes. Never stored. Nothing unless the conversation is theirs. */
  async typing(id: string, staff: { id: string; name: string }): Promise<void> {
    const found = await this.find(id);
    this.#db.signals.broadcast('typing', { conversationId: id, staffId: staff.id, name: staff.name });
    if (found?.holder !== 'person' || found.staffId !== staff.id) return;
    const from = { id: `staff:${staff.id}`, name: staff.name, role: 'bot' };
    const activity = { type: 'typing', from, channelData: { sender: 'person' } };
    this.#db.signals.broadcast('ephemeral', { conversationId: id, activity });
  }

  /** Shows colleagues who look at it that this person does, too, or not any more. Never stored. */
  viewing(id: string, staff: { id: string; name: string }, here: boolean): void {
    this.#db.signals.broadcast('viewing', { conversationId: id, staffId: staff.id, name: staff.name, here });
  }

  /** Whose customers wait for an answer too long, or whose person has left, go back to the queue. Safe to run twice. Returns how many. */
  async runUnanswered(now: Date): Promise<number> {
    // Waits grow and people leave without anything happening: who waits is told anew each time.
    queueMoved(this.#db);
    return returnUnanswered(this.#parts, now);
  }

  /** Back to the bot; the dialogs are told by the event `released`. Throws NotFound, Conflict unless one has it (a manager may take it from a colleague). */
  async release(id: string, staffId: string): Promise<ConversationSummary> {
    await this.#db.transaction((client) => release(this.#parts, client, id, staffId));
    return this.get(id);
  }

  /** What another desk on the customer's channel did; false: it does not fit what is, and nothing changed. Throws NotFound. */
  async otherDesk(id: string, status: DeskStatus): Promise<boolean> {
    return otherDesk(this.#parts, id, status);
  }

  /** Keeps what a person at another desk said to the customer, once. Throws NotFound. */
  async saidElsewhere(id: string, said: SaidElsewhere): Promise<void> {
    return saidElsewhere(this.#parts, id, said);
  }

  /** Sends what a member of staff wrote. Throws NotFound, Conflict unless this person has the conversation. */
  async say(id: string, staffId: string, text: string): Promise<void> {
    return say(this.#parts, id, staffId, text);
  }

  /** Keeps a file and sends it. Throws as `say` does, InvalidInput for one that is empty or too large, FileKindRefused. */
  async sendFile(id: string, staffId: string, file: StaffFile): Promise<void> {
    return sendFile(this.#parts, id, staffId, file);
  }

  /** The queue is never long: it is read whole, in its own order. */
  async #waiting(): Promise<Page<ConversationSummary>> {
    const rows = await this.#db.client.conversation.findMany({
      where: { holder: 'queue' },
      include: names,
      orderBy: [{ queuedAt: 'asc' }, { id: 'asc' }],
      take: QUEUE_READ,
    });
    return { items: await this.#summaries(rows.sort(queueOrder)), nextCursor: null };
  }

  async #summaries(rows: Named[]): Promise<ConversationSummary[]> {
    const { clocks: kept, clock } = this.#parts;
    const now = clock.now();
    const texts = await this.#lastTexts(rows.map(({ id }) => id));
    return Promise.all(
      rows.map(async ({ clocks: [waits], ...row }) => ({
        ...row,
        team: row.team && { ...row.team, name: row.team.name as Localized },
        lastText: texts.get(row.id) ?? null,
        level: waits ? { ...waits, metric: waits.metric as Metric, ...(await levelNow(kept, waits, now)) } : null,
      })),
    );
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
