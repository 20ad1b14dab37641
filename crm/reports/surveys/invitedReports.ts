import { type Database, Prisma } from '#prisma/client.ts';
import type { Localized } from '../../localized.ts';
import { type Page, type PageRequest, pageOf, positionOf, rowsFor } from '../../page.ts';
import type { Shop } from '../../shop/shop.ts';
import { facts } from '../../surveys/days/count.ts';
import { type ResponseRate, responseRateOf } from '../../surveys/metrics.ts';
import { newestOfDays } from '../newestOfDays.ts';
import { type People, peopleIn } from '../people/people.ts';
import { countedOf, type SurveysAsked } from './asked.ts';
import { type InvitedAsked, invitedOf, tellsWithheld, whenOf } from './invited.ts';
import { namesOf } from './names.ts';
import type { SurveyReports } from './surveyReports.ts';

/** How many were asked and answered, and who was not asked and why; `withheld` is null where it cannot be told (see tellsWithheld). */
export interface InvitedCounts {
  rate: ResponseRate;
  withheld: { reason: string; count: number }[] | null;
  /** The same by survey, most asked first. */
  surveys: { surveyId: string; survey: Localized; rate: ResponseRate; withheld: number | null }[];
}

/** Somebody who was asked, or was not and why, with what came of it. */
export interface Invited {
  id: string;
  surveyId: string;
  survey: Localized;
  state: string;
  reason: string | null;
  way: string | null;
  channel: string | null;
  who: string;
  /** The colleague who is rated. */
  staff: string | null;
  product: Localized | null;
  customerId: string | null;
  customer: string | null;
  conversationId: string | null;
  /** When it was sent, or decided that it is not. */
  at: Date;
  answeredAt: Date | null;
  score: number | null;
  comment: string | null;
}

/** Whom surveys asked, for managers; only reads. What is counted is what SurveyReports counts, and the rows are those that were counted. */
export class InvitedReports {
  readonly #db: Database;
  readonly #shop: Shop;
  readonly #reports: SurveyReports;

  constructor(db: Database, shop: Shop, reports: SurveyReports) {
    this.#db = db;
    this.#shop = shop;
    this.#reports = reports;
  }

