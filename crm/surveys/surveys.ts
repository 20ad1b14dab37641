import { v7 } from 'uuid';
import type { Client, Database, Invitation, Response, Survey as Row } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import type { Localized } from '../localized.ts';
import { olderThan, type Page, type PageRequest, pageOf, rowsFor } from '../page.ts';
import type { Tasks } from '../tasks/tasks.ts';
import { satisfactionSurvey } from './satisfactionSurvey.ts';

/** A SurveyJS definition and the metric it measures. */
export type Survey = Omit<Row, 'title'> & { title: Localized };

/** A rating: `score` is 1 (worst) to 5 (best). */
export interface Answer {
  invitationId: string;
  score: number;
  productId?: string | null;
}

/** What came of a survey: how many were asked, refused and answered, and how many gave each score. */
export interface SurveyResults {
  survey: Survey;
  invited: number;
  dismissed: number;
  answered: number;
  distribution: { score: number; count: number }[];
}

/** From this score down a person follows up. */
const LOW_SCORE = 2;

/** Asking customers how it was, once, and acting on what they say. */
export class Surveys {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #tasks: Tasks;
  #satisfactionId: string | null = null;

  constructor(db: Database, clock: Clock, tasks: Tasks) {
    this.#db = db;
    this.#clock = clock;
    this.#tasks = tasks;
  }

