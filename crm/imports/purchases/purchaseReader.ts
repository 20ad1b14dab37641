import { v7 } from 'uuid';
import { normalise } from '#ai/tokenizer.ts';
import type { Bulk, Cell } from '#prisma/client.ts';
import type { ErasedBook } from '../../privacy/erasedMarks.ts';
import { namesOf } from '../../products/productNames.ts';
import { warrantyEnd, warrantyMonths } from '../../purchases/warranty.ts';
import { CellFault, centsCell, numberOf, textCell } from '../cells.ts';
import { columnFinder } from '../columns.ts';
import type { ImportedBy, RowReader } from '../importKind.ts';
import { dayCell, momentCell } from '../moments.ts';
import { PersonCells, personColumns, personStaging, wasErased } from '../people/personCells.ts';
import type { SourceRow } from '../readers/source.ts';

/** What a purchase's columns may be called; other columns are left out. */
export const purchaseColumn = columnFinder([
  ...personColumns,
  { key: 'orderNumber', headers: ['order_number', 'order', 'order id', 'order no', '订单号', '订单编号', '单号'] },
  { key: 'line', headers: ['line', 'line_number', '行号', '明细号', '序号'] },
  { key: 'sku', headers: ['sku', '货号', '商品编号', '商品编码', '产品编号', '产品编码', 'item number'] },
  { key: 'product', headers: ['product', 'product_name', '商品', '商品名称', '产品', '产品名称', '名称', 'title'] },
  { key: 'quantity', headers: ['quantity', 'qty', 'count', '数量', '件数'] },
  { key: 'amount', headers: ['amount', 'paid', 'total', '金额', '实付', '实付金额', '成交金额', '小计'] },
  { key: 'price', headers: ['price', 'unit_price', '单价', '价格', '售价'] },
  {
    key: 'purchasedAt',
    headers: ['purchased_at', 'date', 'ordered at', 'order date', '购买时间', '购买日期', '下单时间', '日期'],
  },
  { key: 'place', headers: ['place', 'channel', 'store', 'shop', '购买渠道', '渠道', '门店', '店铺'] },
  { key: 'serialNumber', headers: ['serial_number', 'serial', 's/n', 'sn', '序列号', '机身号'] },
  { key: 'warrantyUntil', headers: ['warranty_until', '保修至', '质保至', '保修期至'] },
]);

/** The staging columns of a purchase, in the order of PurchaseReader's cells; null: the file does not say. */
export const purchaseStaging = [
  ['id', 'uuid'],
  ['orderNumber', 'text'],
  ['orderLine', 'int'],
  ['productId', 'uuid'],
  ['productText', 'text'],
  ['quantity', 'int'],
  ['amountCents', 'int'],
  ['purchasedAt', 'timestamptz'],
  ['place', 'text'],
  ['serialNumber', 'text'],
  ['warrantyUntil', 'date'],
  ...personStaging,
] as const;

interface Sold {
  id: string;
  priceCents: number;
  months: number | null;
}

const LARGEST = 2_000_000_000;
/** Orders of tomorrow come from a shop in an earlier zone; of next week from a slip of the pen. */
const AHEAD_MS = 36 * 3_600_000;

/** Reads lines of orders. A line says whose, when and what; its number is its place in the order where the file gives none. */
export class PurchaseReader implements RowReader {
  readonly #zone: string;
  readonly #now: Date;
  readonly #people: PersonCells;
  readonly #bySku: ReadonlyMap<string, Sold>;
  readonly #byName: ReadonlyMap<string, Sold>;
  readonly #erased: ErasedBook | undefined;
  readonly #lines = new Map<string, number>();

