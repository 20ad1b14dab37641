import { Temporal } from 'temporal-polyfill';
import { type Client, type Database, type Invitation, Prisma } from '#prisma/client.ts';
import type { CareRules } from '../care/careRules.ts';
import { madeAt } from '../care/madeAt.ts';
import { type Known, standingsOf } from '../care/standing.ts';
import type { Clock } from '../clock.ts';
import type { Reach } from '../conversations/reach.ts';
import type { Messenger } from '../messenger.ts';
import type { Shop } from '../shop/shop.ts';
import type { SurveyManners } from './asking.ts';
import { touch } from './days/touch.ts';
import { candidatesOf, MADE_UP_DAYS } from './occasions.ts';
import { dayIn, storePlanned } from './planning.ts';
import { ratedNow, teamOf } from './rated.ts';
import { type SurveyStanding, surveyStandingsOf } from './standing.ts';
import { standsNow } from './standsNow.ts';
import { type Survey, surveyOf } from './survey.ts';
import type { Surveys } from './surveys.ts';
import { helperIn } from './talks.ts';
import { type SurveyVerdict, surveyVerdict, type Talk, type Withheld } from './verdict.ts';

/** So many are judged and sent in one transaction. */
const BATCH = 100;
/** What waited for longer than this is asked too late to be remembered. */
const STALE_DAYS = 14;
const DAY = 86_400_000;

interface SendingParts {
  db: Database;
  clock: Clock;
  shop: Shop;
  messenger: Messenger;
  surveys: Surveys;
  careRules: CareRules;
  reach: Reach;
}

/** What one look at the clock did. */
export interface SurveyRound {
  planned: number;
  sent: number;
  withheld: number;
  reminded: number;
  expired: number;
}

type Planned = Invitation & { conversation: { lastActivityAt: Date } | null };
type Judged = Planned & { survey: Survey };

/** Surveys that the clock sends: planned when their occasion comes, judged when they go out, said again once, and given up. */
export class SurveySending {
  readonly #parts: SendingParts;

  constructor(parts: SendingParts) {
    this.#parts = parts;
  }

