import { AsyncResource } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import { type Language, languageSchema } from '#ai/reading.ts';
import { fuseRanks } from '#ai/search/rankFusion.ts';
import { createSearchIndex, type SearchHit, type SearchIndex } from '#ai/searchIndex.ts';
import type { Article, Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import type { Products } from '../products/products.ts';
import { keywordsOf, namesKey } from './articleKeywords.ts';
import { askedKinds, kindWeight } from './askedKinds.ts';
import { type Audience, mayHear } from './audience.ts';
import { plainText } from './plainText.ts';

/** An article as it is searched and quoted: plain text. */
export interface IndexedArticle {
  id: string;
  slug: string;
  language: Language;
  kind: string;
  title: string;
  text: string;
  productSkus: ReadonlySet<string>;
  /** Who may be told of it. */
  audience: string;
  validUntil: Date | null;
  /** Unix milliseconds. */
  updatedAt: number;
}

const BATCH = 500;
/** Putting a few hundred texts in takes long enough that others should have a turn. */
const BREATH = 50;
/** A signal may be lost; then the change is found after this time by asking for what changed since (an index look-up). */
const POLL_MS = 1000;
/** Articles that vanished leave nothing to look up; now and then they are counted. */
const COUNT_MS = 30_000;
/** Clocks of two instances may differ by so much. */
const SKEW_MS = 5_000;
/** What the customer asked about is more likely meant. */
const SAME_PRODUCT = 1.3;

/** Whoever keeps something of their own of each article. */
export interface ArticleFollower {
  put(article: Pick<IndexedArticle, 'id' | 'language' | 'title' | 'text'>): void;
  remove(id: string): void;
}

/** Keeps the published articles of both languages in a search index, fresh by the signal `articles`. */
export class KnowledgeIndex {
  readonly index: SearchIndex = createSearchIndex();
  readonly #articles = new Map<string, IndexedArticle>();
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #products: Products;
  readonly #onFault: (fault: unknown) => void;
  readonly #follower: ArticleFollower | undefined;
  readonly #stops: (() => void)[];
  /** Work on the index runs one after the other, outside of the turn that asked for it. */
  readonly #outside: (work: () => Promise<void>) => Promise<void>;
  #queue: Promise<void> = Promise.resolve();
  #loaded: Promise<void> | null = null;
  #countedAt = 0;
  /** Number and time of the newest articles, as the last look found them. */
  #newest = '';
  #seenUntil = new Date(0);
  /** What products were called when articles were put in, by sku. */
  #names = new Map<string, string>();
  #polling: NodeJS.Timeout | null = null;
  #asking = false;
  /** Number and newest time of the synonyms in use. */
  #synonyms = '';
  #closed = false;

  /** `follower` hears of every article that is put in or taken out. */
  constructor(
    db: Database,
    clock: Clock,
    products: Products,
    onFault: (fault: unknown) => void,
    follower?: ArticleFollower,
  ) {
    this.#follower = follower;
    this.#db = db;
    this.#clock = clock;
    this.#products = products;
    this.#onFault = onFault;
    this.#outside = AsyncResource.bind((work: () => Promise<void>) => work());
    const soon = (work: () => Promise<void>) => {
      if (this.#loaded) void this.#enqueue(work).catch(onFault);
    };
    this.#stops = [
      db.signals.subscribe('articles', ({ articleId }) => {
        // Without an id very many changed at once: an import, the demo shop removed.
        soon(typeof articleId === 'string' ? () => this.#renew([articleId]) : () => this.#catchUp(true));
      }),
      db.signals.subscribe('synonyms', () => soon(() => this.#loadSynonyms())),
      products.onChange(() => soon(() => this.#rename())),
    ];
  }

  /** Loads at the first call; from then on it looks for changes by itself, without making anybody wait. */
  async ready(): Promise<void> {
    this.#loaded ??= this.#enqueue(() => this.#load()).catch((fault: unknown) => {
      this.#loaded = null;
      throw fault;
    });
    await this.#loaded;
  }

  /** Waits until all changes known so far are in the index. */
  async settled(): Promise<void> {
    await this.#queue;
  }

  /** Best first, of what somebody of this audience may hear now; by words, and by meaning where `nearest` says what is near. With a product: its articles before general ones, and none of other products alone. */
  search(
    question: string,
    {
      language,
      productSku,
      audience = 'public',
      nearest = [],
      limit,
    }: { language: Language; productSku?: string; audience?: Audience; nearest?: readonly string[]; limit: number },
  ) {
    const now = this.#clock.now();
    const isOpen = (article: IndexedArticle) =>
      mayHear(audience, article.audience) && (article.validUntil === null || article.validUntil > now);
    const belongs = (article: IndexedArticle) =>
      !productSku || article.productSkus.size === 0 || article.productSkus.has(productSku);
    const accept = (id: string) => {
      const article = this.#articles.get(id)!;
      return isOpen(article) && belongs(article);
    };
    const hits = this.index.search(question, {
      language,
      limit: limit * 3,
      accept,
    });
    const kinds = askedKinds(question);
    const found = hits.map((hit): SearchHit & { article: IndexedArticle } => {
      const article = this.#articles.get(hit.id)!;
      const same = productSku !== undefined && article.productSkus.has(productSku);
      return { ...hit, article, score: hit.score * (same ? SAME_PRODUCT : 1) * kindWeight(article.kind, kinds) };
    });
    const byWords = found.sort((a, b) => b.score - a.score);
    const byMeaning = nearest.filter((id) => this.#articles.get(id)?.language === language && accept(id));
    if (byMeaning.length === 0) return byWords.slice(0, limit);
    const known = new Map(byWords.map((hit) => [hit.id, hit]));
    return [...fuseRanks([byWords.map(({ id }) => id), byMeaning])].slice(0, limit).map(([id, score]) => {
      const hit = known.get(id) ?? { id, coverage: 0, terms: [], article: this.#articles.get(id)! };
      return { ...hit, score };
    });
  }

  close(): void {
    for (const stop of this.#stops) stop();
    if (this.#polling) clearInterval(this.#polling);
    this.#polling = null;
    this.#closed = true;
  }

  /** Asks for what no signal told. One at a time: a slow database is not asked faster. */
  #poll(): void {
    if (this.#asking) return;
    this.#asking = true;
    const now = this.#clock.now().getTime();
    const count = now - this.#countedAt > COUNT_MS;
    if (count) this.#countedAt = now;
    void this.#enqueue(() => this.#catchUp(count))
      .catch((fault: unknown) => {
        if (!this.#closed) this.#onFault(fault);
      })
      .finally(() => {
        this.#asking = false;
      });
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    const done = this.#queue.then(() => this.#outside(work));
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #load(): Promise<void> {
    for (let after: string | undefined; ; ) {
      const rows = await this.#db.client.article.findMany({
        where: { published: true, ...(after && { id: { gt: after } }) },
        orderBy: { id: 'asc' },
        take: BATCH,
      });
      await this.#put(rows);
      after = rows.at(-1)?.id;
      if (rows.length < BATCH) break;
    }
    await this.#loadSynonyms();
    this.#countedAt = this.#clock.now().getTime();
    if (!this.#closed) this.#polling ??= setInterval(() => this.#poll(), POLL_MS).unref();
  }

  async #loadSynonyms(): Promise<void> {
    const groups = await this.#db.client.synonymGroup.findMany({ orderBy: { id: 'asc' } });
    const newest = Math.max(0, ...groups.map(({ updatedAt }) => updatedAt.getTime()));
    this.#synonyms = `${groups.length} ${newest}`;
    this.index.setSynonyms(groups.map(({ words }) => words));
  }

  async #synonymsChanged(): Promise<boolean> {
    const { _count, _max } = await this.#db.client.synonymGroup.aggregate({ _count: true, _max: { updatedAt: true } });
    return this.#synonyms !== `${_count} ${_max.updatedAt?.getTime() ?? 0}`;
  }

  /** Articles are found by what their products are called; where that changed they are put in anew. */
  async #rename(): Promise<void> {
    const { bySku } = await this.#products.catalogue();
    const changed = [...this.#names].filter(([sku, names]) => names !== namesKey(bySku.get(sku))).map(([sku]) => sku);
    if (changed.length === 0) return;
    const stale = [...this.#articles.values()].filter(({ productSkus }) => changed.some((sku) => productSkus.has(sku)));
    await this.#renew(stale.map(({ id }) => id));
  }

  async #renew(changed: string[]): Promise<void> {
    for (let from = 0; from < changed.length; from += BATCH) await this.#renewSome(changed.slice(from, from + BATCH));
  }

  async #renewSome(ids: string[]): Promise<void> {
    const rows = await this.#db.client.article.findMany({ where: { id: { in: ids } } });
    const gone = ids.filter((id) => !rows.some((row) => row.id === id && row.published));
    for (const id of gone) this.#remove(id);
    await this.#put(rows.filter((row) => row.published));
  }

  /** What no signal told: articles changed since; with `count` also, where the numbers differ, those that are missing or gone. */
  async #catchUp(count: boolean): Promise<void> {
    const since = { updatedAt: { gt: new Date(this.#seenUntil.getTime() - SKEW_MS) } };
    const { _count, _max } = await this.#db.client.article.aggregate({
      where: since,
      _count: true,
      _max: { updatedAt: true },
    });
    const newest = `${_count} ${_max.updatedAt?.getTime() ?? 0}`;
    if (newest !== this.#newest) {
      const changed = await this.#db.client.article.findMany({ where: since, select: { id: true, updatedAt: true } });
      const fresh = changed.filter(({ id, updatedAt }) => this.#articles.get(id)?.updatedAt !== updatedAt.getTime());
      await this.#renew(fresh.map(({ id }) => id));
      this.#newest = newest;
    }
    if (await this.#synonymsChanged()) await this.#loadSynonyms();
    if (!count || (await this.#db.client.article.count({ where: { published: true } })) === this.#articles.size) return;
    const rows = await this.#db.client.article.findMany({ where: { published: true }, select: { id: true } });
    const published = new Set(rows.map(({ id }) => id));
    for (const id of [...this.#articles.keys()]) if (!published.has(id)) this.#remove(id);
    await this.#renew([...published].filter((id) => !this.#articles.has(id)));
  }

  async #put(rows: Article[]): Promise<void> {
    const { bySku } = await this.#products.catalogue();
    for (const [i, row] of rows.entries()) {
      if (i % BREATH === BREATH - 1) await setImmediate();
      const { id, slug, kind, title, productSkus, audience, validUntil, updatedAt } = row;
      const language = languageSchema.parse(row.language);
      const text = plainText(row.body);
      for (const sku of productSkus) this.#names.set(sku, namesKey(bySku.get(sku)));
      const keywords = productSkus.flatMap((sku) => keywordsOf(bySku.get(sku), language));
      const told = { audience, validUntil, productSkus: new Set(productSkus), updatedAt: updatedAt.getTime() };
      this.#articles.set(id, { id, slug, kind, language, title, text, ...told });
      this.index.put({ id, language, title, body: text, keywords });
      this.#follower?.put({ id, language, title, text });
      if (updatedAt > this.#seenUntil) this.#seenUntil = updatedAt;
    }
  }

  #remove(id: string): void {
    this.#articles.delete(id);
    this.index.remove(id);
    this.#follower?.remove(id);
  }
}