  async counts(asked: SurveysAsked): Promise<InvitedCounts> {
    const { ids, zone } = await this.#look(asked);
    const by = Prisma.sql`s."surveyId"`;
    const cells = await this.#reports.counts.read({ ...countedOf(asked, ids), group: by });
    const left = tellsWithheld(asked) ? await this.#withheld(asked, ids, zone) : null;
    const names = await namesOf(this.#db.client, 'survey', ids);
    const rows = ids.map((surveyId) => {
      const cell = cells.find(({ group }) => group === surveyId);
      const mine = left?.filter((each) => each.surveyId === surveyId).reduce((sum, { count }) => sum + count, 0);
      const rate = responseRateOf(cell?.delivered ?? 0, cell?.answered ?? 0);
      return { surveyId, survey: names.get(surveyId) as Localized, rate, withheld: mine ?? null };
    });
    const all = (of: 'delivered' | 'answered') => rows.reduce((sum, { rate }) => sum + rate[of], 0);
    return {
      rate: responseRateOf(all('delivered'), all('answered')),
      withheld: left && byReason(left),
      surveys: rows
        .filter(({ rate, withheld }) => rate.delivered > 0 || (withheld ?? 0) > 0)
        .toSorted((a, b) => b.rate.delivered - a.rate.delivered || (a.surveyId < b.surveyId ? -1 : 1)),
    };
  }

  /** The invitations behind a number, newest first. */
  async list(asked: InvitedAsked, page: PageRequest): Promise<Page<Invited>> {
    const { ids, zone } = await this.#look(asked);
    const after = positionOf(page.cursor);
    const at = whenOf(asked.outcome);
    const rows = rowsFor(page);
    const read = (of: Prisma.Sql, limit: number) =>
      this.#db.client.$queryRaw<Invited[]>(Prisma.sql`
        SELECT o.*, u.name AS customer, x.name AS staff, y.name AS product, r.score, r.comment FROM (
          SELECT i.id, i."surveyId", v.title AS survey, i.state, i.reason, i.way, coalesce(i.channel, c.channel) AS channel, ${facts.who} AS who,
                 i.rated, i."productId", i."customerId", i."conversationId", ${at} AS at, i."answeredAt"
          ${of} ${after ? Prisma.sql`AND (${at}, i.id) < (${after.at}, ${after.id}::uuid)` : Prisma.empty}
           ORDER BY ${at} DESC, i.id DESC LIMIT ${limit}) o
          LEFT JOIN "Customer" u ON u.id = o."customerId" LEFT JOIN "Staff" x ON x.id::text = o.rated
          LEFT JOIN "Product" y ON y.id = o."productId" LEFT JOIN "Response" r ON r."invitationId" = o.id
         ORDER BY o.at DESC, o.id DESC`);
    const found = await this.#rows(asked, { ids, zone, rows }, read);
    return pageOf(found, page, (row) => ({ at: row.at, id: row.id }));
  }

  /** Whom it was, as far as they can be written to. */
  async people(asked: InvitedAsked): Promise<People> {
    const { ids, zone } = await this.#look(asked);
    const of = tells(asked) ? invitedOf(asked, ids, zone) : Prisma.sql`FROM "Invitation" i WHERE false`;
    return peopleIn(this.#db.client, Prisma.sql`SELECT i."customerId", ${whenOf(asked.outcome)} AS at ${of}`);
  }

  /** All of them piece by piece, for a file. */
  async *each(asked: InvitedAsked): AsyncGenerator<Invited[]> {
    let cursor: string | undefined;
    do {
      const page = await this.list(asked, { limit: 1000, cursor });
      if (page.items.length > 0) yield page.items;
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  }

  /** Of those that were asked only the days are read that hold some, by the counts; of those that were not the index tells the newest. */
  async #rows(
    asked: InvitedAsked,
    { ids, zone, rows }: { ids: string[]; zone: string; rows: number },
    read: (of: Prisma.Sql, limit: number) => Promise<Invited[]>,
  ): Promise<Invited[]> {
    if (!tells(asked)) return [];
    if (asked.outcome === 'withheld') return read(invitedOf(asked, ids, zone), rows);
    const group = Prisma.sql`s.day || ' ' || s."surveyId"`;
    const cells = await this.#reports.counts.read({ ...countedOf(asked, ids), group });
    const { outcome } = asked;
    const days = cells.map(({ group, delivered, answered }) => {
      const [day = '', surveyId = ''] = group.split(' ');
      return { day, surveyId, n: outcome === 'unanswered' ? delivered - answered : { delivered, answered }[outcome] };
    });
    return newestOfDays(days, { rows }, (some, limit) => {
      const on = { surveyIds: some.map(({ surveyId }) => surveyId), days: some.map(({ day }) => day) };
      return read(invitedOf(asked, ids, zone, on), limit);
    });
  }

  async #withheld(asked: SurveysAsked, ids: string[], zone: string) {
    const of = invitedOf({ ...asked, outcome: 'withheld' }, ids, zone);
    return this.#db.client.$queryRaw<{ surveyId: string; reason: string; count: number }[]>(Prisma.sql`
      SELECT i."surveyId", coalesce(i.reason, '') AS reason, count(*)::int AS count ${of} GROUP BY 1, 2`);
  }

  async #look(asked: SurveysAsked): Promise<{ ids: string[]; zone: string }> {
    const ids = await this.#reports.surveysOf(asked);
    return { ids, zone: (await this.#shop.profile()).zone };
  }
}

const tells = (asked: InvitedAsked): boolean => asked.outcome !== 'withheld' || tellsWithheld(asked);

function byReason(rows: readonly { reason: string; count: number }[]): { reason: string; count: number }[] {
  const sums = new Map<string, number>();
  for (const { reason, count } of rows) sums.set(reason, (sums.get(reason) ?? 0) + count);
  return [...sums]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
