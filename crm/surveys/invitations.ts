import { v7 } from 'uuid';
import type { Client, Database, Invitation, Prisma } from '#prisma/client.ts';
import { standingsOf } from '../care/standing.ts';
import type { Clock } from '../clock.ts';
import { NotFound } from '../errors.ts';
import { type Page, type PageRequest, pageOf, positionOf, rowsFor } from '../page.ts';
import type { Shop } from '../shop/shop.ts';
import { touch } from './days/touch.ts';
import { dayIn, keepDecisions } from './planning.ts';
import { teamOf } from './rated.ts';
import { surveyStandingsOf } from './standing.ts';
import { standsNow } from './standsNow.ts';
import type { Survey } from './survey.ts';
import type { Surveys } from './surveys.ts';
import { helperIn } from './talks.ts';
import { ofTalk, type Withheld, withheldHere } from './verdict.ts';

export type { InvitationState } from '#prisma/client.ts';

const DAY = 86_400_000;

/** A survey to be asked here and now; with the reason, where it is not. */
export interface Moment {
  survey: Survey;
  cause: string;
  reason: Withheld | null;
}

/** Whom an invitation asks, about what, and who is rated. */
export interface Asked {
  survey: Survey;
  cause: string;
  customerId: string;
  conversationId: string;
  /** bot, shop, or the id of a member of staff. */
  rated: string;
  productId?: string | null;
  channel?: string;
}

/** An invitation with the names that a list shows. */
export type InvitationSummary = Invitation & {
  customer: { id: string; name: string | null } | null;
  response: { id: string; score: number | null } | null;
};

export interface InvitationFilter extends PageRequest {
  surveyId?: string;
  customerId?: string;
  state?: Invitation['state'];
}

/** Who is asked what, and what became of it; every decision not to ask is kept with its reason. */
export class Invitations {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #shop: Shop;
  readonly #surveys: Surveys;

  constructor(db: Database, clock: Clock, shop: Shop, surveys: Surveys) {
    this.#db = db;
    this.#clock = clock;
    this.#shop = shop;
    this.#surveys = surveys;
  }

  /** What names the talk of today in a conversation: one on a messenger goes on for years. */
  async talk(conversationId: string): Promise<string> {
    const { zone } = await this.#shop.profile();
    return `conversation:${conversationId}:${dayIn(zone, this.#clock.now())}`;
  }

  /** At the end of help: the first running survey that asks then and was not yet decided on in this talk. Changes nothing. */
  async atEnd(conversationId: string, customerId: string): Promise<Moment | null> {
    const cause = await this.talk(conversationId);
    const running = (await this.#surveys.running()).filter(({ asking }) => asking.trigger === 'conversationSolved');
    if (running.length === 0) return null;
    const { client } = this.#db;
    const decided = await client.invitation.findMany({
      // What is planned for when it has become quiet is asked now.
      where: { cause, state: { not: 'planned' }, surveyId: { in: running.map(({ id }) => id) } },
      select: { surveyId: true, state: true, reason: true },
    });
    // One question at the end of a talk is enough.
    if (decided.some(({ state }) => state !== 'withheld')) return null;
    // What was true of the talk so far is not any more.
    const final = decided.filter(({ reason }) => !(ofTalk as readonly (string | null)[]).includes(reason));
    const survey = running.find(({ id }) => !final.some(({ surveyId }) => surveyId === id));
    if (!survey) return null;
    const now = this.#clock.now();
    const standing = (await standingsOf(client, [customerId], now, false, 'survey')).get(customerId);
    if (!standing) return null;
    const asked = (await surveyStandingsOf(client, [customerId])).get(customerId)!;
    const manners = await this.#surveys.manners();
    return { survey, cause, reason: withheldHere({ ...standing, ...asked }, { survey, cause }, manners, now) };
  }

  /** Keeps that somebody was not asked, and why; once for each cause. */
  async withhold({ survey, cause, reason }: Moment, customerId: string, conversationId: string | null): Promise<void> {
    const row = { ...this.#row({ survey, cause, customerId, conversationId }), state: 'withheld' as const, reason };
    await this.#db.transaction((client) => keepDecisions(client, [{ ...row, decidedAt: this.#clock.now() }]));
  }

  /** Asks in the chat, now: the invitation for this cause, or the one that is there. Who is rated is fixed with it. */
  async invite({ survey, cause, customerId, conversationId, rated, productId, channel }: Asked): Promise<Invitation> {
    const now = this.#clock.now();
    const row = this.#row({ survey, cause, customerId, conversationId });
    const sent = {
      rated,
      productId: productId ?? null,
      channel: channel ?? null,
      way: 'chat',
      sentAt: now,
      deliveredAt: now,
      state: 'delivered' as const,
      expiresAt: new Date(now.getTime() + survey.asking.expireDays * DAY),
    };
    return this.#db.transaction(async (client) => {
      const then = { ...(await standsNow(client, customerId)), ratedTeamId: await teamOf(client, rated) };
      await this.#leaveOthers(client, { survey, cause, customerId, conversationId });
      await client.invitation.createMany({ data: [{ ...row, ...sent, ...then }], skipDuplicates: true });
      const where = { surveyId_cause: { surveyId: survey.id, cause } };
      const found = await client.invitation.findUniqueOrThrow({ where });
      await touch(client, survey.id, found.sentAt, now);
      if (found.state !== 'withheld' && found.state !== 'planned') return found;
      // It was not to be asked of our own accord, and the customer wants to say it; or it was to be asked a little later.
      return client.invitation.update({
        where,
        data: { ...sent, ...then, reason: null, decidedAt: null, dueAt: null },
      });
    });
  }

