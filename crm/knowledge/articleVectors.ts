import { AsyncResource } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { cosine, type Embedder } from '#ai/embedder.ts';
import { LanguageModelError } from '#ai/languageModel.ts';
import { Mask } from '#ai/masking.ts';
import { modelTurn } from '#ai/modelTurn.ts';
import type { Language } from '#ai/reading.ts';
import type { Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';

/** What an article is to be found by. */
export interface EmbeddedArticle {
  id: string;
  language: Language;
  title: string;
  text: string;
}

const BATCH = 32;
/** Changes come in bursts; the first of them waits for the others. */
const GATHER_MS = 50;
/** After a fault the rest waits; whatever is asked meanwhile is answered without vectors. */
const AGAIN_MS = 60_000;
/** Embedding models read a few thousand tokens; the beginning of an article says what it is about. */
const LONGEST = 4000;
/** A question's vector may cost the customer so much of the wait for an answer. */
const QUESTION_MS = 800;
const KEPT_QUESTIONS = 500;

/**
 * What the published articles mean, beside the words that they use: vectors of an embedding model, kept in PostgreSQL and in
 * memory, made in the background as articles change. Whatever fails here is tried again later and is missed by nobody: the search
 * by words stands.
 */
export class ArticleVectors {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #embedder: Embedder;
  readonly #onFault: (fault: unknown) => void;
  readonly #outside: (work: () => Promise<void>) => Promise<void>;
  readonly #vectors = new Map<string, { language: Language; vector: Int8Array }>();
  readonly #questions = new Map<string, Int8Array>();
  #waiting = new Map<string, EmbeddedArticle>();
  #work: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(parts: { db: Database; clock: Clock; embedder: Embedder; onFault: (fault: unknown) => void }) {
    this.#db = parts.db;
    this.#clock = parts.clock;
    this.#embedder = parts.embedder;
    this.#onFault = parts.onFault;
    this.#outside = AsyncResource.bind((work: () => Promise<void>) => work());
  }

  /** How many articles can be found by what they mean. */
  get size(): number {
    return this.#vectors.size;
  }

  /** An article is new or has changed; its vector follows when there is time. */
  put(article: EmbeddedArticle): void {
    this.#waiting.set(article.id, article);
    this.#later(GATHER_MS);
  }

  /** An article is gone. */
  remove(id: string): void {
    this.#waiting.delete(id);
    this.#vectors.delete(id);
  }

  /**
   * Ids of the articles nearest to a question, best first; empty where no vector can be had in time. Asked in a turn only: outside
   * of one nobody is waiting, and the words alone decide.
   */
  async nearest(question: string, language: Language, limit: number): Promise<string[]> {
    const turn = modelTurn();
    if (!turn || this.#vectors.size === 0) return [];
    const masked = new Mask(turn.secrets).hide(question);
    const wanted = this.#questions.get(masked) ?? (await this.#embedQuestion(masked, turn));
    if (!wanted) return [];
    return [...this.#vectors]
      .filter(([, article]) => article.language === language)
      .map(([id, { vector }]) => ({ id, near: cosine(wanted, vector) }))
      .sort((a, b) => b.near - a.near)
      .slice(0, limit)
      .map(({ id }) => id);
  }

  /** Waits until every article that is known by now has its vector, or the server has failed. */
  async settled(): Promise<void> {
    this.#begin();
    await this.#work;
  }

  /** Stops; what still waits is done after the next start. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#work;
  }

  async #embedQuestion(masked: string, turn: NonNullable<ReturnType<typeof modelTurn>>) {
    const { patience, conversationId } = turn;
    const timeoutMs = Math.min(QUESTION_MS, patience.leftMs);
    if (timeoutMs === 0) return undefined;
    const answered = patience.wait();
    try {
      const [vector] = await this.#embedder.embed([masked], { timeoutMs, conversationId });
      const oldest = this.#questions.keys().next().value;
      if (this.#questions.size >= KEPT_QUESTIONS && oldest !== undefined) this.#questions.delete(oldest);
      if (vector) this.#questions.set(masked, vector);
      return vector;
    } catch (error) {
      if (error instanceof LanguageModelError) return undefined;
      throw error;
    } finally {
      answered();
    }
  }

  #later(ms: number): void {
    if (this.#closed) return;
    this.#timer ??= setTimeout(() => this.#begin(), ms).unref();
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#work = this.#work.then(() => this.#outside(() => this.#follow()));
  }

  async #follow(): Promise<void> {
    while (this.#waiting.size > 0 && !this.#closed) {
      const batch = [...this.#waiting.values()].slice(0, BATCH);
      try {
        await this.#make(batch);
      } catch (fault) {
        if (!(fault instanceof LanguageModelError)) this.#onFault(fault);
        this.#later(AGAIN_MS);
        return;
      }
      for (const article of batch) if (this.#waiting.get(article.id) === article) this.#waiting.delete(article.id);
    }
  }

  /** Takes from the database what was made of the same text; has the rest made. */
  async #make(batch: readonly EmbeddedArticle[]): Promise<void> {
    const { model } = this.#embedder;
    const rows = await this.#db.client.articleVector.findMany({
      where: { model, articleId: { in: batch.map(({ id }) => id) } },
    });
    const kept = new Map(rows.map((row) => [row.articleId, row]));
    const missing = batch.filter((article) => {
      const row = kept.get(article.id);
      if (row?.textHash !== hashOf(article)) return true;
      this.#set(
        article,
        Int8Array.from(row.vector, (byte) => (byte << 24) >> 24),
      );
      return false;
    });
    if (missing.length === 0) return;
    const vectors = await this.#embedder.embed(missing.map(textOf));
    for (const [place, article] of missing.entries()) {
      const vector = vectors[place]!;
      const data = { textHash: hashOf(article), vector: Buffer.from(vector), madeAt: this.#clock.now() };
      const key = { articleId: article.id, model };
      await this.#db.client.articleVector.upsert({
        where: { articleId_model: key },
        create: { ...key, ...data },
        update: data,
      });
      this.#set(article, vector);
    }
  }

  #set({ id, language }: EmbeddedArticle, vector: Int8Array): void {
    if (this.#waiting.has(id)) this.#vectors.set(id, { language, vector });
  }
}

const textOf = ({ title, text }: EmbeddedArticle): string => `${title}\n${text}`.slice(0, LONGEST);

const hashOf = (article: EmbeddedArticle): string => createHash('sha256').update(textOf(article)).digest('hex');