  /** Whether the satisfaction survey may be asked here: once per conversation, never after this customer refused one. */
  async mayAsk(conversationId: string): Promise<boolean> {
    const conversation = await this.#db.client.conversation.findUnique({ where: { id: conversationId } });
    if (!conversation) return false;
    const { customerId } = conversation;
    const refused = customerId ? [{ customerId, state: 'dismissed' as const }] : [];
    const key = satisfactionSurvey.key;
    const found = await this.#db.client.invitation.findFirst({
      where: { survey: { key }, OR: [{ conversationId }, ...refused] },
      select: { id: true },
    });
    return found === null;
  }

  /** The invitation of this conversation; the one that is there if it was already asked. `rated`: `bot` or a staff id. */
  async invite(asked: { conversationId: string; customerId: string; rated: string }): Promise<Invitation> {
    return this.#db.transaction(async (client) => {
      const surveyId = await this.#satisfaction(client);
      const invitation = { id: v7(), surveyId, ...asked, sentAt: this.#clock.now() };
      await client.invitation.createMany({ data: [invitation], skipDuplicates: true });
      const { conversationId } = asked;
      return client.invitation.findUniqueOrThrow({
        where: { surveyId_conversationId: { surveyId, conversationId } },
      });
    });
  }

  /** The first answer makes the response, a later one changes its score. 1 or 2 raises a task, once. Throws NotFound, InvalidInput. */
  async answer({ invitationId, score, productId }: Answer): Promise<Response> {
    if (!Number.isInteger(score) || score < 1 || score > 5) {
      throw new InvalidInput([{ path: 'score', message: 'Use a whole number from 1 to 5.' }]);
    }
    return this.#db.transaction(async (client) => {
      await client.$queryRaw`SELECT id FROM "Invitation" WHERE id = ${invitationId}::uuid FOR UPDATE`;
      const invitation = await client.invitation.findUnique({ where: { id: invitationId } });
      if (!invitation) throw new NotFound('invitation', invitationId);
      const given = await client.response.findUnique({ where: { invitationId } });
      const response = given
        ? await client.response.update({
            where: { id: given.id },
            data: {
              score,
              answers: { score, ...(given.comment && { comment: given.comment }) },
              ...(productId && { productId }),
            },
          })
        : await client.response.create({
            data: {
              id: v7(),
              surveyId: invitation.surveyId,
              invitationId,
              customerId: invitation.customerId,
              conversationId: invitation.conversationId,
              productId: productId ?? null,
              score,
              answers: { score },
              answeredAt: this.#clock.now(),
            },
          });
      await client.invitation.update({ where: { id: invitationId }, data: { state: 'answered' } });
      if (score <= LOW_SCORE) await this.#followUp(client, response);
      this.#db.signals.publish('responses', { responseId: response.id });
      return response;
    });
  }

  /** The customer's words beside the score; staff who follow up see them. Throws NotFound. */
  async comment(responseId: string, text: string): Promise<Response> {
    return this.#db.transaction(async (client) => {
      const found = await client.response.findUnique({ where: { id: responseId } });
      if (!found) throw new NotFound('response', responseId);
      const answers = { score: found.score, comment: text };
      const response = await client.response.update({ where: { id: responseId }, data: { comment: text, answers } });
      const task = await client.task.findFirst({ where: { responseId, type: 'surveyFollowUp' } });
      if (task) await this.#tasks.note(task.id, { staffId: null, note: text });
      this.#db.signals.publish('responses', { responseId });
      return response;
    });
  }

  /** The customer does not want to be asked. Does nothing if it was answered. */
  async dismiss(invitationId: string): Promise<void> {
    await this.#db.transaction((client) =>
      client.invitation.updateMany({ where: { id: invitationId, state: 'sent' }, data: { state: 'dismissed' } }),
    );
  }

  /** Newest first. */
  async list(request: PageRequest = {}): Promise<Page<Survey>> {
    const rows = await this.#db.client.survey.findMany({
      where: olderThan('createdAt', request),
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(request),
    });
    return pageOf(rows.map(withTitle), request, (row) => ({ at: row.createdAt, id: row.id }));
  }

  /** Throws NotFound. */
  async get(id: string): Promise<Survey> {
    const survey = await this.#db.client.survey.findUnique({ where: { id } });
    if (!survey) throw new NotFound('survey', id);
    return withTitle(survey);
  }

  /** Of the invitations sent and the answers given in [from, to). Throws NotFound. */
  async results(id: string, { from, to }: { from?: Date; to?: Date } = {}): Promise<SurveyResults> {
    const survey = await this.get(id);
    const client = this.#db.client;
    const sent = await client.invitation.groupBy({
      by: ['state'],
      where: { surveyId: id, sentAt: { gte: from, lt: to } },
      _count: true,
    });
    const scores = await client.response.groupBy({
      by: ['score'],
      where: { surveyId: id, score: { not: null }, answeredAt: { gte: from, lt: to } },
      orderBy: { score: 'asc' },
      _count: true,
    });
    const distribution = scores.map((row) => ({ score: row.score!, count: row._count }));
    return {
      survey,
      invited: sent.reduce((sum, row) => sum + row._count, 0),
      dismissed: sent.find((row) => row.state === 'dismissed')?._count ?? 0,
      answered: distribution.reduce((sum, row) => sum + row.count, 0),
      distribution,
    };
  }

  /** Newest first; those with a score up to `maxScore`, if given. Throws NotFound. */
  async responses(id: string, request: PageRequest & { maxScore?: number } = {}): Promise<Page<Response>> {
    await this.get(id);
    const rows = await this.#db.client.response.findMany({
      where: {
        surveyId: id,
        ...(request.maxScore !== undefined && { score: { lte: request.maxScore } }),
        ...olderThan('answeredAt', request),
      },
      orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
      take: rowsFor(request),
    });
    return pageOf(rows, request, (row) => ({ at: row.answeredAt, id: row.id }));
  }

  async #followUp(client: Client, response: Response): Promise<void> {
    const raised = await client.task.findFirst({ where: { responseId: response.id, type: 'surveyFollowUp' } });
    if (raised) return;
    await this.#tasks.raise({
      type: 'surveyFollowUp',
      title: `${response.score}/5`,
      priority: response.score === 1 ? 'high' : 'normal',
      customerId: response.customerId,
      conversationId: response.conversationId,
      responseId: response.id,
    });
  }

  async #satisfaction(client: Client): Promise<string> {
    if (this.#satisfactionId) return this.#satisfactionId;
    const { key } = satisfactionSurvey;
    const found = await client.survey.findUnique({ where: { key } });
    if (found) {
      this.#satisfactionId = found.id;
      return found.id;
    }
    // Not remembered yet: the transaction that makes it may still be rolled back.
    const made = { ...satisfactionSurvey, id: v7(), createdAt: this.#clock.now() };
    await client.survey.createMany({ data: [made], skipDuplicates: true });
    return (await client.survey.findUniqueOrThrow({ where: { key } })).id;
  }
}

const withTitle = (row: Row): Survey => ({ ...row, title: row.title as Localized });