  /** Plans, sends, reminds and expires what is due. Safe to run twice and on several instances. */
  async runDue(now: Date): Promise<SurveyRound> {
    const round: SurveyRound = { planned: await this.#plan(now), sent: 0, withheld: 0, reminded: 0, expired: 0 };
    const expire = Prisma.sql`
      UPDATE "Invitation" SET state = 'expired' WHERE state IN ('sent', 'delivered', 'opened') AND "expiresAt" <= ${now}`;
    round.expired = await this.#parts.db.transaction((client) => client.$executeRaw(expire));
    await this.#parts.db.transaction((client) => client.$executeRaw(arrived));
    while ((await this.#batch(now, round, 'planned')) === BATCH);
    await this.#batch(now, round, 'reminder');
    return round;
  }

  async #plan(now: Date): Promise<number> {
    const { db, surveys, shop } = this.#parts;
    const { zone } = await shop.profile();
    const to = dayIn(zone, now);
    const from = Temporal.PlainDate.from(to).subtract({ days: MADE_UP_DAYS }).toString();
    let planned = 0;
    for (const survey of (await surveys.running()).filter(({ anonymous }) => !anonymous))
      planned += await db.transaction(async (client) => {
        const found = await candidatesOf(client, { ...survey.asking, surveyId: survey.id, now, zone, from, to });
        return storePlanned(client, survey, found, now, false);
      });
    return planned;
  }

  /** Judges and acts on what is due, in one transaction: the question and the mark that it is sent exist together or not at all. */
  async #batch(now: Date, round: SurveyRound, kind: 'planned' | 'reminder'): Promise<number> {
    const { db, surveys, careRules, shop, reach } = this.#parts;
    const { zone } = await shop.profile();
    const [quiet, manners] = [await careRules.manners(), await surveys.manners()];
    return db.transaction(async (client) => {
      const ids = await client.$queryRaw<{ id: string }[]>(kind === 'planned' ? plannedNow(now) : toRemind(now));
      const rows = await client.invitation.findMany({
        where: { id: { in: ids.map(({ id }) => id) } },
        include: { survey: true, conversation: { select: { lastActivityAt: true } } },
        orderBy: { id: 'asc' },
      });
      const customers = rows.flatMap(({ customerId }) => customerId ?? []);
      const known = await standingsOf(client, customers, now, true, 'survey', reach.channels);
      const asked = await surveyStandingsOf(client, customers);
      for (const row of rows) {
        const invitation = { ...row, survey: surveyOf(row.survey) };
        const standing = known.get(row.customerId ?? '');
        const before = asked.get(row.customerId ?? '');
        if (!standing || !before) {
          await withhold(client, row.id, 'gone', now);
          continue;
        }
        const again = kind === 'reminder' || row.followsId !== null;
        const asking = { survey: invitation.survey, again, talk: again ? undefined : talkOf(row) };
        const verdict = surveyVerdict({ ...standing, ...before }, asking, manners, { now, zone, quiet });
        if (kind === 'reminder') await this.#remind(client, invitation, verdict, now, round);
        else await this.#act(client, invitation, { standing, before, verdict, manners }, now, round);
      }
      return ids.length;
    });
  }

  async #act(
    client: Client,
    invitation: Judged,
    seen: { standing: Known; before: SurveyStanding; verdict: SurveyVerdict; manners: SurveyManners },
    now: Date,
    round: SurveyRound,
  ): Promise<void> {
    const { verdict, standing, before } = seen;
    const { id, survey } = invitation;
    // A talk is too late sooner, and says so itself.
    const stale = !talkOf(invitation) && now.getTime() - madeAt(id) > STALE_DAYS * DAY;
    if (verdict.do === 'never' || (verdict.do === 'later' && stale)) {
      await withhold(client, id, verdict.reason, now);
      round.withheld += 1;
      return;
    }
    const why = await decidedSince(client, invitation);
    if (why) {
      await withhold(client, id, why, now);
      round.withheld += 1;
    } else if (verdict.do === 'later') {
      await client.invitation.update({ where: { id }, data: { dueAt: verdict.until, reason: verdict.reason } });
    } else {
      const begun = standing.conversationId ?? (await this.#parts.reach.begin(standing.id, standing.channel ?? ''));
      if (!begun) {
        // What stands in the record is no address, or another customer's.
        await withhold(client, id, 'unreachable', now);
        round.withheld += 1;
        return;
      }
      const expiresAt = new Date(now.getTime() + survey.asking.expireDays * DAY);
      const sent = { state: 'sent' as const, reason: null, dueAt: null, sentAt: now, expiresAt };
      const by = { way: verdict.way, channel: standing.channel, conversationId: begun, version: survey.version };
      const then = await standsNow(client, standing.id);
      const rated = await ratedNow(client, invitation);
      const whom = { rated, ratedTeamId: await teamOf(client, rated) };
      await client.invitation.update({ where: { id }, data: { ...sent, ...by, ...then, ...whom } });
      await touch(client, survey.id, now);
      await this.#parts.messenger.send(begun, { kind: 'survey', ids: { invitationId: id } });
      // Who was asked a moment ago is not asked by the next survey of this round.
      before.askedAt = now;
      if (survey.metric !== 'none') before.metricAt[survey.metric] = now;
      round.sent += 1;
    }
  }

  async #remind(
    client: Client,
    { id, conversationId, reason }: Judged,
    verdict: SurveyVerdict,
    now: Date,
    round: SurveyRound,
  ): Promise<void> {
    // What is not a good time now may be one at the next look, as long as an answer is waited for.
    if (verdict.do !== 'ask' || !conversationId) {
      const why = verdict.do === 'ask' ? 'unreachable' : verdict.reason;
      if (why !== reason) await client.invitation.update({ where: { id }, data: { reason: why } });
      return;
    }
    await client.invitation.update({ where: { id }, data: { remindedAt: now, reason: null } });
    await this.#parts.messenger.send(conversationId, { kind: 'survey', ids: { invitationId: id, remind: 'yes' } });
    round.reminded += 1;
  }
}

