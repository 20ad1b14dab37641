import { isDeepStrictEqual } from 'node:util';
import { v7 } from 'uuid';
import type { Client, Database, Invitation, Prisma, Response, SurveyLink, Task } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';
import type { Tasks } from '../tasks/tasks.ts';
import { tellPartners } from '../webhooks/events.ts';
import { touch } from './days/touch.ts';
import { COMMENT, SCORE } from './definition.ts';
import { isLow, scaleOf } from './metrics.ts';
import { mixAll, mixIn } from './mixing.ts';
import type { Answers } from './question.ts';
import { type Survey, surveyOf } from './survey.ts';

const HOUR = 3_600_000;
const MIXED_DAYS = 3;
const ANSWER_FIXED = 'answerFixed';
const SURVEY_CLOSED = 'surveyClosed';

/** What somebody answered so far; `open`: how many questions are left. */
export interface Given {
  invitationId: string;
  answers: Answers;
  open?: number;
  way?: 'chat' | 'link' | 'mail';
  channel?: string | null;
  language?: 'zh' | 'en';
  /** It must be the first answer, or the same again: a change is not meant. */
  once?: boolean;
  /** The answers that whoever asks had seen: what came by another way since then is not replaced. */
  seen?: Answers | undefined;
}

/** What the answers say in short. */
export interface Said {
  score: number | null;
  comment: string | null;
}

export interface ResponseFilter extends PageRequest {
  minScore?: number;
  maxScore?: number;
  from?: Date | undefined;
  to?: Date | undefined;
}

/** Answers to surveys: kept as they come, changed within their window with their history, and acted upon where they are low. */
export class Responses {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #tasks: Tasks;

  constructor(db: Database, clock: Clock, tasks: Tasks) {
    this.#db = db;
    this.#clock = clock;
    this.#tasks = tasks;
    tasks.whenDone((client, task) => this.#closeLoop(client, task));
  }

  /**
   * The first answer makes the response, later ones complete or change it; a low score raises a task, once. Answers after the
   * invitation has expired count as any. Throws NotFound, InvalidInput, Conflict where it may not be changed any more.
   */
  async keep({ invitationId, answers: given, open: left = 0, once = false, seen, ...by }: Given): Promise<Response> {
    return this.#db.transaction(async (client) => {
      await client.$queryRaw`SELECT id FROM "Invitation" WHERE id = ${invitationId}::uuid FOR UPDATE`;
      const invitation = await client.invitation.findUnique({ where: { id: invitationId }, include: { survey: true } });
      if (!invitation?.sentAt) throw new NotFound('invitation', invitationId);
      const survey = surveyOf(invitation.survey);
      const before = await client.response.findUnique({ where: { invitationId } });
      const isOther = before && seen && (before.open === 0 || !isDeepStrictEqual(before.answers, seen));
      const came = isOther ? (before.answers as Answers) : undefined;
      const answers = { ...given, ...came };
      // What was sent as a whole stays whole.
      const open = isOther && before.open === 0 ? 0 : left;
      const said = saidIn(answers, survey.metric);
      if (!before && !survey.active) throw surveyClosed();
      if (before && once && !isDeepStrictEqual(before.answers, answers)) throw linkUsed();
      const response = before
        ? await this.#change(client, survey, before, { answers, open, ...said })
        : await this.#first(client, invitation, { answers, open, ...said, ...by });
      await this.#act(client, survey, before, response);
      const { customerId } = response;
      const heard = { responseId: response.id, surveyId: survey.id, customerId };
      if (open === 0) await tellPartners(this.#db, this.#clock.now(), { type: 'survey.answered', data: heard });
      await touch(client, survey.id, response.answeredAt, invitation.sentAt);
      this.#db.signals.publish('responses', { responseId: response.id, surveyId: survey.id });
      return response;
    });
  }

