import { type Database, Prisma } from '#prisma/client.ts';
import type { Clock } from '../../clock.ts';
import { InvalidInput } from '../../errors.ts';
import { type GapFate, type GapGroup, type GapsAsked, gapsWhere } from '../../knowledge/gapFates.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Localized } from '../../localized.ts';
import { type Page, pageOf, positionOf, rowsFor } from '../../page.ts';
import { type Interval, shareOf } from '../../statistics.ts';
import { type Trust, trustOf } from '../../surveys/metrics.ts';
import { type People, peopleIn } from '../people/people.ts';

/** Questions nobody could answer, of a span: how many are answered by an article now, how soon, and what they ask, in groups. */
export interface GapReport {
  n: number;
  trust: Trust;
  open: number;
  filled: number;
  closed: number;
  /** Of all: answered by an article now, with Wilson's 95 % interval. */
  share: number | null;
  interval: Interval | null;
  /** Half of those that were answered were so within this; null: none was. */
  medianDays: number | null;
  askedAgain: number;
  groupCount: number;
  groups: GapGroup[];
}

/** A question as a list shows it. */
export interface GapLine {
  id: string;
  question: string;
  language: string;
  reason: string;
  fate: GapFate;
  product: Localized | null;
  article: string | null;
  createdAt: Date;
  closedAt: Date | null;
  customerId: string | null;
  conversationId: string | null;
}

const GROUPS = 60;
const SPAN_MS = 90 * 24 * 3_600_000;

/** What the knowledge base lacks, and what became of it; only reads. Spans are [from, to), the last 90 days unless told. */
export class GapReports {
  readonly #parts: { db: Database; clock: Clock; knowledge: Knowledge };

  constructor(parts: { db: Database; clock: Clock; knowledge: Knowledge }) {
    this.#parts = parts;
  }

  /** Throws InvalidInput for a span that ends before it begins. */
  async report(given: Partial<GapsAsked>): Promise<GapReport> {
    const asked = this.#span(given);
    const { db, knowledge } = this.#parts;
    const [counts] = await db.client.$queryRaw<
      { n: number; open: number; filled: number; closed: number; medianDays: number | null }[]
    >(Prisma.sql`
      SELECT count(*)::int AS n, count(*) FILTER (WHERE g.state = 'open')::int AS open,
             count(*) FILTER (WHERE g.state = 'closed' AND g."articleId" IS NOT NULL)::int AS filled,
             count(*) FILTER (WHERE g.state = 'closed' AND g."articleId" IS NULL)::int AS closed,
             (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM g."closedAt" - g."createdAt") / 86400)
               FILTER (WHERE g."articleId" IS NOT NULL AND g."closedAt" IS NOT NULL))::float8 AS "medianDays"
        FROM "Gap" g WHERE ${gapsWhere(asked)}`);
    const groups = await knowledge.gapGroups(asked);
    return {
      ...counts!,
      trust: trustOf(counts!.n),
      ...shareOf(counts!.filled, counts!.n),
      askedAgain: groups.reduce((sum, { askedAgain }) => sum + askedAgain, 0),
      groupCount: groups.length,
      groups: groups.slice(0, GROUPS),
    };
  }

  /** The questions behind the numbers, newest first. */
  async rows(given: Partial<GapsAsked>, page: { limit?: number; cursor?: string | undefined }): Promise<Page<GapLine>> {
    const after = positionOf(page.cursor);
    const rows = await this.#parts.db.client.$queryRaw<GapLine[]>(Prisma.sql`
      SELECT g.id, g.question, g.language, g.reason, g."createdAt", g."closedAt", g."customerId", g."conversationId",
             p.name AS product, a.title AS article,
             CASE WHEN g.state = 'open' THEN 'open' WHEN g."articleId" IS NULL THEN 'closed' ELSE 'filled' END AS fate
        FROM "Gap" g LEFT JOIN "Product" p ON p.id = g."productId" LEFT JOIN "Article" a ON a.id = g."articleId"
       WHERE ${gapsWhere(this.#span(given))}
         ${after ? Prisma.sql`AND (g."createdAt", g.id) < (${after.at}, ${after.id}::uuid)` : Prisma.empty}
       ORDER BY g."createdAt" DESC, g.id DESC LIMIT ${rowsFor(page)}`);
    return pageOf(rows, page, (row) => ({ at: row.createdAt, id: row.id }));
  }

  /** Who asked the questions behind the numbers. */
  people(given: Partial<GapsAsked>): Promise<People> {
    return peopleIn(
      this.#parts.db.client,
      Prisma.sql`SELECT g."customerId", g."createdAt" AS at FROM "Gap" g WHERE ${gapsWhere(this.#span(given))}`,
    );
  }

  #span({ from, to = this.#parts.clock.now(), ...rest }: Partial<GapsAsked>): GapsAsked {
    const asked = { ...rest, from: from ?? new Date(to.getTime() - SPAN_MS), to };
    if (asked.from < asked.to) return asked;
    throw new InvalidInput([{ path: 'to', message: 'The span must end after it begins.' }]);
  }
}
