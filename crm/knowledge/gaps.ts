import { v7 } from 'uuid';
import { z } from 'zod';
import type { Language } from '#ai/reading.ts';
import type { Database, Feedback, Gap, GapState } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { NotFound } from '../errors.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';

/** A question that was not answered, or whose answer did not help. */
export interface NewGap {
  question: string;
  language: Language;
  reason: 'unanswered' | 'unhelpful';
  customerId?: string | null;
  conversationId?: string | null;
  productId?: string | null;
}

const LONGEST_QUESTION = 1000;

/** What an answer of the bot carries beside its text; anything else in it is not ours. */
const answerSchema = z.object({
  channelData: z
    .object({
      sources: z
        .array(z.object({ documentId: z.string(), title: z.string(), excerpt: z.string().default('') }))
        .max(20),
    })
    .partial()
    .optional(),
});

/** What the knowledge base lacks, as customers found out. */
export class Gaps {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;

  constructor(db: Database, clock: Clock, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
  }

  /** The same question asked again in a conversation stays one gap. */
  async record(gap: NewGap): Promise<Gap> {
    const question = [...gap.question].slice(0, LONGEST_QUESTION).join('');
    return this.#db.transaction(async (client) => {
      const same = { question, conversationId: gap.conversationId, state: 'open' as const };
      const known = gap.conversationId ? await client.gap.findFirst({ where: same }) : null;
      return known ?? client.gap.create({ data: { ...gap, question, id: v7(), createdAt: this.#clock.now() } });
    });
  }

  /** Newest first. */
  async list(request: PageRequest & { state?: GapState }): Promise<Page<Gap>> {
    const rows = await this.#db.client.gap.findMany({
      where: {
        ...(request.state && { state: request.state }),
        ...olderThan('createdAt', request),
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(request),
    });
    return pageOf(rows, request, (row) => ({ at: row.createdAt, id: row.id }));
  }

  /** Throws NotFound. */
  async changeState(id: string, state: GapState, staffId: string | null): Promise<Gap> {
    return this.#db.transaction(async (client) => {
      if ((await client.gap.count({ where: { id } })) === 0) throw new NotFound('gap', id);
      await this.#audit.record({ staffId, action: 'update', entity: 'gap', entityId: id, fields: ['state'] });
      const closed = state === 'closed' ? { closedAt: this.#clock.now() } : { closedAt: null, articleId: null };
      return client.gap.update({ where: { id }, data: { state, ...closed } });
    });
  }

  /** Closes the gaps that an article answers now. */
  async fill(ids: readonly string[], articleId: string, staffId: string | null): Promise<void> {
    if (ids.length === 0) return;
    await this.#db.transaction(async (client) => {
      await client.gap.updateMany({
        where: { id: { in: [...ids] }, state: 'open' },
        data: { state: 'closed', closedAt: this.#clock.now(), articleId },
      });
      await this.#audit.record({ staffId, action: 'fill', entity: 'gap', entityId: ids[0]!, fields: ['state'] });
    });
  }

  /**
   * Thumbs on an answer; the last word counts. An unhelpful answer makes its question a gap, once. What is no answer of the
   * bot in this conversation is ignored (null): the id comes from the customer's browser.
   */
  async recordFeedback(feedback: {
    activityId: string;
    conversationId: string;
    helpful: boolean;
  }): Promise<Feedback | null> {
    const { activityId, conversationId, helpful } = feedback;
    if (!z.uuid().safeParse(activityId).success) return null;
    return this.#db.transaction(async (client) => {
      const answer = await client.activity.findFirst({
        where: { id: activityId, conversationId, direction: 'outbound', sender: 'bot' },
      });
      if (!answer) return null;
      const before = await client.feedback.findUnique({ where: { activityId } });
      const parsed = answerSchema.safeParse(answer.body);
      const sources = (parsed.success && parsed.data.channelData?.sources) || [];
      const row = { id: v7(), activityId, conversationId, helpful, sources, createdAt: this.#clock.now() };
      const kept = await client.feedback.upsert({ where: { activityId }, create: row, update: { helpful } });
      if (!helpful && before?.helpful !== false) await this.#unhelpful(conversationId, answer.sequence);
      return kept;
    });
  }

  async #unhelpful(conversationId: string, sequence: number): Promise<void> {
    const client = this.#db.client;
    const asked = await client.activity.findFirst({
      where: { conversationId, sequence: { lt: sequence }, direction: 'inbound', type: 'message', text: { not: null } },
      orderBy: { sequence: 'desc' },
    });
    const conversation = await client.conversation.findUnique({ where: { id: conversationId } });
    if (!asked?.text) return;
    await this.record({
      question: asked.text,
      language: conversation?.language === 'en' ? 'en' : 'zh',
      reason: 'unhelpful',
      customerId: conversation?.customerId,
      conversationId,
    });
  }
}
