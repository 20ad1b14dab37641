import { Temporal } from 'temporal-polyfill';
import { type Database, Prisma } from '#prisma/client.ts';
import type { Clock } from '../../clock.ts';
import type { CostRates } from '../../costs/costRates.ts';
import { InvalidInput } from '../../errors.ts';
import { type Page, type PageRequest, pageOf, positionOf, rowsFor } from '../../page.ts';
import { type Lifetime, lifetimeOf } from '../../segments/lifetimeOf.ts';
import type { Shop } from '../../shop/shop.ts';
import { type People, peopleIn } from '../people/people.ts';
import { persistency, profiling } from './customerAnalyses.ts';
import { enquiryCosts } from './enquiryCosts.ts';
import { leaving } from './leaving.ts';
import { cohorts, segmentsOverTime } from './overTime.ts';
import { productAnalysis } from './productAnalysis.ts';
import { profitability } from './profitability.ts';
import { promotion } from './promotion.ts';
import { prospecting } from './prospecting.ts';
import { performance } from './salesAnalyses.ts';
import {
  type Behind,
  marginOf,
  type Reading,
  type RelationAsked,
  type RelationReport,
  type ReportTable,
} from './table.ts';

/** What the relation costs and brings, a table each. A new report is its own file and a line here. */
export const relationReports = {
  enquiryCosts,
  leaving,
  segmentsOverTime,
  cohorts,
  profiling,
  persistency,
  profitability,
  performance,
  prospecting,
  productAnalysis,
  promotion,
} as const satisfies Record<string, RelationReport>;
export type RelationReportName = keyof typeof relationReports;

export const relationReportNames = Object.keys(relationReports) as [RelationReportName, ...RelationReportName[]];

/** What is asked for; days are the shop's, `to` included: until today and ninety of them, unless told. */
export interface RelationQuery {
  from?: string | undefined;
  to?: string | undefined;
  by?: string | undefined;
  productId?: string | undefined;
}

/** A table with what it was asked for. */
export interface RelationTable extends ReportTable {
  countedAt: Date | null;
  report: RelationReportName;
  from: string;
  to: string;
  by: string;
  bys: string[];
  /** The product that the figures are of; null: of all that is sold. */
  productId: string | null;
}

const DAYS = 90;

/** What a relation costs and brings, for managers; only reads. Figures by the rules of table.ts: shares and means of fewer than five are not told. */
export class RelationReports {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #shop: Shop;
  readonly #rates: CostRates;

  constructor(parts: { db: Database; clock: Clock; shop: Shop; costRates: CostRates }) {
    this.#db = parts.db;
    this.#clock = parts.clock;
    this.#shop = parts.shop;
    this.#rates = parts.costRates;
  }

  /** Throws InvalidInput for a span that ends before it begins, a way to look that the report does not know, and a product where none can be told apart. */
  async table(name: RelationReportName, query: RelationQuery): Promise<RelationTable> {
    const report: RelationReport = relationReports[name];
    const reading = await this.#reading();
    const asked = askedOf(report, query, reading);
    const { from, to, by } = asked;
    const productId = asked.productId ?? null;
    const table = await report.table(reading, asked);
    return { report: name, from, to, by, bys: [...report.bys], productId, countedAt: null, ...table };
  }

  /** The customers or conversations behind a line, newest first. */
  async behind(
    name: RelationReportName,
    query: RelationQuery,
    value: string,
    request: PageRequest,
  ): Promise<Page<Behind>> {
    const report: RelationReport = relationReports[name];
    const reading = await this.#reading();
    const after = positionOf(request.cursor);
    const limit = rowsFor(request);
    const rows = report.behind(reading, askedOf(report, query, reading), value, { after, limit });
    const older = after ? Prisma.sql`WHERE (b.at, b.id) < (${after.at}, ${after.id}::uuid)` : Prisma.empty;
    const found = await this.#db.client.$queryRaw<Behind[]>(Prisma.sql`
      SELECT b.*, CASE b.kind WHEN 'customer' THEN b.id ELSE (SELECT "customerId" FROM "Conversation" WHERE id = b.id) END AS "customerId"
        FROM (SELECT * FROM (${rows}) b ${older} ORDER BY b.at DESC, b.id DESC LIMIT ${limit}) b ORDER BY b.at DESC, b.id DESC`);
    return pageOf(found, request, ({ at, id }) => ({ at, id }));
  }

  /** The customers behind a line, or behind all of them where `value` is null. */
  async people(name: RelationReportName, query: RelationQuery, value: string | null): Promise<People> {
    const report: RelationReport = relationReports[name];
    const reading = await this.#reading();
    const rows = report.behind(reading, askedOf(report, query, reading), value, { after: null, limit: null });
    return peopleIn(
      this.#db.client,
      Prisma.sql`SELECT CASE b.kind WHEN 'customer' THEN b.id ELSE k."customerId" END AS "customerId", b.at
        FROM (${rows}) b LEFT JOIN "Conversation" k ON b.kind = 'conversation' AND k.id = b.id`,
    );
  }

  /** Value and cost of one customer, and what their future is worth. */
  async lifetime(customerId: string): Promise<Lifetime> {
    const { client, now, zone, settings } = await this.#reading();
    return lifetimeOf(client, customerId, { now, zone, settings, margin: marginOf(settings) });
  }

  async #reading(): Promise<Reading> {
    const { zone } = await this.#shop.profile();
    return { client: this.#db.client, zone, now: this.#clock.now(), settings: await this.#rates.get() };
  }
}

function askedOf(report: RelationReport, query: RelationQuery, { now, zone }: Reading): RelationAsked {
  const { productId, by = report.bys[0] } = query;
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const to = query.to ?? today.toString();
  const from =
    query.from ??
    Temporal.PlainDate.from(to)
      .subtract({ days: DAYS - 1 })
      .toString();
  if (from > to) throw new InvalidInput([{ path: 'to', message: 'The span must end after it begins.' }]);
  if (!report.bys.includes(by))
    throw new InvalidInput([{ path: 'by', message: `Use one of ${report.bys.join(', ')}.` }]);
  if (productId && report.wholeShop?.includes(by))
    throw new InvalidInput([{ path: 'productId', message: 'These figures are of the whole shop, not of a product.' }]);
  return { from, to, by, productId };
}
