import type { Logger } from 'pino';
import type { AccountProofs, ProvenAccount } from '#crm/customers/merging/accountProofs.ts';

/** What getting to know people needs. */
export interface PeopleParts {
  /** The channel's id. */
  channel: string;
  /** What the platform says of accounts, at most a hundred at a time; those of whom it says nothing are left out. */
  profilesOf(accounts: string[]): Promise<ProvenAccount[]>;
  accountProofs: Pick<AccountProofs, 'knownOf' | 'prove'>;
  /** Whether there is something more pressing to do. */
  isPressed(): boolean;
  logger: Logger;
}

const most = 100;
/** Who comes meanwhile is asked for together. */
const gatherMs = 300;
/** Who comes on top is asked for when they write again. */
const mostWaiting = 5000;
const mostRemembered = 20_000;

/**
 * Who writes: what the platform calls them, and the proofs by which another of its channels knows the same person. Asked for once an account, after
 * its first message; what fails is asked at the next.
 */
export class PlatformPeople {
  readonly #parts: PeopleParts;
  readonly #known = new Set<string>();
  readonly #waiting = new Set<string>();
  #working: Promise<void> | undefined;
  #closing = false;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  /** Somebody wrote, and their record is there. Returns at once. */
  meet(account: string): void {
    if (this.#closing || this.#known.has(account) || this.#waiting.size >= mostWaiting) return;
    this.#waiting.add(account);
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
  }

  /** Finishes what is asked for just now. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#working;
  }

  async #work(): Promise<void> {
    const { logger, isPressed } = this.#parts;
    while (this.#waiting.size > 0 && !this.#closing) {
      await new Promise((soon) => setTimeout(soon, gatherMs));
      if (isPressed()) continue;
      const accounts = [...this.#waiting].slice(0, most);
      for (const account of accounts) this.#waiting.delete(account);
      await this.#ask(accounts).catch((fault: Error) =>
        logger.warn({ reason: fault.message }, 'the platform did not say who writes'),
      );
    }
  }

  async #ask(accounts: string[]): Promise<void> {
    const { channel, profilesOf, accountProofs } = this.#parts;
    const known = await accountProofs.knownOf(channel, accounts);
    const fresh = accounts.filter((account) => !known.has(account));
    if (fresh.length > 0) await accountProofs.prove(channel, await profilesOf(fresh));
    if (this.#known.size >= mostRemembered) this.#known.clear();
    for (const account of accounts) this.#known.add(account);
  }
}
