/** Why a cell can not be used, in both languages; the message says what to write instead. */
export class CellFault extends Error {
  override name = 'CellFault';
  readonly column: string;
  readonly zh: string;

  constructor(column: string, message: string, zh: string) {
    super(message);
    this.column = column;
    this.zh = zh;
  }
}

/** The text of a cell; undefined: it says nothing, so what is known stays. Throws CellFault. */
export function textCell(value: unknown, column: string, longest: number): string | undefined {
  if (value === null || value === undefined) return undefined;
  const text = (
    value instanceof Date ? value.toISOString() : Array.isArray(value) ? value.join('; ') : String(value)
  ).trim();
  if (text === '') return undefined;
  if (text.length > longest) throw new CellFault(column, `longer than ${longest} characters`, `超过 ${longest} 个字`);
  if (text.includes('\0'))
    throw new CellFault(column, 'holds the character U+0000, which can not be stored', '含有无法保存的字符 U+0000');
  return text;
}

/** Several texts, with ; 、 | or line breaks between. */
export function listCell(value: unknown, column: string, longest: number): string[] | undefined {
  const texts = Array.isArray(value) ? value.map(String) : textCell(value, column, longest)?.split(/[;；、|\n]/);
  const list = texts?.map((text) => text.trim()).filter(Boolean);
  return list?.length ? list : undefined;
}

const yes = /^(?:1|y|yes|true|on|是|有|对|√|✓|支持|可以|能|启用|在售|上架|发布|已发布)$/i;
const no = /^(?:0|n|no|false|off|否|无|没有|×|✗|不支持|不可以|不能|停用|停售|下架|草稿|未发布)$/i;

/** Yes or no in the words people use for it. */
export function truthOf(text: string): boolean | undefined {
  return yes.test(text) ? true : no.test(text) ? false : undefined;
}

export function truthCell(value: unknown, column: string): boolean | undefined {
  const text = textCell(value, column, 100);
  if (text === undefined) return undefined;
  const truth = truthOf(text);
  if (truth === undefined)
    throw new CellFault(
      column,
      `“${text.slice(0, 40)}” is neither yes nor no`,
      `“${text.slice(0, 40)}”既不是“是”也不是“否”`,
    );
  return truth;
}

const figure = /^[¥￥$€£]?\s*([+-]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?)\s*(\D{0,12})$/;

/** A number, also with separators of thousands, a sign of currency before it or a unit behind it. */
export function numberOf(text: string): number | undefined {
  const found = figure.exec(text.normalize('NFKC').trim());
  return found ? Number(found[1]!.replace(/[,，]/g, '')) : undefined;
}

/** Money in the currency's smallest unit (fen), from an amount in yuan: `¥1,299.00`, `129元`. Throws CellFault. */
export function centsCell(value: unknown, column: string): number | undefined {
  const text = textCell(value, column, 60);
  if (text === undefined) return undefined;
  const amount = numberOf(text);
  if (amount === undefined || amount < 0 || amount > 20_000_000)
    throw new CellFault(
      column,
      `“${text.slice(0, 40)}” is no price: write an amount like 129 or 129.50`,
      `“${text.slice(0, 40)}”不是价格：请写成 129 或 129.50`,
    );
  const cents = Math.round(amount * 100);
  if (Math.abs(amount * 100 - cents) > 1e-6)
    throw new CellFault(
      column,
      `“${text.slice(0, 40)}” has more than two decimals`,
      `“${text.slice(0, 40)}”的小数超过两位`,
    );
  return cents;
}

/** The end of a day (UTC) from an ISO date, or `2027/3/1`, or a moment. Throws CellFault. */
export function untilCell(value: unknown, column: string): Date | undefined {
  if (value instanceof Date) return endOf(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate());
  const text = textCell(value, column, 60);
  if (text === undefined) return undefined;
  const day = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  const until = day ? endOf(Number(day[1]), Number(day[2]), Number(day[3])) : new Date(text);
  if (Number.isNaN(until.getTime()) || (day && until.getUTCDate() !== Number(day[3])))
    throw new CellFault(
      column,
      `“${text.slice(0, 40)}” is no date: write it like 2027-03-01`,
      `“${text.slice(0, 40)}”不是日期：请写成 2027-03-01`,
    );
  return until;
}

const endOf = (year: number, month: number, day: number): Date =>
  new Date(Date.UTC(year, month - 1, day, 23, 59, 59, 999));
