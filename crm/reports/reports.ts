import { type Database, Prisma } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { InvalidInput } from '../errors.ts';
import type { Localized } from '../localized.ts';
import type { Page } from '../page.ts';
import { startOfWeek } from '../shop/businessTime.ts';
import type { Shop } from '../shop/shop.ts';
import { type ComplaintRow, complaintRows } from './complaints/complaintRows.ts';
import { type ComplaintsAsked, complaintsOf, type Pareto, type ParetoWay, pareto } from './complaints/pareto.ts';
import { latePromiseRows, missedRows } from './people/late.ts';
import { type People, peopleIn } from './people/people.ts';
import { type SatisfactionFilter, type SatisfactionReport, type Span, satisfactionReport } from './satisfaction.ts';
import { type ServiceLevelsReport, serviceLevelsReport } from './serviceLevels.ts';
import { stepsOf } from './steps.ts';

/** Complaints of one product; `productId` null: products that are not in the catalogue. `share` is of all complaints, 0 to 1. */
export interface ProductComplaints {
  productId: string | null;
  sku: string | null;
  name: Localized | null;
  n: number;
  share: number;
  open: number;
  safety: number;
}

/** Complaints of a span of time, most complained of first. The totals count all products, also those beyond the limit. */
export interface ComplaintsByProduct {
  n: number;
  open: number;
  safety: number;
  products: ProductComplaints[];
}

/** How the work stands. Weeks begin on Monday in the shop's zone; `late` counts open ones past their due time. */
export interface TasksReport {
  open: number;
  late: number;
  snoozed: number;
  unowned: number;
  doneThisWeek: number;
  doneInTimeThisWeek: number;
}

const PRODUCTS = 20;
const SPAN_MS = 90 * 24 * 3_600_000;

/** What managers look at; only reads. Spans are [from, to), the last 90 days unless told. Throws InvalidInput for a span that ends before it begins. */
export class Reports {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #shop: Shop;

  constructor(db: Database, clock: Clock, shop: Shop) {
    this.#db = db;
    this.#clock = clock;
    this.#shop = shop;
  }

  async satisfaction(filter: SatisfactionFilter & Partial<Span>): Promise<SatisfactionReport> {
    const span = { ...filter, ...this.#span(filter) };
    const { zone } = await this.#shop.profile();
    return satisfactionReport(this.#db.client, span, stepsOf(span.from, span.to, span.by ?? 'week', zone));
  }

  async complaintsByProduct({
    limit = PRODUCTS,
    productId,
    ...given
  }: Partial<Span> & { limit?: number; productId?: string | undefined }): Promise<ComplaintsByProduct> {
    const span = this.#span(given);
    const rows = await this.#db.client.$queryRaw<
      (ProductComplaints & { allN: number; allOpen: number; allSafety: number })[]
    >(
      Prisma.sql`
        SELECT c."productId", p.sku, p.name, c.n, c.open, c.safety, c.n::float8 / c."allN" AS share,
               c."allN", c."allOpen", c."allSafety"
          FROM (SELECT "productId", count(*)::int AS n, count(*) FILTER (WHERE state <> 'closed')::int AS open,
                       count(*) FILTER (WHERE severity = 'safety')::int AS safety,
                       (sum(count(*)) OVER ())::int AS "allN",
                       (sum(count(*) FILTER (WHERE state <> 'closed')) OVER ())::int AS "allOpen",
                       (sum(count(*) FILTER (WHERE severity = 'safety')) OVER ())::int AS "allSafety"
                  FROM "Complaint" WHERE "createdAt" >= ${span.from} AND "createdAt" < ${span.to}
                       ${productId ? Prisma.sql`AND "productId" = ${productId}::uuid` : Prisma.empty}
                 GROUP BY "productId" ORDER BY n DESC, "productId" LIMIT ${limit}) c
          LEFT JOIN "Product" p ON p.id = c."productId" ORDER BY c.n DESC, c."productId"`,
    );
    const { allN = 0, allOpen = 0, allSafety = 0 } = rows[0] ?? {};
    const products = rows.map(({ allN: _n, allOpen: _open, allSafety: _safety, ...product }) => product);
    return { n: allN, open: allOpen, safety: allSafety, products };
  }

  /** Complaints by product, batch or cause: the few from which most come. */
  async pareto({ by, ...given }: Partial<ComplaintsAsked> & { by: ParetoWay }): Promise<Pareto> {
    return pareto(this.#db.client, { ...given, ...this.#span(given) }, by);
  }

  /** The complaints behind a number, newest first. */
  async complaintRows(
    given: Partial<ComplaintsAsked>,
    page: { limit?: number; cursor?: string | undefined },
  ): Promise<Page<ComplaintRow>> {
    return complaintRows(this.#db.client, { ...given, ...this.#span(given) }, page);
  }

  /** Who complained. */
  async complaintPeople(given: Partial<ComplaintsAsked>): Promise<People> {
    const rows = complaintsOf({ ...given, ...this.#span(given) });
    return peopleIn(this.#db.client, Prisma.sql`SELECT c."customerId", c."createdAt" AS at ${rows}`);
  }

  /** Who waited longer than was promised, for what began in the span. */
  async missedPeople(given: Partial<Span>): Promise<People> {
    return peopleIn(this.#db.client, missedRows({ ...this.#span(given), now: this.#clock.now() }));
  }

  /** To whom a promise of the span was kept late or not kept. */
  async latePromisePeople(given: Partial<Span>): Promise<People> {
    return peopleIn(this.#db.client, latePromiseRows(this.#span(given)));
  }

  /** Whom an open task is about; `late`: one that should be done. */
  async taskPeople({ late = false }: { late?: boolean | undefined }): Promise<People> {
    return peopleIn(
      this.#db.client,
      Prisma.sql`SELECT "customerId", "createdAt" AS at FROM "Task" WHERE state = 'open'
        ${late ? Prisma.sql`AND "dueAt" < ${this.#clock.now()}` : Prisma.empty}`,
    );
  }

  async serviceLevels(given: Partial<Span>): Promise<ServiceLevelsReport> {
    const span = { ...this.#span(given), now: this.#clock.now() };
    return serviceLevelsReport(this.#db.client, span, await this.#shop.calendar());
  }

  async tasks(): Promise<TasksReport> {
    const now = this.#clock.now();
    const monday = startOfWeek(now, (await this.#shop.profile()).zone);
    const [report] = await this.#db.client.$queryRaw<TasksReport[]>(Prisma.sql`
      SELECT o.*, d.* FROM
        (SELECT count(*)::int AS open, count(*) FILTER (WHERE "dueAt" < ${now})::int AS late,
                count(*) FILTER (WHERE "snoozedUntil" IS NOT NULL)::int AS snoozed,
                count(*) FILTER (WHERE "ownerId" IS NULL)::int AS unowned
           FROM "Task" WHERE state = 'open') o,
        (SELECT count(*)::int AS "doneThisWeek", count(*) FILTER (WHERE "completedAt" <= "dueAt")::int AS "doneInTimeThisWeek"
           FROM "Task" WHERE state = 'done' AND "completedAt" >= ${monday}) d`);
    return report!;
  }

  #span({ from, to = this.#clock.now() }: Partial<Span>): Span {
    const span = { from: from ?? new Date(to.getTime() - SPAN_MS), to };
    if (span.from < span.to) return span;
    throw new InvalidInput([{ path: 'to', message: 'The span must end after it begins.' }]);
  }
}