  /** Nothing more comes: what is open was passed over. Safe to call twice. */
  async complete(invitationId: string): Promise<void> {
    await this.#db.transaction(async (client) => {
      const [found] = await client.response.updateManyAndReturn({
        where: { invitationId, open: { gt: 0 } },
        data: { open: 0 },
      });
      if (!found) return;
      const data = { responseId: found.id, surveyId: found.surveyId, customerId: found.customerId };
      await tellPartners(this.#db, this.#clock.now(), { type: 'survey.answered', data });
    });
  }

  /** As `keep`; in a word why it is not taken: the survey takes no more answers, or this one may not be changed any more. */
  async tryToKeep(given: Given): Promise<Response | 'closed' | 'fixed'> {
    try {
      return await this.keep(given);
    } catch (fault) {
      if (fault instanceof Conflict && fault.code === ANSWER_FIXED) return 'fixed';
      if (fault instanceof Conflict && fault.code === SURVEY_CLOSED) return 'closed';
      throw fault;
    }
  }

  /** An answer by a link that is no one person's. `id` is the page's own, so that what it sends twice counts once. */
  async keepOpen(
    link: SurveyLink,
    survey: Survey,
    given: { id: string; answers: Answers; language: 'zh' | 'en' },
    day: Date,
  ): Promise<Response> {
    const { id, answers, language } = given;
    return this.#db.transaction(async (client) => {
      const known = await client.response.findUnique({ where: { id } });
      // Which poster it was might be who it was: anonymous answers do not keep it.
      const linkId = survey.anonymous ? null : link.id;
      if (known && known.surveyId === survey.id && known.linkId === linkId && !known.invitationId) return known;
      if (!survey.active) throw surveyClosed();
      const now = this.#clock.now();
      if (link.single) {
        const open = { id: link.id, usedAt: null };
        if ((await client.surveyLink.updateMany({ where: open, data: { usedAt: now } })).count === 0) throw linkUsed();
      }
      const said = saidIn(answers, survey.metric);
      const of = { surveyId: survey.id, version: survey.version, linkId, way: 'link' };
      // Of anonymous answers the day and no time is kept, no language, which may be one person's, and an id that is drawn, not counted up.
      const when = survey.anonymous ? { answeredAt: day } : { answeredAt: now, language };
      const data = { id, ...of, ...when, ...said, answers: json(answers) };
      await client.response.createMany({ data: [data], skipDuplicates: true });
      if (survey.anonymous) await mixIn(client, { surveyId: survey.id, id, day });
      const response = await client.response.findUniqueOrThrow({ where: { id } });
      // Nobody can be called; the words are still worth a look. Of anonymous answers no task tells the hour.
      if (!survey.anonymous && response.linkId === link.id) await this.#act(client, survey, null, response);
      await touch(client, survey.id, response.answeredAt);
      this.#db.signals.publish('responses', { surveyId: survey.id });
      return response;
    });
  }

  /** Anonymous answers of the last days are mixed once more: by day there may be more than are mixed with each. Safe to run twice. */
  async mixAnonymous(): Promise<number> {
    const since = new Date(this.#clock.now().getTime() - MIXED_DAYS * 24 * HOUR);
    return this.#db.transaction((client) => mixAll(client, since));
  }

  /** Throws NotFound. */
  async get(id: string): Promise<Response> {
    const found = await this.#db.client.response.findUnique({ where: { id } });
    if (!found) throw new NotFound('response', id);
    return found;
  }

  /** Until when an answer may be changed. */
  editableUntil(survey: Survey, response: Pick<Response, 'answeredAt'>): Date {
    return new Date(response.answeredAt.getTime() + survey.asking.editHours * HOUR);
  }

  /** What was answered for an invitation; null: nothing yet. */
  async ofInvitation(invitationId: string): Promise<Response | null> {
    return this.#db.client.response.findUnique({ where: { invitationId } });
  }

  /** Newest first. */
  async list(surveyId: string, filter: ResponseFilter = {}): Promise<Page<Response>> {
    const { minScore, maxScore, from, to } = filter;
    const rows = await this.#db.client.response.findMany({
      where: {
        AND: [{ surveyId, answeredAt: { gte: from, lt: to } }, olderThan('answeredAt', filter)],
        ...((minScore ?? maxScore) !== undefined && { score: { gte: minScore, lte: maxScore } }),
      },
      orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(filter),
    });
    return pageOf(rows, filter, (row) => ({ at: row.answeredAt, id: row.id }));
  }

  async #first(
    client: Client,
    invitation: Invitation,
    { answers, ...given }: Said & Omit<Given, 'invitationId'>,
  ): Promise<Response> {
    const now = this.#clock.now();
    const { id, surveyId, version, customerId, conversationId, productId } = invitation;
    const marks = { openedAt: invitation.openedAt ?? now, deliveredAt: invitation.deliveredAt ?? now };
    await client.invitation.update({ where: { id }, data: { state: 'answered', answeredAt: now, ...marks } });
    const of = { surveyId, version, invitationId: id, customerId, conversationId, productId };
    return client.response.create({ data: { id: v7(), ...of, ...given, answers: json(answers), answeredAt: now } });
  }

  async #change(
    client: Client,
    survey: Survey,
    before: Response,
    { answers, ...given }: Said & Pick<Given, 'answers' | 'open'>,
  ): Promise<Response> {
    const now = this.#clock.now();
    const was = before.answers as Answers;
    const changed = Object.keys(was).some((name) => !isDeepStrictEqual(was[name], answers[name]));
    if (changed) {
      if (now > this.editableUntil(survey, before)) throw answerFixed();
      const { score, comment } = before;
      const kept = { id: v7(), responseId: before.id, score, comment, answers: json(was), at: now };
      await client.responseChange.create({ data: kept });
    }
    // What was read in words that are no more goes with them.
    if (given.comment !== before.comment) await client.commentReading.deleteMany({ where: { responseId: before.id } });
    const data = { ...given, answers: json(answers), ...(changed && { changedAt: now }) };
    return client.response.update({ where: { id: before.id }, data });
  }

  /** A low score raises a task; words that come afterwards reach whoever follows up. */
  async #act(client: Client, survey: Survey, before: Response | null, response: Response): Promise<void> {
    const task = await client.task.findFirst({ where: { responseId: response.id, type: 'surveyFollowUp' } });
    if (task) {
      if (response.comment && response.comment !== before?.comment)
        await this.#tasks.note(task.id, { staffId: null, note: response.comment });
      return;
    }
    if (!isLow(survey.metric, response.score)) return;
    const { min, max } = scaleOf(survey.metric)!;
    await this.#tasks.raise({
      type: 'surveyFollowUp',
      title: `${response.score}/${max}`,
      detail: response.comment,
      priority: response.score === min ? 'high' : 'normal',
      customerId: response.customerId,
      conversationId: response.conversationId,
      responseId: response.id,
    });
  }

  /** The outcome of the call is in: the customer is asked once more, and the second score stands beside the first. */
  async #closeLoop(client: Client, task: Task): Promise<void> {
    if (task.type !== 'surveyFollowUp' || !task.responseId || !task.customerId) return;
    const first = await client.response.findUnique({ where: { id: task.responseId }, include: { survey: true } });
    if (!first) return;
    const now = this.#clock.now();
    const reason = task.outcome === 'notReached' ? 'notReached' : task.outcome === 'declined' ? 'refused' : null;
    const state = reason
      ? { state: 'withheld' as const, reason, decidedAt: now }
      : { state: 'planned' as const, dueAt: new Date(now.getTime() + HOUR) };
    const { surveyId, conversationId, productId } = first;
    const of = { surveyId, version: first.survey.version, customerId: task.customerId, conversationId, productId };
    const rated = task.completedById ?? 'bot';
    const asked = { ...of, cause: `again:${first.id}`, followsId: first.id, taskId: task.id, rated };
    await client.invitation.createMany({ data: [{ id: v7(), ...asked, ...state }], skipDuplicates: true });
  }
}

/** The score and the words among the answers. Throws InvalidInput for a score that is not on the metric's scale. */
export function saidIn(answers: Answers, metric: string): Said {
  const scale = scaleOf(metric);
  const [score, comment] = [answers[SCORE], answers[COMMENT]];
  const words = typeof comment === 'string' && comment.trim() ? comment.trim() : null;
  if (!scale) return { score: null, comment: words };
  if (!Number.isInteger(score) || Number(score) < scale.min || Number(score) > scale.max)
    throw new InvalidInput([{ path: SCORE, message: `Use a whole number from ${scale.min} to ${scale.max}.` }]);
  return { score: score as number, comment: words };
}

export const surveyClosed = (): Conflict =>
  new Conflict(SURVEY_CLOSED, 'This survey is closed; nothing was stored. Thank you all the same.');

export const linkUsed = (): Conflict =>
  new Conflict('linkUsed', 'This link was used already: its answer is kept and counts once.');

export const answerFixed = (): Conflict =>
  new Conflict(ANSWER_FIXED, 'This was answered a while ago and cannot be changed any more. The first answer is kept.');

const json = (answers: unknown): Prisma.InputJsonObject => answers as Prisma.InputJsonObject;