/** The talk that an invitation is about. */
function talkOf({ cause, conversationId, conversation }: Planned): Talk | undefined {
  return cause?.startsWith('conversation:') && conversation ? { conversationId, ...conversation } : undefined;
}

/** Causes that end with the record by which a person was chosen. */
const byRecord = /^((?:segment|date|hand):.*)[\da-f-]{36}$/;

/** What has come to forbid it since it was planned: the same person was asked by another of their records, or says that a talk was no help. */
async function decidedSince(client: Client, invitation: Judged): Promise<Withheld | null> {
  const { id, cause, surveyId, customerId, conversationId } = invitation;
  const [, begins] = byRecord.exec(cause ?? '') ?? [];
  if (begins) {
    const twin = { surveyId, customerId, id: { not: id }, cause: { startsWith: begins }, sentAt: { not: null } };
    return (await client.invitation.count({ where: twin })) > 0 ? 'merged' : null;
  }
  if (!talkOf(invitation) || !conversationId) return null;
  return (await helperIn(client, conversationId))?.down ? 'thumbsDown' : null;
}

const withhold = (client: Client, id: string, reason: string, now: Date) =>
  client.invitation.update({ where: { id }, data: { state: 'withheld', reason, decidedAt: now, dueAt: null } });

const plannedNow = (now: Date) => Prisma.sql`
  SELECT id FROM "Invitation" WHERE state = 'planned' AND "dueAt" <= ${now}
   ORDER BY "dueAt", id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;

const toRemind = (now: Date) => Prisma.sql`
  SELECT i.id FROM "Invitation" i JOIN "Survey" s ON s.id = i."surveyId"
   WHERE i.state IN ('sent', 'delivered', 'opened') AND i."remindedAt" IS NULL AND i.way IN ('chat', 'mail') AND s.active
     AND (s.asking->>'reminderDays')::int > 0
     AND i."sentAt" + make_interval(days => (s.asking->>'reminderDays')::int) <= ${now} AND i."expiresAt" > ${now}
   ORDER BY i.reason IS NOT NULL, i."sentAt", i.id LIMIT ${BATCH} FOR UPDATE OF i SKIP LOCKED`;

/** What a channel has not taken yet, or refused, has not arrived; what it took has. Channels without an outbox show it at once. */
const arrived = Prisma.sql`
  WITH moved AS (UPDATE "Invitation" i
     SET "deliveredAt" = CASE WHEN o.state = 'sent' THEN coalesce(i."deliveredAt", o."createdAt") END,
         state = CASE WHEN o.state = 'sent' THEN 'delivered' ELSE 'sent' END::"InvitationState",
         reason = CASE WHEN o.state IN ('failed', 'uncertain') THEN 'unreachable' END
    FROM (SELECT DISTINCT ON (p.id) p.id, e.state, e."createdAt" FROM "Invitation" p
            JOIN "OutboxEntry" e ON e."conversationId" = p."conversationId" AND e.kind = 'survey' AND e."createdAt" >= p."sentAt"
           WHERE p.state IN ('sent', 'delivered') AND p.way IN ('chat', 'mail') ORDER BY p.id, e."createdAt") o
   WHERE o.id = i.id AND i.state IN ('sent', 'delivered') AND (o.state = 'sent') IS DISTINCT FROM (i."deliveredAt" IS NOT NULL)
   RETURNING i."surveyId", i."sentAt")
  INSERT INTO "SurveyTouch" (id, "surveyId", at) SELECT gen_random_uuid(), "surveyId", "sentAt" FROM moved`;
