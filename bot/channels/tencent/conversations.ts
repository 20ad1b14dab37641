import type { Database } from '#prisma/client.ts';
import { keepConversation, keepConversations } from '../conversations.ts';

const mostRemembered = 10_000;

/** The conversations of a platform's accounts: one with each person. */
export class PlatformConversations {
  readonly #db: Database;
  readonly #channel: string;
  readonly #accounts = new Map<string, string>();

  constructor(db: Database, channel: string) {
    this.#db = db;
    this.#channel = channel;
  }

  /** The id of the conversation with a person; made at the first contact, and anew once the person was erased. */
  async keep(externalId: string, account: string): Promise<string> {
    const id = await keepConversation(this.#db, { channel: this.#channel, externalId, userId: account });
    this.#remember(id, account);
    return id;
  }

  /** The same for many persons, in their order. */
  async keepAll(people: { externalId: string; account: string }[]): Promise<string[]> {
    const places = people.map(({ externalId, account }) => ({ externalId, userId: account }));
    const ids = await keepConversations(this.#db, this.#channel, places);
    for (const [place, id] of ids.entries()) this.#remember(id, people[place]!.account);
    return ids;
  }

  /** Whom a conversation is with, if it was spoken in lately. */
  accountOf(conversationId: string): string | undefined {
    return this.#accounts.get(conversationId);
  }

  #remember(id: string, account: string): void {
    if (this.#accounts.size >= mostRemembered) this.#accounts.clear();
    this.#accounts.set(id, account);
  }
}
