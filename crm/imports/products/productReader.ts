import { v7 } from 'uuid';
import type { Bulk, Cell } from '#prisma/client.ts';
import { CellFault, centsCell, listCell, textCell, truthCell } from '../cells.ts';
import type { RowReader } from '../importKind.ts';
import type { SourceRow } from '../readers/source.ts';
import { Categories } from './categories.ts';
import { productColumn } from './productColumns.ts';
import { Properties } from './properties.ts';

/** The staging columns of a product, in the order of ProductReader's cells; null: the file does not say. */
export const productStaging = [
  ['line', 'int'],
  ['id', 'uuid'],
  ['sku', 'text'],
  ['model', 'text'],
  ['categoryKey', 'text'],
  ['name', 'jsonb'],
  ['aliases', 'text[]'],
  ['description', 'jsonb'],
  ['priceCents', 'int'],
  ['currency', 'text'],
  ['attributes', 'jsonb'],
  ['active', 'boolean'],
] as const;

/** Reads rows of products. A product that the shop does not have yet needs a name, a category and a price. */
export class ProductReader implements RowReader {
  readonly categories: Categories;
  readonly properties: Properties;
  readonly #known: ReadonlySet<string>;

  private constructor(categories: Categories, properties: Properties, known: ReadonlySet<string>) {
    this.categories = categories;
    this.properties = properties;
    this.#known = known;
  }

  static async create(bulk: Bulk): Promise<ProductReader> {
    const known = (await bulk.query('SELECT sku FROM "Product"')).map(({ sku }) => sku as string);
    return new ProductReader(await Categories.load(bulk), await Properties.load(bulk), new Set(known));
  }

  needsSurvey(headers: readonly string[] | undefined): boolean {
    return !headers || headers.some((header) => header && !productColumn(header) && !this.properties.knows(header));
  }

  survey({ cells }: SourceRow): void {
    for (const [header, value] of Object.entries(cells))
      if (!productColumn(header)) this.properties.survey(header, value);
  }

  take({ line, cells }: SourceRow): { key: string; cells: Cell[] } {
    const said: Record<string, unknown> = {};
    const attributes: Record<string, unknown> = {};
    for (const [header, value] of Object.entries(cells)) {
      const column = productColumn(header);
      if (column) said[column] ??= value === '' ? undefined : value;
      else this.properties.take(header, value, attributes);
    }
    const sku = textCell(said.sku, 'sku', 60);
    if (!sku) throw new CellFault('sku', 'missing: every product needs its own stock number', '缺少货号');
    const isNew = !this.#known.has(sku);
    const name = inLanguages(said, 'name', 200);
    const category = textCell(said.category, 'category', 60);
    const priceCents = said.price === undefined ? wholeCents(said.priceCents) : centsCell(said.price, 'price');
    if (isNew && !name) throw new CellFault('name', 'missing: a new product needs a name', '缺少名称：新产品要有名称');
    if (isNew && !category)
      throw new CellFault('category', 'missing: a new product needs a category', '缺少类别：新产品要有类别');
    if (isNew && priceCents === undefined)
      throw new CellFault('price', 'missing: a new product needs a price', '缺少价格：新产品要有价格');
    const row: Cell[] = [
      line,
      v7(),
      sku,
      textCell(said.model, 'model', 120),
      category && this.categories.keyOf(category),
      isNew ? bothLanguages(name) : name,
      listCell(said.aliases, 'aliases', 2000),
      isNew ? bothLanguages(inLanguages(said, 'description', 10_000)) : inLanguages(said, 'description', 10_000),
      priceCents,
      currencyOf(said.currency),
      attributes,
      truthCell(said.active, 'active'),
    ];
    return { key: sku, cells: row };
  }

  extras(): Record<string, string[]> {
    return {
      categories: this.categories.added.map(({ name }) => name),
      properties: this.properties.added.map(({ label, unit }) => (unit ? `${label.en} (${unit})` : label.en)),
    };
  }
}

type Texts = { zh?: string; en?: string };

/** A text by its columns of one language, or by the one without: its language is that of its letters. */
function inLanguages(said: Record<string, unknown>, column: string, longest: number): Texts | undefined {
  const plain = textCell(said[column], column, longest);
  const zh =
    textCell(said[`${column}Zh`], `${column}_zh`, longest) ??
    (plain && /\p{Script=Han}/u.test(plain) ? plain : undefined);
  const en = textCell(said[`${column}En`], `${column}_en`, longest) ?? (plain && plain !== zh ? plain : undefined);
  return zh || en ? { ...(zh ? { zh } : {}), ...(en ? { en } : {}) } : undefined;
}

/** What a new product is called in one language it is called in the other until somebody translates it. */
const bothLanguages = (texts: Texts | undefined): Texts | undefined =>
  texts && { zh: texts.zh ?? texts.en, en: texts.en ?? texts.zh };

function wholeCents(value: unknown): number | undefined {
  const text = textCell(value, 'priceCents', 20);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text))
    throw new CellFault('priceCents', `“${text}” is no whole number of cents`, `“${text}”不是整数（分）`);
  return Number(text);
}

function currencyOf(value: unknown): string | undefined {
  const text = textCell(value, 'currency', 20)?.toUpperCase();
  if (text === undefined) return undefined;
  if (['¥', '￥', '元', '人民币', 'RMB'].includes(text)) return 'CNY';
  if (!/^[A-Z]{3}$/.test(text))
    throw new CellFault(
      'currency',
      `“${text}” is no currency: write three letters, e.g. CNY`,
      `“${text}”不是币种：请写三个字母，如 CNY`,
    );
  return text;
}
