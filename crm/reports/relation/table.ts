import { type Client, Prisma } from '#prisma/client.ts';
import type { CostSettingsOfShop } from '../../costs/rates.ts';
import type { Localized } from '../../localized.ts';
import { type Interval, shareOf } from '../../statistics.ts';
import { FEWEST, type Trust, trustOf } from '../../surveys/metrics.ts';

/** How a figure is written: a count, fen, a share of 1, a mean, minutes, days, or a plain ratio. */
export type ColumnKind = 'count' | 'money' | 'share' | 'mean' | 'minutes' | 'days' | 'ratio';

export interface Column {
  key: string;
  kind: ColumnKind;
}

/** A figure. `n`: what a share or mean rests on; its value is null where that is too few. Null without `n`: not known. */
export interface Cell {
  value: number | null;
  n?: number;
  interval?: Interval | null;
  trust?: Trust;
}

/** One line. `value` names it in an address, `name` as a table has it (null: the page has words for the value). */
export interface TableRow {
  value: string;
  name: Localized | string | null;
  n: number;
  trust: Trust;
  cells: Cell[];
}

export interface ReportTable {
  columns: Column[];
  rows: TableRow[];
  /** Of all lines, also those beyond the limit; null where adding up says nothing. */
  total: Cell[] | null;
  /** When customers were looked at, or the history was counted, last; null: what is told is of this moment, or was never counted. */
  countedAt?: Date | null;
  /** What the figures rest on: rates, shares, how many. */
  facts: Record<string, number | null>;
}

/** What is looked at: whole days of the shop's zone, `to` included. */
export interface RelationAsked {
  from: string;
  to: string;
  by: string;
  productId?: string | undefined;
}

/** What a report reads from. */
export interface Reading {
  client: Client;
  zone: string;
  now: Date;
  settings: CostSettingsOfShop;
}

/** Rows behind a number: a customer or a conversation, with when and how much. */
export interface Behind {
  kind: 'customer' | 'conversation';
  id: string;
  /** Whoever can be written to. */
  customerId: string | null;
  name: string | null;
  at: Date;
  cents: number | null;
  facts: Record<string, number | string | null>;
}

/** Which rows are wanted, newest first (`limit` null: all); SQL may leave out the others by itself, and need not. */
export interface BehindPage {
  after: { at: Date; id: string } | null;
  limit: number | null;
}

/**
 * A report by one of `bys`; the first unless told. `behind`: SQL of the rows behind a line, or behind all of them where `value` is null, with the
 * columns of Behind but the customer's. `wholeShop`: ways to look at which nothing can be told of one product.
 */
export interface RelationReport {
  bys: readonly [string, ...string[]];
  wholeShop?: readonly string[];
  table(reading: Reading, asked: RelationAsked): Promise<ReportTable>;
  behind(reading: Reading, asked: RelationAsked, value: string | null, page: BehindPage): Prisma.Sql;
}

/** Of one line, or of all. */
export const ofLine = (group: Prisma.Sql, value: string | null): Prisma.Sql =>
  value === null ? Prisma.sql`true` : Prisma.sql`${group} = ${value}`;

/** Customers (by their id) who have bought a product, whenever; all of them where none is asked for. */
export const hasBought = (id: Prisma.Sql, { productId }: Pick<RelationAsked, 'productId'>): Prisma.Sql =>
  productId
    ? Prisma.sql`${id} IN (SELECT o."customerId" FROM "Purchase" o WHERE o."productId" = ${productId}::uuid)`
    : Prisma.sql`true`;

/** Lines beyond this say nothing more. */
export const MOST_ROWS = 100;

export const plain = (value: number | null): Cell => ({ value });

/** A share of n with its interval (Wilson); hidden where n is too few. */
export function shareCell(count: number, n: number): Cell {
  const { share, interval } = shareOf(count, n);
  const trust = trustOf(n);
  const hidden = n < FEWEST;
  return { value: hidden ? null : share, n, interval: hidden ? null : interval, trust };
}

/** Something per one of n; hidden where n is too few. */
export const meanCell = (sum: number | null, n: number): Cell => ({
  value: n < FEWEST || sum === null ? null : sum / n,
  n,
  trust: trustOf(n),
});

export const rowOf = (value: string, name: TableRow['name'], n: number, cells: Cell[]): TableRow => ({
  value,
  name,
  n,
  trust: trustOf(n),
  cells,
});

/** The instant at which a day begins, and one after the last day of a span ends. */
export const startOfDay = (day: string, zone: string) => Prisma.sql`(${day}::date::timestamp AT TIME ZONE ${zone})`;
export const endOfDay = (day: string, zone: string) => Prisma.sql`((${day}::date + 1)::timestamp AT TIME ZONE ${zone})`;
export const inSpan = (at: Prisma.Sql, { from, to }: { from: string; to: string }, zone: string): Prisma.Sql =>
  Prisma.sql`${at} >= ${startOfDay(from, zone)} AND ${at} < ${endOfDay(to, zone)}`;
export const localDay = (at: Prisma.Sql, zone: string): Prisma.Sql => Prisma.sql`(${at} AT TIME ZONE ${zone})::date`;

/** Customers who are shown: neither erased nor standing behind another record of the same person. */
export const isShown = (c: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${c}."erasedAt" IS NULL AND ${c}."mergedIntoId" IS NULL`;

/** What is left of a price, as a factor of fen over product g; NULL where the shop does not say. */
export function marginOf({ marginPercent, categoryMargins }: CostSettingsOfShop): Prisma.Sql {
  const keys = Object.keys(categoryMargins);
  const general = Prisma.sql`${marginPercent === null ? null : marginPercent / 100}::float`;
  if (keys.length === 0) return general;
  const values = keys.map((key) => categoryMargins[key]! / 100);
  return Prisma.sql`coalesce((SELECT m.share FROM unnest(${keys}::text[], ${values}::float[]) m(key, share) WHERE m.key = g."categoryKey"), ${general})`;
}
