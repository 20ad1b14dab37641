import { type Answerer, type CatalogueFact, createAnswerer as createQuotingAnswerer } from '#ai/answerer.ts';
import type { Embedder } from '#ai/embedder.ts';
import { snippet } from '#ai/highlight.ts';
import { QuestionWeight } from '#ai/questionWeight.ts';
import type { Language } from '#ai/reading.ts';
import { spelledOut } from '#ai/search/shortSpeech.ts';
import type { SearchIndex } from '#ai/searchIndex.ts';
import type { Article, Database, Feedback, Gap, GapState } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { NotFound } from '../errors.ts';
import { explain } from '../explanation.ts';
import { inLanguage } from '../localized.ts';
import type { Page, PageRequest } from '../page.ts';
import { factsOf } from '../products/attributeAnswer.ts';
import type { Product } from '../products/catalogue.ts';
import { namesOf } from '../products/productNames.ts';
import type { Products } from '../products/products.ts';
import type { ArticleInput } from './article.ts';
import { Articles } from './articles.ts';
import { ArticleVectors } from './articleVectors.ts';
import type { Audience } from './audience.ts';
import { type GapCluster, gapClusters } from './gapClusters.ts';
import { gapDraft } from './gapDraft.ts';
import { type GapGroup, type GapsAsked, gapGroups } from './gapFates.ts';
import { Gaps, type NewGap } from './gaps.ts';
import { KnowledgeIndex } from './knowledgeIndex.ts';
import { type Reasked, reask } from './reask.ts';

/** A text that may answer a question. `excerpt` is the part that fits, plain text. `score` is only comparable within one search. */
export interface Passage {
  articleId: string;
  slug: string;
  title: string;
  excerpt: string;
  /** Where the words of the question stand in it: ranges of UTF-16 units. */
  marks: [start: number, end: number][];
  score: number;
}

/** An answer that rests on articles. `confidence` is 0 to 1. */
export interface KnowledgeAnswer {
  text: string;
  sources: { documentId: string; title: string; excerpt: string }[];
  confidence: number;
}

interface Asked {
  language: Language;
  product?: Product | null;
  audience?: Audience;
  general?: boolean;
}

/** What knowledge is made of beside the database. */
export interface KnowledgeParts {
  db: Database;
  clock: Clock;
  audit: Audit;
  products: Products;
  createAnswerer: (parts: { index: SearchIndex }) => Answerer;
  /** Absent: articles are found by their words alone. */
  embedder?: Embedder | undefined;
  onFault: (fault: unknown) => void;
}

const EXCERPT = 160;
const PASSAGES = 5;
/** How many articles of the nearest in meaning are looked at beside those with the question's words. */
const NEAREST = 30;

/** What the shop knows beside the facts of its catalogue. */
export class Knowledge {
  readonly articles: Articles;
  readonly #db: Database;
  readonly #products: Products;
  readonly #vectors: ArticleVectors | undefined;
  readonly #index: KnowledgeIndex;
  readonly #answerer: Answerer;
  readonly #gaps: Gaps;

  constructor({ db, clock, audit, products, createAnswerer, embedder, onFault }: KnowledgeParts) {
    this.#db = db;
    this.#vectors = embedder && new ArticleVectors({ db, clock, embedder, onFault });
    this.articles = new Articles(db, clock, audit);
    this.#products = products;
    this.#index = new KnowledgeIndex(db, clock, products, onFault, this.#vectors);
    this.#answerer = createAnswerer({ index: this.#index.index });
    this.#gaps = new Gaps(db, clock, audit);
  }

  /** Loads the index, so that the first question need not wait. */
  async warm(): Promise<void> {
    await this.#index.ready();
  }

