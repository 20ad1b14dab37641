import { v7 } from 'uuid';
import { languageOf } from '#ai/languageOf.ts';
import type { Bulk, Cell } from '#prisma/client.ts';
import { type ArticleKind, articleKinds, slugPattern } from '../../knowledge/article.ts';
import { type Audience, audiences } from '../../knowledge/audience.ts';
import { slugByText } from '../../knowledge/slug.ts';
import { CellFault, listCell, textCell, truthCell, untilCell } from '../cells.ts';
import { columnFinder } from '../columns.ts';
import type { RowReader } from '../importKind.ts';
import type { SourceRow } from '../readers/source.ts';

/** What an article's columns may be called; other columns are left out. */
export const articleColumn = columnFinder([
  { key: 'slug', headers: ['slug', 'id', 'key', '标识', '编号', '文章编号'] },
  { key: 'language', headers: ['language', 'lang', 'locale', '语言'] },
  { key: 'kind', headers: ['kind', 'type', 'category', '类型', '类别', '分类'] },
  { key: 'title', headers: ['title', 'question', 'heading', '标题', '问题', '题目'] },
  { key: 'body', headers: ['body', 'answer', 'content', 'text', '正文', '内容', '答案', '回答'] },
  { key: 'products', headers: ['product_skus', 'products', 'skus', 'sku', '产品', '商品', '货号', '适用产品'] },
  { key: 'published', headers: ['published', '发布', '已发布', '是否发布'] },
  { key: 'audience', headers: ['audience', '受众', '可见范围', '客户类别', 'visible to'] },
  { key: 'validUntil', headers: ['valid_until', 'expires', '有效期', '有效期至', '截止日期', 'valid to'] },
  { key: 'owner', headers: ['owner', '负责人', 'owner mail'] },
]);

/** The staging columns of an article, in the order of ArticleReader's cells; null: the file does not say. */
export const articleStaging = [
  ['line', 'int'],
  ['id', 'uuid'],
  ['slug', 'text'],
  ['language', 'text'],
  ['kind', 'text'],
  ['title', 'text'],
  ['body', 'text'],
  ['productSkus', 'text[]'],
  ['published', 'boolean'],
  ['audience', 'text'],
  ['validUntil', 'timestamptz'],
  ['ownerId', 'uuid'],
] as const;

const kindWords: Record<string, ArticleKind> = {
  使用: 'use',
  用法: 'use',
  保养: 'care',
  护理: 'care',
  维护: 'care',
  安装: 'installation',
  退换: 'returns',
  退货: 'returns',
  退换货: 'returns',
  安全: 'safety',
  服务: 'service',
  售后: 'service',
};
const audienceWords: Record<string, Audience> = {
  公开: 'public',
  所有人: 'public',
  everybody: 'public',
  经销商: 'dealer',
  代理商: 'dealer',
  合同客户: 'contract',
  协议客户: 'contract',
  直营客户: 'direct',
  直客: 'direct',
};

/** Reads rows of articles. An article that the shop does not have yet needs a title and a text. */
export class ArticleReader implements RowReader {
  readonly #known: ReadonlySet<string>;
  readonly #staff: ReadonlyMap<string, string>;

  private constructor(known: ReadonlySet<string>, staff: ReadonlyMap<string, string>) {
    this.#known = known;
    this.#staff = staff;
  }

  static async create(bulk: Bulk): Promise<ArticleReader> {
    const articles = await bulk.query('SELECT slug, language FROM "Article"');
    const staff = await bulk.query('SELECT id, lower(email) AS email FROM "Staff" WHERE active');
    return new ArticleReader(
      new Set(articles.map(({ slug, language }) => `${slug} ${language}`)),
      new Map(staff.map(({ id, email }) => [email as string, id as string])),
    );
  }

  take({ line, cells }: SourceRow): { key: string; cells: Cell[] } {
    const said: Record<string, unknown> = {};
    for (const [header, value] of Object.entries(cells)) {
      const column = articleColumn(header);
      if (column) said[column] ??= value === '' ? undefined : value;
    }
    const title = textCell(said.title, 'title', 200);
    const body = textCell(said.body, 'body', 50_000);
    const slug = textCell(said.slug, 'slug', 120) ?? (title && slugByText(title));
    if (!slug)
      throw new CellFault(
        'title',
        'missing: every article needs a title, or the slug of one that exists',
        '缺少标题：每篇文章要有标题，或已有文章的标识',
      );
    if (!slugPattern.test(slug))
      throw new CellFault(
        'slug',
        `“${slug.slice(0, 40)}” is no slug: use small letters, figures and hyphens, e.g. descale-kettle`,
        `“${slug.slice(0, 40)}”不能作标识：请用小写字母、数字和连字符，如 descale-kettle`,
      );
    const language = languageNamed(said.language) ?? languageOf(`${title ?? ''} ${body ?? ''}`);
    const key = `${slug} ${language}`;
    if (!this.#known.has(key) && !title)
      throw new CellFault('title', 'missing: a new article needs a title', '缺少标题');
    if (!this.#known.has(key) && !body) throw new CellFault('body', 'missing: a new article needs a text', '缺少正文');
    const row: Cell[] = [
      line,
      v7(),
      slug,
      language,
      oneOf(said.kind, 'kind', articleKinds, kindWords),
      title,
      body,
      listCell(said.products, 'productSkus', 12_000),
      truthCell(said.published, 'published'),
      oneOf(said.audience, 'audience', audiences, audienceWords),
      untilCell(said.validUntil, 'validUntil'),
      this.#ownerOf(said.owner),
    ];
    return { key, cells: row };
  }

  extras(): Record<string, string[]> {
    return {};
  }

  #ownerOf(value: unknown): string | undefined {
    const mail = textCell(value, 'owner', 200)?.toLowerCase();
    if (mail === undefined) return undefined;
    const id = this.#staff.get(mail);
    if (!id)
      throw new CellFault(
        'owner',
        `nobody here has the mail address “${mail.slice(0, 60)}”`,
        `没有邮箱为“${mail.slice(0, 60)}”的同事`,
      );
    return id;
  }
}

function languageNamed(value: unknown): 'zh' | 'en' | undefined {
  const text = textCell(value, 'language', 40)?.toLowerCase();
  if (text === undefined) return undefined;
  if (/^(?:zh|cn|中|chinese)/.test(text)) return 'zh';
  if (/^(?:en|英|english)/.test(text)) return 'en';
  throw new CellFault('language', `“${text}” is neither zh nor en`, `“${text}”不是 zh 或 en`);
}

function oneOf<T extends string>(
  value: unknown,
  column: string,
  allowed: readonly T[],
  words: Record<string, T>,
): T | undefined {
  const text = textCell(value, column, 60)?.toLowerCase();
  if (text === undefined) return undefined;
  const found = allowed.find((each) => each === text) ?? words[text];
  if (!found)
    throw new CellFault(
      column,
      `“${text}” is none of ${allowed.join(', ')}`,
      `“${text}”不在可选范围内：${allowed.join('、')}`,
    );
  return found;
}
