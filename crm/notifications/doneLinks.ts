import { v7 } from 'uuid';
import type { Database, DoneLink, Staff, Task } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { Conflict, Forbidden, NotFound, Unauthenticated } from '../errors.ts';
import { SignedIds } from '../signedIds.ts';
import type { Completion, Tasks } from '../tasks/tasks.ts';
import type { OutcomeRule } from '../tasks/types/typeRule.ts';

const DAYS = 7;

/** What a link shows before it is used. `state`: `usable`, or why it is not. */
export interface DoneLinkView {
  task: { id: string; title: string; dueAt: Date; outcomes: OutcomeRule[] };
  staffName: string;
  /** Completing it asks when the customer is contacted next. */
  asksNext: boolean;
  needsSignIn: boolean;
  state: 'usable' | 'used' | 'expired' | 'taskDone';
}

/** What came of it, and what is planned after it. */
type Done = Pick<Completion, 'outcome' | 'note' | 'next'>;
type Found = DoneLink & { task: Task; staff: Staff };

/**
 * Links that complete one task, for one person, once. A link is an id with a mac over it: nobody can make one, and what is
 * stored is no secret. Looking changes nothing, so that a program that previews links does no harm.
 */
export class DoneLinks {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #tasks: Tasks;
  readonly #ids: SignedIds;

  constructor(db: Database, clock: Clock, tasks: Tasks) {
    this.#db = db;
    this.#clock = clock;
    this.#tasks = tasks;
    this.#ids = new SignedIds(db, 'doneLinkKey', 'done link');
  }

  /** The link of a task for a person, the same until it is used or a week old. Null: it was used. `needsSignIn`: others will see it. */
  async open(taskId: string, staffId: string, needsSignIn: boolean): Promise<{ id: string; token: string } | null> {
    const expiresAt = new Date(this.#clock.now().getTime() + DAYS * 24 * 60 * 60 * 1000);
    const link = await this.#db.transaction((client) =>
      client.doneLink.upsert({
        where: { taskId_staffId_needsSignIn: { taskId, staffId, needsSignIn } },
        create: { id: v7(), taskId, staffId, needsSignIn, expiresAt },
        update: { expiresAt },
      }),
    );
    if (link.usedAt) return null;
    return { id: link.id, token: await this.#ids.tokenOf(link.id) };
  }

  /** Throws NotFound for a link that we did not make, or whose person has left. */
  async look(token: string): Promise<DoneLinkView> {
    const { task, staff, needsSignIn, ...link } = await this.#read(await this.#ids.idIn(token));
    return {
      task: { id: task.id, title: task.title, dueAt: task.dueAt, outcomes: await this.#tasks.endsOf(task.type) },
      staffName: staff.name,
      asksNext: task.customerId !== null,
      needsSignIn,
      state: this.#stateOf({ ...link, task }),
    };
  }

  /**
   * Completes the task as the person whom the link was made for; `callerId` is who is signed in there, if anybody.
   * Throws NotFound, Unauthenticated (sign in first), Forbidden for somebody else, Conflict for a link that was used,
   * InvalidInput where the customer's next contact is not answered.
   */
  async complete(token: string, done: Done, callerId: string | null): Promise<void> {
    await this.#complete(await this.#read(await this.#ids.idIn(token)), done, callerId);
  }

  /**
   * The same by a button in a messenger that vouches for who pressed it and says that nothing is planned after it: solved, or
   * what is likeliest where a type knows no such end.
   */
  async completeFor(linkId: string, staffId: string): Promise<void> {
    const link = await this.#read(linkId);
    await this.#complete(link, { outcome: await this.#tasks.likelyEnd(link.task.type), next: null }, staffId);
  }

  async #complete(link: Found, done: Done, callerId: string | null): Promise<void> {
    if (callerId !== null && callerId !== link.staffId) throw new Forbidden('This link was made for somebody else.');
    if (callerId === null && link.needsSignIn)
      throw new Unauthenticated('Please sign in: others can see this link too.');
    const usedAt = this.#clock.now();
    await this.#db.transaction(async (client) => {
      const { count } = await client.doneLink.updateMany({
        where: { id: link.id, usedAt: null, expiresAt: { gt: usedAt } },
        data: { usedAt },
      });
      if (count === 0)
        throw new Conflict('linkUsed', 'This link was used already, or is older than a week. The desk has the task.');
      await this.#tasks.complete(link.taskId, { staffId: link.staffId, ...done });
    });
  }

  #stateOf({ usedAt, expiresAt, task }: Pick<Found, 'usedAt' | 'expiresAt' | 'task'>): DoneLinkView['state'] {
    if (usedAt) return 'used';
    if (task.state !== 'open') return 'taskDone';
    return expiresAt <= this.#clock.now() ? 'expired' : 'usable';
  }

  async #read(id: string | null): Promise<Found> {
    const include = { task: true, staff: true } as const;
    const found = id ? await this.#db.client.doneLink.findUnique({ where: { id }, include }) : null;
    if (!found?.staff.active) throw new NotFound('link', id?.slice(0, 8) ?? '');
    return found;
  }
}
