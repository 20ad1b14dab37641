import { v7 } from 'uuid';
import type { Cell } from '#prisma/client.ts';
import type { ErasedBook, OutsideKind } from '../../privacy/erasedMarks.ts';
import { CellFault, textCell } from '../cells.ts';
import type { Column } from '../columns.ts';

/** What the columns by which a file names a customer may be called. */
export const personColumns: readonly Column[] = [
  { key: 'customerId', headers: ['customer_id'] },
  {
    key: 'memberNumber',
    headers: [
      'member_number',
      'member id',
      'member no',
      'customer number',
      '会员号',
      '会员编号',
      '会员卡号',
      '客户编号',
    ],
  },
  { key: 'phone', headers: ['phone', 'mobile', 'tel', '手机', '手机号', '手机号码', '电话', '联系电话', '联系方式'] },
  { key: 'email', headers: ['email', 'mail', 'e-mail', '邮箱', '电子邮箱', '邮件'] },
  {
    key: 'customerName',
    headers: ['customer_name', 'customer', '客户', '客户姓名', '会员姓名', '收货人', '买家', '顾客'],
  },
];

/** The staging columns of a customer, in the order of PersonCells' cells. `newCustomerId`: theirs, if there is no record yet. */
export const personStaging = [
  ['customerId', 'uuid'],
  ['memberNumber', 'text'],
  ['phone', 'text'],
  ['phones', 'text[]'],
  ['email', 'text'],
  ['customerName', 'text'],
  ['newCustomerId', 'uuid'],
  ['identityId', 'uuid'],
] as const;

const phone = /^\+?[\d\s()-]{5,20}$/;
const mail = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** Reads whom a row is about. Rows that share a number, phone or mail address are the same new customer. */
export class PersonCells {
  readonly #known: ReadonlySet<string>;
  readonly #made = new Map<string, string>();
  readonly #erased: ErasedBook | undefined;

  /** `known`: ids of customers that exist; a file can name none. `erased`: whom no row may bring back. */
  constructor(known: ReadonlySet<string> = new Set(), erased?: ErasedBook) {
    this.#known = known;
    this.#erased = erased;
  }

  /**
   * The name of the person among the rows, and the cells. `at`: when what the row tells happened; what is newer than an erasure is a
   * person who came back. Throws CellFault.
   */
  take(said: Readonly<Record<string, unknown>>, at?: Date): { key: string; cells: Cell[] } {
    const id = textCell(said.customerId, 'customer_id', 60);
    if (id && !this.#known.has(id))
      throw new CellFault(
        'customer_id',
        'there is no such customer: name them by member number, phone or mail address',
        '没有这个客户：请用会员号、手机或邮箱',
      );
    const memberNumber = textCell(said.memberNumber, 'member_number', 60);
    const tel = phoneCell(said.phone);
    const email = mailCell(said.email);
    const keys = [id, memberNumber && `#${memberNumber}`, tel, email].filter((key) => key !== undefined);
    if (keys.length === 0)
      throw new CellFault(
        'phone',
        'missing: say whose it is, by member number, phone or mail address',
        '缺少客户：请填会员号、手机或邮箱',
      );
    if (!id)
      this.#refuseErased(
        [
          ['member', memberNumber],
          ['phone', tel],
          ['email', email],
        ],
        at,
      );
    const made = keys.map((key) => this.#made.get(key)).find((found) => found !== undefined) ?? v7();
    for (const key of keys) this.#made.set(key, made);
    return {
      key: made,
      cells: [
        id,
        memberNumber,
        tel,
        tel && spellings(tel),
        email,
        textCell(said.customerName, 'customer_name', 100),
        made,
        v7(),
      ],
    };
  }

  #refuseErased(named: readonly (readonly [OutsideKind, string | undefined])[], at: Date | undefined): void {
    for (const [kind, value] of named) {
      const erasedAt = value && this.#erased?.erasedAt(kind, value);
      if (!erasedAt || !value) continue;
      if (at ? at <= erasedAt : !this.#erased?.isBack(kind, value)) throw wasErased(columns[kind], erasedAt);
    }
  }
}

const columns: Readonly<Record<OutsideKind, string>> = {
  member: 'member_number',
  phone: 'phone',
  email: 'email',
  order: 'order_number',
};

/** Why a row is refused that would bring somebody back. */
export function wasErased(column: string, at: Date): CellFault {
  const day = at.toISOString().slice(0, 10);
  return new CellFault(
    column,
    `this person was erased on ${day}: what is older is not taken in again`,
    `此人的信息已于 ${day} 删除：更早的记录不再导入`,
  );
}

function phoneCell(value: unknown): string | undefined {
  const text = textCell(value, 'phone', 40);
  if (text === undefined) return undefined;
  if (!phone.test(text))
    throw new CellFault('phone', `“${text}” is no phone number: write figures`, `“${text}”不是电话号码：请写数字`);
  return text.replace(/[\s()-]/g, '');
}

function mailCell(value: unknown): string | undefined {
  const text = textCell(value, 'email', 200)?.toLowerCase();
  if (text !== undefined && !mail.test(text))
    throw new CellFault('email', `“${text}” is no mail address`, `“${text}”不是邮箱`);
  return text;
}

/** The ways in which a record may have the same number written: with the country's code or without. */
function spellings(tel: string): string[] {
  const bare = tel.replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  return bare.length === 11 && bare.startsWith('1') ? [bare, `+86${bare}`, `86${bare}`] : [tel];
}
