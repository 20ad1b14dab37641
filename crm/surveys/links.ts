import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Database, Response, SurveyLink } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import type { Shop } from '../shop/shop.ts';
import { SignedIds } from '../signedIds.ts';
import type { Invitations } from './invitations.ts';
import { isLow } from './metrics.ts';
import type { Answers } from './question.ts';
import { type Responses, surveyClosed } from './responses.ts';
import { type Survey, surveyOf } from './survey.ts';
import type { Surveys } from './surveys.ts';

/** A link as a manager makes it: on a poster, or for one parcel. */
export const newLinkSchema = z.strictObject({
  name: z.string().trim().min(1, 'Say where it will be.').max(80),
  single: z.boolean().default(false),
  expiresAt: z.date().nullable().default(null),
});

/** What a link shows. `state`: open, or why it takes no answer; `answered` may be changed until `editableUntil`. */
export interface LinkView {
  state: 'open' | 'answered' | 'used' | 'expired' | 'closed';
  survey: Pick<Survey, 'title' | 'metric' | 'anonymous'>;
  definition: unknown;
  answers: Answers | null;
  editableUntil: Date | null;
  /** Whether the customer is known, so that somebody can call. */
  known: boolean;
  customerId: string | null;
}

/** Answers as a page sends them; `id` is the page's own, `change`: an earlier answer is meant to be changed. */
export interface LinkAnswers {
  id: string;
  answers: Answers;
  language: 'zh' | 'en';
  change: boolean;
}

interface LinkParts {
  db: Database;
  clock: Clock;
  shop: Shop;
  audit: Audit;
  surveys: Surveys;
  invitations: Invitations;
  responses: Responses;
  /** Where customers reach us; absent: links are of no use outside of our pages. */
  publicUrl?: string | undefined;
}

/** How long a link of an invitation is good: an answer may come late. */
const DAYS = 60;
const DAY = 86_400_000;

type Found =
  | { link: SurveyLink; survey: Survey }
  | {
      invitationId: string;
      customerId: string | null;
      survey: Survey;
      version: number;
      sentAt: Date;
      given: Response | null;
      way: 'link' | 'mail';
    };

/** Surveys by link: those of invitations, for one customer, and those that hang somewhere. Looking changes nothing. */
export class SurveyLinks {
  readonly #parts: LinkParts;
  readonly #ids: SignedIds;

  constructor(parts: LinkParts) {
    this.#parts = parts;
    this.#ids = new SignedIds(parts.db, 'surveyLinkKey', 'survey link');
  }

  /** The token of an invitation's own link. */
  tokenOf(invitationId: string): Promise<string> {
    return this.#ids.tokenOf(invitationId);
  }

  /** The address of an invitation's own link; null where customers could not reach it. */
  async addressOf(invitationId: string): Promise<string | null> {
    const { publicUrl } = this.#parts;
    return publicUrl ? `${publicUrl.replace(/\/$/, '')}/s/${await this.tokenOf(invitationId)}` : null;
  }

