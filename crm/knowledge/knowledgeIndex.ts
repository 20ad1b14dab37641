import { AsyncResource } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import { type Language, languageSchema } from '#ai/reading.ts';
import { fuseRanks } from '#ai/search/rankFusion.ts';
import { createSearchIndex, type SearchHit, type SearchIndex } from '#ai/searchIndex.ts';
import type { Article, Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import type { Product } from '../products/catalogue.ts';
import type { Products } from '../products/products.ts';
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
}

const BATCH = 500;
/** Putting a few hundred texts in takes long enough that others should have a turn. */
const BREATH = 50;
/** A signal may be lost; then the change is found after this time. */
const FRESH_MS = 60_000;
/** Clocks of two instances may differ by so much. */
const SKEW_MS = 5_000;
/** What the customer asked about is more likely meant. */
const SAME_PRODUCT = 1.3;

/** An article of the kind that a question asks for is more likely meant; who does not ask for dangers rarely means those. */
const SAME_KIND = 1.2;
const NOT_SAFETY = 0.85;
const askedKinds: [kind: string, asks: RegExp][] = [
  ['use', /怎么用|如何使用|怎样用|用法|使用方法|\bhow (?:do|to|can|should) .{0,12}use\b|\binstructions\b/i],
  ['installation', /安装|组装|怎么装|\b(?:install|assemble|set ?up)\b/i],
  ['care', /清洗|清洁|保养|怎么洗|刷洗|\b(?:clean|wash|descale|care for|maintain)\b/i],
  ['returns', /退货|退款|换货|退掉|\b(?:return|refund|exchange)\b/i],
  [
    'safety',
    /误食|误吞|中毒|烫伤|触电|漏电|冒烟|着火|危险|安全|过敏|急救|\b(?:swallow|poison|burn|shock|smoke|fire|danger|safe|allerg)/i,
  ],
];

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
  readonly #unsubscribe: () => void;
  /** Work on the index runs one after the other, outside of the turn that asked for it. */
  readonly #outside: (work: () => Promise<void>) => Promise<void>;
  #queue: Promise<void> = Promise.resolve();
  #loaded: Promise<void> | null = null;
  #checkedAt = 0;
  #seenUntil = new Date(0);

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
    this.#unsubscribe = db.signals.subscribe('articles', ({ articleId }) => {
      if (!this.#loaded) return;
      // Without an id very many changed at once: an import, the demo shop removed.
      const work = typeof articleId === 'string' ? () => this.#renew([articleId]) : () => this.#catchUp();
      void this.#enqueue(work).catch(onFault);
    });
  }

  /** Loads at the first call; later looks for changes once a minute without making anybody wait. */
  async ready(): Promise<void> {
    this.#loaded ??= this.#enqueue(() => this.#load()).catch((fault: unknown) => {
      this.#loaded = null;
      throw fault;
    });
    await this.#loaded;
    const now = this.#clock.now().getTime();
    if (now - this.#checkedAt <= FRESH_MS) return;
    this.#checkedAt = now;
    void this.#enqueue(() => this.#catchUp()).catch(this.#onFault);
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
    const kinds = askedKinds.filter(([, asks]) => asks.test(question)).map(([kind]) => kind);
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
    this.#unsubscribe();
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
    this.#checkedAt = this.#clock.now().getTime();
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

  /** What no signal told: articles changed since, and, where the numbers differ, those that are missing or gone. */
  async #catchUp(): Promise<void> {
    const since = new Date(this.#seenUntil.getTime() - SKEW_MS);
    const changed = await this.#db.client.article.findMany({
      where: { updatedAt: { gt: since } },
      select: { id: true },
    });
    await this.#renew(changed.map(({ id }) => id));
    if ((await this.#db.client.article.count({ where: { published: true } })) === this.#articles.size) return;
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
      const keywords = productSkus.flatMap((sku) => keywordsOf(bySku.get(sku), language));
      const told = { audience, validUntil, productSkus: new Set(productSkus) };
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

const kindWeight = (kind: string, asked: readonly string[]): number =>
  asked.includes(kind) ? SAME_KIND : kind === 'safety' ? NOT_SAFETY : 1;

/** What the product is called in the article's language, so that the article is found by it. */
function keywordsOf(product: Product | undefined, language: Language): string[] {
  if (!product) return [];
  const spoken = (alias: string) => /\p{Script=Han}/u.test(alias) === (language === 'zh');
  return [product.name[language], product.model, ...product.aliases.filter(spoken)];
}