  private constructor(zone: string, by: ImportedBy, products: readonly [string, string[], Sold][]) {
    this.#zone = zone;
    this.#now = by.now;
    this.#people = new PersonCells(by.customerIds, by.erased);
    this.#erased = by.erased;
    this.#bySku = new Map(products.map(([sku, , sold]) => [sku, sold]));
    this.#byName = new Map(
      products.flatMap(([, names, sold]) => names.map((name) => [normalise(name), sold] as const)),
    );
  }

  static async create(bulk: Bulk, by: ImportedBy): Promise<PurchaseReader> {
    const [shop] = await bulk.query(`SELECT value->>'zone' AS zone FROM "Setting" WHERE key = 'shop'`);
    const rows = await bulk.query('SELECT id, sku, model, name, aliases, "priceCents", attributes FROM "Product"');
    const products = rows.map((row): [string, string[], Sold] => [
      row.sku as string,
      namesOf(row as unknown as Parameters<typeof namesOf>[0]),
      { id: row.id as string, priceCents: row.priceCents as number, months: warrantyMonths(row.attributes) },
    ]);
    return new PurchaseReader((shop?.zone as string | undefined) ?? 'Asia/Shanghai', by, products);
  }

  take({ cells }: SourceRow): { key: string; cells: Cell[] } {
    const said: Record<string, unknown> = {};
    for (const [header, value] of Object.entries(cells)) {
      const column = purchaseColumn(header);
      if (column) said[column] ??= value === '' ? undefined : value;
    }
    const orderNumber = textCell(said.orderNumber, 'order_number', 60)?.toUpperCase();
    if (!orderNumber) throw new CellFault('order_number', 'missing: every line belongs to an order', '缺少订单号');
    const line = this.#lineOf(orderNumber, said.line);
    const quantity = wholeCell(said.quantity, 'quantity', 1_000_000) ?? 1;
    const { sold, productText } = this.#product(said);
    const purchasedAt = this.#moment(said.purchasedAt);
    const amountCents = this.#amount(said, quantity, sold);
    const until = dayCell(said.warrantyUntil, 'warranty_until');
    const erasedAt = this.#erased?.erasedAt('order', orderNumber);
    if (erasedAt) throw wasErased('order_number', erasedAt);
    const person = this.#people.take(said, purchasedAt);
    return {
      key: `${orderNumber} / ${line}`,
      cells: [
        v7(),
        orderNumber,
        line,
        sold?.id,
        productText,
        quantity,
        amountCents,
        purchasedAt,
        textCell(said.place, 'place', 100),
        textCell(said.serialNumber, 'serial_number', 60)?.toUpperCase(),
        until ?? warrantyEnd(purchasedAt, sold?.months ?? null, this.#zone),
        ...person.cells,
      ],
    };
  }

  extras(): Record<string, string[]> {
    return {};
  }

  #lineOf(orderNumber: string, value: unknown): number {
    const line = wholeCell(value, 'line', 100_000) ?? (this.#lines.get(orderNumber) ?? 0) + 1;
    this.#lines.set(orderNumber, Math.max(line, this.#lines.get(orderNumber) ?? 0));
    return line;
  }

  /** By stock number, else by name. What is no longer sold keeps its name in words. */
  #product(said: Record<string, unknown>): { sold?: Sold; productText?: string } {
    const sku = textCell(said.sku, 'sku', 60);
    const name = textCell(said.product, 'product', 200);
    if (!sku && !name)
      throw new CellFault(
        'sku',
        'missing: say what was bought, by stock number or name',
        '缺少商品：请填货号或商品名称',
      );
    const sold = (sku && this.#bySku.get(sku)) || (name && this.#byName.get(normalise(name))) || undefined;
    if (!sold && !name)
      throw new CellFault(
        'sku',
        `no product has the number “${sku}”: import the products first, or add a column with its name`,
        `没有货号为“${sku}”的产品：请先导入产品，或加一列商品名称`,
      );
    return sold ? { sold } : { productText: name! };
  }

  #moment(value: unknown): Date {
    const at = momentCell(value, 'purchased_at', this.#zone);
    if (!at) throw new CellFault('purchased_at', 'missing: say when it was bought', '缺少购买时间');
    if (at.getTime() > this.#now.getTime() + AHEAD_MS || at.getUTCFullYear() < 1990)
      throw new CellFault('purchased_at', 'lies in the future or before 1990', '购买时间在将来，或早于 1990 年');
    return at;
  }

  /** What was paid for the line; else the price of one, the file's or the catalogue's, times the quantity. */
  #amount(said: Record<string, unknown>, quantity: number, sold: Sold | undefined): number {
    const paid = centsCell(said.amount, 'amount');
    const each = paid === undefined ? (centsCell(said.price, 'price') ?? sold?.priceCents) : undefined;
    const cents = paid ?? (each === undefined ? undefined : each * quantity);
    if (cents === undefined) throw new CellFault('amount', 'missing: say what was paid', '缺少金额');
    if (cents > LARGEST) throw new CellFault('amount', 'is more than 20 million', '超过两千万元');
    return cents;
  }
}

function wholeCell(value: unknown, column: string, largest: number): number | undefined {
  const text = textCell(value, column, 30);
  if (text === undefined) return undefined;
  const number = numberOf(text);
  if (number === undefined || !Number.isInteger(number) || number < 1 || number > largest)
    throw new CellFault(column, `“${text}” is no whole number from 1`, `“${text}”不是从 1 起的整数`);
  return number;
}
