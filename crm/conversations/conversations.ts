import type { Activity, Conversation, Database } from '#prisma/client.ts';
import type { Page, PageRequest } from '../page.ts';

/** A conversation as a list shows it. */
export interface ConversationSummary extends Conversation {
  customer: { id: string; name: string | null } | null;
  staff: { id: string; name: string } | null;
  lastText: string | null;
}

/** Talks with customers, and who speaks for the shop in them. */
export class Conversations {
  constructor(_db: Database) {}
  async find(_id: string): Promise<Conversation | null> {
    throw new Error();
  }
  /** Throws NotFound. */
  async get(_id: string): Promise<ConversationSummary> {
    throw new Error();
  }
  /** Last spoken first. */
  async list(
    _request: PageRequest & { holder?: 'bot' | 'queue' | 'person'; customerId?: string; staffId?: string },
  ): Promise<Page<ConversationSummary>> {
    throw new Error();
  }
  /** Newest first. */
  async messages(_id: string, _request?: PageRequest): Promise<Page<Activity>> {
    throw new Error();
  }
  /** The customer asked for a person: the conversation waits in the queue while the bot goes on helping. */
  async queue(_id: string): Promise<Conversation> {
    throw new Error();
  }
  /** A person speaks from now on; the bot is silent. Throws Conflict if a colleague has it. */
  async takeover(_id: string, _staffId: string): Promise<ConversationSummary> {
    throw new Error();
  }
  /** Back to the bot; the dialogs are told by the event `released`. */
  async release(_id: string, _staffId: string): Promise<ConversationSummary> {
    throw new Error();
  }
  /** Sends what a member of staff wrote. Throws Conflict unless this person has the conversation. */
  async say(_id: string, _staffId: string, _text: string): Promise<void> {
    throw new Error();
  }
}