  /** A question made ready to tell how much of it a text holds, by how rare its words are in the articles. */
  async weigh(question: string): Promise<QuestionWeight> {
    await this.#index.ready();
    return new QuestionWeight(spelledOut(question), this.#index.index);
  }

  /** Articles that fit a question, best first; those of `productSku` are preferred, those of other products left out. */
  async search(
    question: string,
    { limit = PASSAGES, ...options }: { language: Language; productSku?: string; audience?: Audience; limit?: number },
  ): Promise<Passage[]> {
    await this.#index.ready();
    return this.#index.search(question, { ...options, limit }).map(({ article, score, terms }) => {
      const { text: excerpt, marks } = snippet(article.text, terms, EXCERPT);
      return { articleId: article.id, slug: article.slug, title: article.title, excerpt, marks, score };
    });
  }

  /**
   * An answer with its sources, from what the customer's class may hear (none given: the public); `general`: only from articles that
   * belong to no product. null: the knowledge base does not answer this.
   */
  async answer(asked: string, { language, product, audience, general }: Asked): Promise<KnowledgeAnswer | null> {
    const question = spelledOut(asked);
    await this.#index.ready();
    const nearest = await this.#vectors?.nearest(question, language, NEAREST);
    const wanted = { language, productSku: product?.sku, audience, nearest, limit: PASSAGES };
    const found = this.#index.search(question, wanted);
    const hits = general ? found.filter(({ article }) => article.productSkus.size === 0) : found;
    const passages = hits.map(({ article: { id, title, text, productSkus } }) => ({
      documentId: id,
      title,
      text,
      language,
      related: product ? productSkus.has(product.sku) : false,
    }));
    const about = product
      ? { rows: [await this.#rowsOf(product, language)], productId: product.id, names: namesOf(product) }
      : {};
    const answer = await this.#answerer.answer({ question, language, passages, ...about });
    explain(() => ({
      kind: 'passages',
      question,
      candidates: hits.map(({ article: { id, title }, score }) => ({ documentId: id, title, score })),
      chosen: (answer?.citations ?? []).map(({ sentence, ...source }) => ({ ...source, excerpt: sentence })),
      confidence: answer?.confidence ?? null,
    }));
    if (!answer) return null;
    const { text, confidence, citations } = answer;
    const sources = citations.map(({ documentId, title, sentence }) => ({ documentId, title, excerpt: sentence }));
    return { text, confidence, sources };
  }

  /** All that the catalogue knows of a product, for a model to read: a property a line. */
  async #rowsOf(product: Product, language: Language): Promise<CatalogueFact> {
    const facts = factsOf(product, await this.#products.catalogue(), language);
    const sentence = facts.map(({ label, value }) => `${label}: ${value}`).join('\n');
    return { documentId: `product:${product.sku}`, title: inLanguage(product.name, language), sentence };
  }

  /** Makes or replaces the article of this slug and language; see Articles.save. */
  async save(article: ArticleInput, staffId: string | null): Promise<Article> {
    return this.articles.save(article, staffId);
  }

  /** Throws NotFound. */
  async remove(id: string, staffId: string | null): Promise<void> {
    return this.articles.remove(id, staffId);
  }

  /** Keeps a question that nobody could answer; see Gaps. */
  async recordGap(gap: NewGap): Promise<Gap> {
    return this.#gaps.record(gap);
  }

  /** Newest first. */
  async gaps(request: PageRequest & { state?: GapState }): Promise<Page<Gap>> {
    return this.#gaps.list(request);
  }

  /** Closes or reopens a gap. Throws NotFound. */
  async changeGap(id: string, state: GapState, staffId: string | null): Promise<Gap> {
    return this.#gaps.changeState(id, state, staffId);
  }

  /** Open questions that ask the same together, the costliest first; see gapClusters. */
  async gapClusters(): Promise<GapCluster[]> {
    await this.#index.ready();
    return gapClusters(this.#db, (term) => this.#index.index.rarity(term));
  }

  /** Questions of a span that ask the same together, with what became of them; see gapFates. */
  async gapGroups(asked: GapsAsked): Promise<GapGroup[]> {
    await this.#index.ready();
    return gapGroups(this.#db.client, asked, (term) => this.#index.index.rarity(term));
  }

  /** An article to be finished, from what colleagues answered; `gapId` is any of the cluster. Throws NotFound. */
  async gapDraft(gapId: string): Promise<ArticleInput> {
    const cluster = (await this.gapClusters()).find(({ gaps }) => gaps.some(({ id }) => id === gapId));
    if (!cluster) throw new NotFound('gap', gapId);
    return gapDraft(this.#db, cluster);
  }

  /** Asks the open questions again that a published article may answer, and closes those that it does. Throws NotFound. */
  async reask(articleId: string, staffId: string | null): Promise<Reasked[]> {
    const { id, language, published } = await this.articles.get(articleId);
    if (!published) return [];
    const answerer = createQuotingAnswerer({ index: this.#index.index });
    const asked = await reask(
      { db: this.#db, products: this.#products, index: this.#index, answerer },
      { id, language },
    );
    const answered = asked.filter((each) => each.answered).map(({ gapId }) => gapId);
    await this.#gaps.fill(answered, id, staffId);
    return asked;
  }

  /** Thumbs on an answer; null where it is no answer of this conversation. See Gaps. */
  async recordFeedback(said: {
    activityId: string;
    conversationId: string;
    helpful: boolean;
  }): Promise<Feedback | null> {
    return this.#gaps.recordFeedback(said);
  }

  /** Stops listening for changes. */
  async close(): Promise<void> {
    this.#index.close();
    await this.#vectors?.close();
  }

  /** Waits until every change that is known has reached the index. */
  async settled(): Promise<void> {
    await this.#index.settled();
    await this.#vectors?.settled();
  }
}
