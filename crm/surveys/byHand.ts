import type { Client, Database } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { CareRules } from '../care/careRules.ts';
import { standingsOf } from '../care/standing.ts';
import type { Clock } from '../clock.ts';
import type { Reach } from '../conversations/reach.ts';
import { type CustomerFilter, customersWhere, shown } from '../customers/customerFilter.ts';
import { Conflict, InvalidInput } from '../errors.ts';
import type { Shop } from '../shop/shop.ts';
import { dayIn, storePlanned } from './planning.ts';
import { surveyStandingsOf } from './standing.ts';
import type { Survey } from './survey.ts';
import type { Surveys } from './surveys.ts';
import { type SurveyVerdict, surveyVerdict } from './verdict.ts';

/** Customers whom somebody chose: one by one, or everybody whom a list or a segment holds. */
export type SurveyChosen = { customerIds: string[] } | { filter: CustomerFilter };

/** Whether somebody would be asked now, by which way or why not. */
interface Asked {
  customerId: string;
  name: string | null;
  verdict: SurveyVerdict['do'];
  /** chat or mail. */
  way: string | null;
  reason: string | null;
}

/** Who would be asked now, who not and why: all are counted, the first are named. */
export interface ChosenPreview {
  total: number;
  counts: { verdict: Asked['verdict']; reason: string | null; customers: number }[];
  items: Asked[];
}

const SHOWN = 100;
const BATCH = 1000;
/** So many may be chosen at once: more is a survey of a segment, which the clock sends. */
export const MOST_CHOSEN = 10_000;

interface Parts {
  db: Database;
  clock: Clock;
  shop: Shop;
  audit: Audit;
  surveys: Surveys;
  careRules: CareRules;
  reach: Reach;
}

/** Surveys that staff send: they choose whom, the usual checks decide whether. */
export class SurveysByHand {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What would happen now; nothing is stored. Throws NotFound, InvalidInput, Conflict (surveyStopped, surveyAnonymous). */
  async preview(surveyId: string, chosen: SurveyChosen): Promise<ChosenPreview> {
    const { db, clock, shop, surveys, careRules, reach } = this.#parts;
    const { client } = db;
    const survey = await this.#survey(surveyId);
    const now = clock.now();
    const at = { now, zone: (await shop.profile()).zone, quiet: await careRules.manners() };
    const manners = await surveys.manners();
    const ids = await idsOf(client, chosen);
    const today = await this.#chosenToday(client, survey, at.zone, ids);
    const counts = new Map<string, ChosenPreview['counts'][number]>();
    const items: Asked[] = [];
    for (let from = 0; from < ids.length; from += BATCH) {
      const part = ids.slice(from, from + BATCH);
      const known = await standingsOf(client, part, now, false, 'survey', reach.channels);
      const asked = await surveyStandingsOf(client, part);
      for (const customerId of part) {
        const standing = known.get(customerId);
        const before = asked.get(customerId);
        if (!standing || !before) continue;
        const found: SurveyVerdict = today.has(customerId)
          ? { do: 'never', reason: 'alreadyToday' }
          : surveyVerdict({ ...standing, ...before }, { survey, again: false }, manners, at);
        const reason = found.do === 'ask' ? null : found.reason;
        const way = found.do === 'ask' ? found.way : null;
        const key = `${found.do} ${reason}`;
        counts.set(key, { verdict: found.do, reason, customers: (counts.get(key)?.customers ?? 0) + 1 });
        if (items.length < SHOWN) items.push({ customerId, name: standing.name, verdict: found.do, way, reason });
      }
    }
    return { total: ids.length, counts: [...counts.values()].sort((a, b) => b.customers - a.customers), items };
  }

  /**
   * Plans a survey for the chosen. Nobody gets it twice on a day; consent, complaints, quiet hours and cooldown are looked at when it is
   * sent. How many are new. Throws NotFound, InvalidInput, Conflict (surveyStopped, surveyAnonymous).
   */
  async send(surveyId: string, chosen: SurveyChosen, staffId: string): Promise<number> {
    const { db, audit, clock, shop } = this.#parts;
    return db.transaction(async (client) => {
      const survey = await this.#survey(surveyId);
      const ids = await idsOf(client, chosen);
      const cause = causeOn(dayIn((await shop.profile()).zone, clock.now()));
      const nowhere = {
        rated: 'shop',
        conversationId: null,
        productId: null,
        complaintId: null,
        taskId: null,
        reason: null,
      };
      const rows = ids.map((customerId) => ({ customerId, cause: cause(customerId), ...nowhere }));
      await audit.record({ staffId, action: 'send', entity: 'survey', entityId: surveyId });
      return storePlanned(client, survey, rows, clock.now(), true);
    });
  }

  async #survey(id: string): Promise<Survey> {
    const survey = await this.#parts.surveys.get(id);
    if (!survey.active) throw new Conflict('surveyStopped', 'This survey is stopped. Start it first.');
    if (survey.anonymous)
      throw new Conflict('surveyAnonymous', 'An anonymous survey has an open link and asks nobody.');
    return survey;
  }

  async #chosenToday(client: Client, { id }: Survey, zone: string, ids: readonly string[]): Promise<Set<string>> {
    const cause = causeOn(dayIn(zone, this.#parts.clock.now()));
    const where = { surveyId: id, cause: { in: ids.map(cause) } };
    const rows = await client.invitation.findMany({ where, select: { customerId: true } });
    return new Set(rows.flatMap(({ customerId }) => customerId ?? []));
  }
}

const causeOn = (day: string) => (customerId: string) => `hand:${day}:${customerId}`;

/** The chosen. Throws InvalidInput where one does not exist any more, or they are too many. */
async function idsOf(client: Client, chosen: SurveyChosen): Promise<string[]> {
  if ('customerIds' in chosen) {
    const ids = [...new Set(chosen.customerIds)];
    if ((await client.customer.count({ where: { id: { in: ids }, ...shown } })) === ids.length) return ids;
    throw new InvalidInput([{ path: 'customerIds', message: 'Some of these customers do not exist any more.' }]);
  }
  const where = customersWhere(chosen.filter);
  const rows = await client.customer.findMany({
    where,
    select: { id: true },
    orderBy: { id: 'desc' },
    take: MOST_CHOSEN + 1,
  });
  if (rows.length <= MOST_CHOSEN) return rows.map(({ id }) => id);
  throw new InvalidInput([
    {
      path: 'filter',
      message: `These are more than ${MOST_CHOSEN} customers: narrow the list, or let a segment start the survey.`,
    },
  ]);
}