  /** Whoever has helped last in a conversation by now, who is rated if it is asked about: bot, or the id of a colleague. */
  async helper(conversationId: string): Promise<string> {
    return (await helperIn(this.#db.client, conversationId))?.rated ?? 'bot';
  }

  /** What was asked last in a conversation, whatever became of it; null: nothing. */
  async lastIn(conversationId: string): Promise<Invitation | null> {
    const where = { conversationId, sentAt: { not: null } };
    return this.#db.client.invitation.findFirst({ where, orderBy: { sentAt: 'desc' } });
  }

  /** Throws NotFound. */
  async get(id: string): Promise<Invitation> {
    const found = await this.#db.client.invitation.findUnique({ where: { id } });
    if (!found) throw new NotFound('invitation', id);
    return found;
  }

  /** What the talk was about that it asks about. */
  async concerns(id: string, productId: string): Promise<void> {
    await this.#mark(id, ['sent', 'delivered', 'opened'], { productId });
  }

  /** It has reached the customer: the channel took it. */
  async delivered(id: string): Promise<void> {
    await this.#mark(id, ['sent'], { state: 'delivered', deliveredAt: this.#clock.now() });
  }

  /** The customer has it before them: has opened the link, or begun to answer. */
  async opened(id: string): Promise<void> {
    const now = this.#clock.now();
    await this.#db.transaction(async (client) => {
      await client.invitation.updateMany({ where: { id, deliveredAt: null }, data: { deliveredAt: now } });
      await client.invitation.updateMany({ where: { id, openedAt: null }, data: { openedAt: now } });
      await client.invitation.updateMany({
        where: { id, state: { in: ['sent', 'delivered'] } },
        data: { state: 'opened' },
      });
      await touchSent(client, id);
    });
  }

  /** The customer does not want to answer. Does nothing if it was answered. */
  async dismiss(id: string): Promise<void> {
    const open = ['sent', 'delivered', 'opened', 'expired'] as const;
    await this.#mark(id, [...open], { state: 'dismissed', dismissedAt: this.#clock.now() });
  }

  /** Newest first. */
  async list({ surveyId, customerId, state, ...request }: InvitationFilter): Promise<Page<InvitationSummary>> {
    // Ids are made in the order of time.
    const after = positionOf(request.cursor);
    const rows = await this.#db.client.invitation.findMany({
      where: {
        ...(surveyId && { surveyId }),
        ...(customerId && { customerId }),
        ...(state && { state }),
        ...(after && { id: { lt: after.id } }),
      },
      include: { customer: { select: { id: true, name: true } }, response: { select: { id: true, score: true } } },
      orderBy: { id: 'desc' },
      take: rowsFor(request),
    });
    return pageOf(rows, request, ({ id }) => ({ at: new Date(0), id }));
  }

  /** One question about a talk is enough: the other surveys that ask then do not, and say so. */
  async #leaveOthers(client: Client, asked: Pick<Asked, 'survey' | 'cause' | 'customerId' | 'conversationId'>) {
    if (!asked.cause.startsWith('conversation:')) return;
    for (const survey of await this.#surveys.running()) {
      if (survey.id === asked.survey.id || survey.anonymous || survey.asking.trigger !== 'conversationSolved') continue;
      const decision = { state: 'withheld' as const, reason: 'otherSurvey', decidedAt: this.#clock.now() };
      await keepDecisions(client, [{ ...this.#row({ ...asked, survey }), ...decision }]);
    }
  }

  async #mark(id: string, from: Invitation['state'][], data: Prisma.InvitationUpdateManyMutationInput): Promise<void> {
    await this.#db.transaction(async (client) => {
      await client.invitation.updateMany({ where: { id, state: { in: from } }, data });
      await touchSent(client, id);
    });
  }

  #row(of: { survey: Survey; cause: string; customerId: string; conversationId: string | null }) {
    const { survey, ...where } = of;
    return { id: v7(), surveyId: survey.id, version: survey.version, ...where };
  }
}

/** The day on which it was sent is counted again. */
async function touchSent(client: Client, id: string): Promise<void> {
  const found = await client.invitation.findUnique({ where: { id }, select: { surveyId: true, sentAt: true } });
  if (found) await touch(client, found.surveyId, found.sentAt);
}
