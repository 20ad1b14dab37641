import type { Database, Invitation, Response, Survey } from '#prisma/client.ts';
import type { Page, PageRequest } from '../page.ts';

/** A rating: `score` is 1 (worst) to 5 (best). */
export interface Answer {
  invitationId: string;
  score: number;
  productId?: string | null;
}

/** What people said in answer to a survey. */
export interface SurveyResults {
  survey: Survey;
  invited: number;
  dismissed: number;
  answered: number;
  /** How many gave each score, from 1 to 5. */
  distribution: { score: number; count: number }[];
}

/** Asking customers how it was, once, and acting on what they say. */
export class Surveys {
  constructor(_db: Database) {}
  /** Whether the satisfaction survey may be asked here: once per conversation, never after this customer refused one. */
  async mayAsk(_conversationId: string): Promise<boolean> {
    throw new Error();
  }
  /** The invitation of this conversation; the one that is there if it was already asked. `rated`: bot or a staff id. */
  async invite(_invitation: { conversationId: string; customerId: string; rated: string }): Promise<Invitation> {
    throw new Error();
  }
  /** The first answer makes the response, a later one changes its score. 1 or 2 raises a task, once. Throws NotFound, InvalidInput. */
  async answer(_answer: Answer): Promise<Response> {
    throw new Error();
  }
  /** Throws NotFound. */
  async comment(_responseId: string, _text: string): Promise<Response> {
    throw new Error();
  }
  /** The customer does not want to be asked. Does nothing if it was answered. */
  async dismiss(_invitationId: string): Promise<void> {
    throw new Error();
  }
  async list(_request?: PageRequest): Promise<Page<Survey>> {
    throw new Error();
  }
  async get(_id: string): Promise<Survey> {
    throw new Error();
  }
  async results(_id: string, _range?: { from?: Date; to?: Date }): Promise<SurveyResults> {
    throw new Error();
  }
  async responses(_id: string, _request?: PageRequest & { maxScore?: number }): Promise<Page<Response>> {
    throw new Error();
  }
}
