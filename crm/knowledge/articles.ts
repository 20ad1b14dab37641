import { v7 } from 'uuid';
import type { Language } from '#ai/reading.ts';
import type { Article, Client, Database, Prisma } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { Conflict, NotFound } from '../errors.ts';
import { likeLiteral } from '../likeLiteral.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';
import { type ArticleInput, type ArticleKind, articleInputSchema } from './article.ts';
import { type ArticleDiff, articleDiff, type VersionText } from './articleDiff.ts';
import type { Audience } from './audience.ts';

/** Which articles a list shows. `expired`: those whose day has passed. */
export interface ArticleFilter extends PageRequest {
  query?: string;
  kind?: ArticleKind;
  language?: Language;
  audience?: Audience;
  state?: 'published' | 'draft' | 'expired';
}

/** What an article said at a time; the highest version is what it says now. */
export interface ArticleVersionText extends VersionText {
  version: number;
  savedAt: Date;
  savedBy: { id: string; name: string } | null;
}

const named = { select: { id: true, name: true } } as const;
const withPeople = { owner: named, savedBy: named } satisfies Prisma.ArticleInclude;

/** An article with the names of its people. */
export type ArticleDetail = Prisma.ArticleGetPayload<{ include: typeof withPeople }>;

/** The texts of the knowledge base; every save keeps what was said before. */
export class Articles {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;

  constructor(db: Database, clock: Clock, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
  }

  /** Last changed first; by a part of the title or the slug, if given. */
  async list(request: ArticleFilter): Promise<Page<ArticleDetail>> {
    const { query, kind, language, audience, state } = request;
    const conditions: Prisma.ArticleWhereInput[] = [{ kind, language, audience }, olderThan('updatedAt', request)];
    if (query) {
      const part = likeLiteral(query);
      conditions.push({ OR: [{ title: { contains: part, mode: 'insensitive' } }, { slug: { contains: part } }] });
    }
    if (state === 'expired') conditions.push({ validUntil: { lte: this.#clock.now() } });
    else if (state) conditions.push({ published: state === 'published' });
    const rows = await this.#db.client.article.findMany({
      where: { AND: conditions },
      include: withPeople,
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(request),
    });
    return pageOf(rows, request, (row) => ({ at: row.updatedAt, id: row.id }));
  }

  /** Throws NotFound. */
  async get(id: string): Promise<ArticleDetail> {
    const article = await this.#db.client.article.findUnique({ where: { id }, include: withPeople });
    if (!article) throw new NotFound('article', id);
    return article;
  }

  /** The same article in the other languages. Throws NotFound. */
  async translations(id: string): Promise<ArticleDetail[]> {
    const { slug } = await this.get(id);
    return this.#db.client.article.findMany({
      where: { slug, id: { not: id } },
      include: withPeople,
      orderBy: { language: 'asc' },
    });
  }

  /**
   * Makes or replaces the article of this slug and language; what it said before becomes a version. A save that changes nothing
   * is none. Throws Conflict if `basedOn` is not the version that it has now: a colleague was quicker.
   */
  async save(given: ArticleInput, staffId: string | null, basedOn?: number): Promise<Article> {
    const article = articleInputSchema.parse(given);
    const { slug, language } = article;
    return this.#db.transaction(async (client) => {
      await client.$queryRaw`SELECT id FROM "Article" WHERE slug = ${slug} AND language = ${language} FOR UPDATE`;
      const before = await client.article.findUnique({ where: { slug_language: { slug, language } } });
      if (basedOn !== undefined && basedOn !== (before?.version ?? 0))
        throw new Conflict(
          'articleChanged',
          'A colleague saved this article meanwhile: load it again, then repeat your change.',
        );
      const saved = before
        ? await this.#replace(client, before, article, staffId)
        : await client.article.create({ data: { ...article, id: v7(), savedById: staffId } });
      if (before && saved.version === before.version) return saved;
      await this.#changed(saved.id, 'save', staffId, Object.keys(article));
      return saved;
    });
  }

  /** Latest first, what it says now included. Throws NotFound. */
  async versions(id: string): Promise<ArticleVersionText[]> {
    const { updatedAt, ...now } = await this.get(id);
    const kept = await this.#db.client.articleVersion.findMany({
      where: { articleId: id },
      include: { savedBy: named },
      orderBy: { version: 'desc' },
      take: 200,
    });
    return [{ ...now, savedAt: updatedAt }, ...kept];
  }

  /** What changed from one version to another; without them: by the latest save. Throws NotFound. */
  async diff(id: string, asked: { from?: number; to?: number } = {}): Promise<ArticleDiff> {
    const versions = await this.versions(id);
    const to = asked.to ?? versions[0]!.version;
    const from = asked.from ?? Math.max(1, to - 1);
    const find = (number: number) => {
      const found = versions.find(({ version }) => version === number);
      if (!found) throw new NotFound('version', String(number));
      return found;
    };
    return articleDiff(find(from), find(to));
  }

  /** Says again what it said in a version; that is a new version. Throws NotFound. */
  async restore(id: string, version: number, staffId: string | null): Promise<Article> {
    const { slug, language, ownerId } = await this.get(id);
    const old = (await this.versions(id)).find((each) => each.version === version);
    if (!old) throw new NotFound('version', String(version));
    const { kind, title, body, productSkus, published, audience, validUntil } = old;
    const text = articleInputSchema.parse({
      slug,
      language,
      kind,
      title,
      body,
      productSkus,
      published,
      audience,
      validUntil,
      ownerId,
    });
    return this.save(text, staffId);
  }

  /** Throws NotFound. */
  async remove(id: string, staffId: string | null): Promise<void> {
    await this.#db.transaction(async (client) => {
      const { count } = await client.article.deleteMany({ where: { id } });
      if (count === 0) throw new NotFound('article', id);
      await this.#changed(id, 'delete', staffId);
    });
  }

  async #replace(
    client: Client,
    before: Article,
    article: Required<Prisma.ArticleUncheckedUpdateInput> | object,
    staffId: string | null,
  ): Promise<Article> {
    const same = Object.entries(article).every(([key, value]) => isSame(before[key as keyof Article], value));
    if (same) return before;
    const { id, version, kind, title, body, productSkus, published, audience, validUntil, savedById, updatedAt } =
      before;
    const said = { kind, title, body, productSkus, published, audience, validUntil, savedById };
    await client.articleVersion.create({ data: { ...said, id: v7(), articleId: id, version, savedAt: updatedAt } });
    return client.article.update({
      where: { id },
      data: { ...article, version: version + 1, savedById: staffId, demo: false },
    });
  }

  async #changed(articleId: string, action: string, staffId: string | null, fields: string[] = []): Promise<void> {
    await this.#audit.record({ staffId, action, entity: 'article', entityId: articleId, fields });
    this.#db.signals.publish('articles', { articleId });
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
