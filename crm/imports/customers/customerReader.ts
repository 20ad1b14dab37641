import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import type { Bulk, Cell } from '#prisma/client.ts';
import { audiences } from '../../knowledge/audience.ts';
import { CellFault, textCell } from '../cells.ts';
import { columnFinder } from '../columns.ts';
import type { ImportedBy, RowReader } from '../importKind.ts';
import { dayCell } from '../moments.ts';
import { PersonCells, personColumns, personStaging } from '../people/personCells.ts';
import type { SourceRow } from '../readers/source.ts';

/** What a customer's columns may be called; other columns are left out. */
export const customerColumn = columnFinder([
  ...personColumns.filter(({ key }) => key !== 'customerName'),
  { key: 'customerName', headers: ['name', 'customer_name', '姓名', '名字', '称呼', '客户姓名', '会员姓名'] },
  { key: 'birthday', headers: ['birthday', 'date of birth', '生日', '出生日期'] },
  { key: 'city', headers: ['city', '城市', '所在城市'] },
  { key: 'tier', headers: ['tier', 'level', '等级', '会员等级', '级别'] },
  { key: 'language', headers: ['language', '语言'] },
  { key: 'audience', headers: ['audience', '客户类别', '可见范围'] },
]);

/** The staging columns of a customer, in the order of CustomerReader's cells; null: the file does not say. */
export const customerStaging = [
  ...personStaging,
  ['birthday', 'date'],
  ['city', 'text'],
  ['tier', 'text'],
  ['language', 'text'],
  ['audience', 'text'],
  ['changeId', 'uuid'],
] as const;

/** Reads rows of customers; each is named by member number, phone or mail address. */
export class CustomerReader implements RowReader {
  readonly #people: PersonCells;
  readonly #today: string;

  private constructor({ now, erased }: ImportedBy) {
    this.#people = new PersonCells(new Set(), erased);
    this.#today = now.toISOString().slice(0, 10);
  }

  static async create(_bulk: Bulk, by: ImportedBy): Promise<CustomerReader> {
    return new CustomerReader(by);
  }

  take({ cells }: SourceRow): { key: string; cells: Cell[] } {
    const said: Record<string, unknown> = {};
    for (const [header, value] of Object.entries(cells)) {
      const column = customerColumn(header);
      if (column) said[column] ??= value === '' ? undefined : value;
    }
    const { key, cells: person } = this.#people.take(said);
    return {
      key,
      cells: [
        ...person,
        this.#birthday(said.birthday),
        textCell(said.city, 'city', 100),
        textCell(said.tier, 'tier', 60),
        languageOf(said.language),
        audienceOf(said.audience),
        v7(),
      ],
    };
  }

  extras(): Record<string, string[]> {
    return {};
  }

  #birthday(value: unknown): string | undefined {
    const day = dayCell(value, 'birthday');
    if (day && (day > this.#today || Temporal.PlainDate.from(day).year < 1900))
      throw new CellFault('birthday', 'lies in the future or before 1900', '生日在将来，或早于 1900 年');
    return day;
  }
}

function languageOf(value: unknown): string | undefined {
  const text = textCell(value, 'language', 20)?.toLowerCase();
  if (text === undefined) return undefined;
  if (/^(?:zh|cn|chinese|中文|汉语)/.test(text)) return 'zh';
  if (/^(?:en|english|英文|英语)/.test(text)) return 'en';
  throw new CellFault('language', `“${text}” is neither zh nor en`, `“${text}”既不是 zh 也不是 en`);
}

function audienceOf(value: unknown): string | undefined {
  const text = textCell(value, 'audience', 20);
  if (text === undefined || (audiences as readonly string[]).includes(text)) return text;
  throw new CellFault('audience', `write one of ${audiences.join(', ')}`, `请写 ${audiences.join('、')} 之一`);
}