  /** Newest first. Throws NotFound. */
  async list(surveyId: string): Promise<(SurveyLink & { answers: number })[]> {
    await this.#parts.surveys.get(surveyId);
    const rows = await this.#parts.db.client.surveyLink.findMany({
      where: { surveyId },
      include: { _count: { select: { responses: true } } },
      orderBy: { id: 'desc' },
    });
    return rows.map(({ _count, ...link }) => ({ ...link, answers: _count.responses }));
  }

  /** Throws NotFound, Conflict for a link for one person to an anonymous survey, InvalidInput for a time that has passed. */
  async make(surveyId: string, input: z.infer<typeof newLinkSchema>, staffId: string): Promise<SurveyLink> {
    const { surveys, clock, db, audit } = this.#parts;
    const survey = await surveys.get(surveyId);
    const now = clock.now();
    if (survey.anonymous && input.single)
      throw new Conflict('surveyAnonymous', 'A link for one person would tell who answered: use an open one.');
    if (input.expiresAt && input.expiresAt <= now)
      throw new InvalidInput([{ path: 'expiresAt', message: 'Choose a time that is still to come.' }]);
    return db.transaction(async (client) => {
      const token = randomBytes(24).toString('base64url');
      const made = await client.surveyLink.create({ data: { id: v7(), surveyId, ...input, token, createdAt: now } });
      await audit.record({ staffId, action: 'link', entity: 'survey', entityId: surveyId });
      return made;
    });
  }

  /** It takes no more answers. Throws NotFound. */
  async close(surveyId: string, id: string, staffId: string): Promise<void> {
    const { db, clock, audit } = this.#parts;
    await db.transaction(async (client) => {
      const open = { id, surveyId, closedAt: null };
      const { count } = await client.surveyLink.updateMany({ where: open, data: { closedAt: clock.now() } });
      if (count === 0) throw new NotFound('link', id);
      await audit.record({ staffId, action: 'closeLink', entity: 'survey', entityId: surveyId });
    });
  }

  /** Throws NotFound for a link that we did not make. */
  async look(token: string): Promise<LinkView> {
    const found = await this.#find(token);
    const { survey } = found;
    const given = 'given' in found ? found.given : null;
    const version = given?.version ?? ('version' in found ? found.version : survey.version);
    return {
      state: this.#stateOf(found),
      survey,
      definition: version === survey.version ? survey.definition : await this.#parts.surveys.asked(survey.id, version),
      answers: (given?.answers as Answers | undefined) ?? null,
      editableUntil: given && this.#parts.responses.editableUntil(survey, given),
      known: 'invitationId' in found,
      customerId: 'customerId' in found ? found.customerId : null,
    };
  }

  /** Somebody has the form before them. Throws NotFound. */
  async opened(token: string): Promise<void> {
    const found = await this.#find(token);
    if ('invitationId' in found) await this.#parts.invitations.opened(found.invitationId);
  }

  /**
   * Keeps the answers of a page, as a whole. `followUp`: they were low, and somebody will get in touch. Throws NotFound, InvalidInput
   * where something is missing or does not fit, Conflict for a link that was used, has ended, or whose survey is closed.
   */
  async answer(token: string, { id, answers: given, language, change }: LinkAnswers): Promise<{ followUp: boolean }> {
    const found = await this.#find(token);
    const { surveys, responses } = this.#parts;
    const { survey } = found;
    // Why it takes nothing comes before what is missing in it.
    const state = this.#stateOf(found);
    if (state === 'closed') throw surveyClosed();
    if (state === 'expired') throw linkExpired();
    const version = 'given' in found ? (found.given?.version ?? found.version) : survey.version;
    const form = await surveys.form(survey.id, version, language);
    const { answers, problems } = form.complete(given);
    if (problems.length > 0)
      throw new InvalidInput(problems.map(({ place, message }) => ({ path: `answers.${place}`, message })));
    if ('link' in found) {
      await responses.keepOpen(found.link, survey, { id, answers, language }, await this.#today());
      return { followUp: false };
    }
    const by = { way: found.way, language, once: !change };
    const kept = await responses.keep({ invitationId: found.invitationId, answers, open: 0, ...by });
    return { followUp: isLow(survey.metric, kept.score) };
  }

  /** The customer does not want to answer. Throws NotFound. */
  async refuse(token: string): Promise<void> {
    const found = await this.#find(token);
    if ('invitationId' in found) await this.#parts.invitations.dismiss(found.invitationId);
  }

  #stateOf(found: Found): LinkView['state'] {
    const now = this.#parts.clock.now();
    if ('link' in found) {
      const { closedAt, expiresAt, usedAt } = found.link;
      if (closedAt || !found.survey.active) return 'closed';
      if (expiresAt && expiresAt <= now) return 'expired';
      return usedAt ? 'used' : 'open';
    }
    const { given, survey, sentAt } = found;
    if (given) return now <= this.#parts.responses.editableUntil(survey, given) ? 'answered' : 'used';
    if (!survey.active) return 'closed';
    return now.getTime() > sentAt.getTime() + DAYS * DAY ? 'expired' : 'open';
  }

  async #find(token: string): Promise<Found> {
    const { client } = this.#parts.db;
    const invitationId = await this.#ids.idIn(token);
    if (invitationId) {
      const include = { survey: true, response: true } as const;
      const found = await client.invitation.findUnique({ where: { id: invitationId }, include });
      if (!found?.sentAt) throw new NotFound('link', token.slice(0, 8));
      const { survey, response, sentAt, version, channel, customerId } = found;
      const way = channel === 'mail' ? 'mail' : 'link';
      return { invitationId, customerId, survey: surveyOf(survey), version, sentAt, given: response, way };
    }
    const link = await client.surveyLink.findUnique({ where: { token }, include: { survey: true } });
    if (!link) throw new NotFound('link', token.slice(0, 8));
    const { survey, ...row } = link;
    return { link: row, survey: surveyOf(survey) };
  }

  /** The day in the shop's zone, at its beginning. */
  async #today(): Promise<Date> {
    const { zone } = await this.#parts.shop.profile();
    const now = Temporal.Instant.fromEpochMilliseconds(this.#parts.clock.now().getTime());
    return new Date(now.toZonedDateTimeISO(zone).startOfDay().epochMilliseconds);
  }
}

const linkExpired = (): Conflict =>
  new Conflict(
    'linkExpired',
    'This link has ended; nothing was stored. Ask us for a new one if you would like to answer.',
  );
