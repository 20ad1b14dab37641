import { v7 } from 'uuid';
import type { Client, Database, Prisma, Task } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { Conflict, NotFound } from '../errors.ts';

/** What becomes of a task's row. */
export type TaskChange = Prisma.TaskUncheckedUpdateInput;
/** Follows a task that is done, in its transaction. */
export type WhenDone = (client: Client, task: Task) => Promise<void>;

/** A line of a task's log; `kind` null: the change needs none. */
export interface Entry {
  kind: string | null;
  staffId: string | null;
  note?: string | null;
}

/** The rows of tasks with their log: changed one at a time, under their lock. */
export class TaskRows {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #whenDone: WhenDone[] = [];

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  whenDone(follow: WhenDone): void {
    this.#whenDone.push(follow);
  }

  /** Changes an open task; `decide` throws what forbids it. Throws NotFound, Conflict if it is not open. */
  async change(
    id: string,
    entry: Entry,
    decide: (task: Task, client: Client) => TaskChange | Promise<TaskChange>,
  ): Promise<void> {
    await this.#db.transaction(async (client) => {
      await client.$queryRaw`SELECT id FROM "Task" WHERE id = ${id}::uuid FOR UPDATE`;
      const task = await client.task.findUnique({ where: { id } });
      if (!task) throw new NotFound('task', id);
      if (task.state !== 'open') throw new Conflict('taskNotOpen', 'This task is already done or cancelled.');
      const changed = await client.task.update({ where: { id }, data: await decide(task, client) });
      await this.log(client, id, entry);
      if (changed.state === 'done') for (const follow of this.#whenDone) await follow(client, changed);
    });
  }

  /** Writes a line of the log, tells who watches, and returns the line's id. */
  async log(client: Client, taskId: string, { kind, staffId, note = null }: Entry): Promise<string> {
    const id = v7();
    if (kind)
      await client.taskEvent.create({ data: { id, taskId, kind, staffId, note, createdAt: this.#clock.now() } });
    this.#db.signals.publish('tasks', { taskId });
    return id;
  }

  /** Throws Conflict unless it is this person's, nobody's, or the person leads. */
  async mayTouch(client: Client, task: Task, staffId: string): Promise<void> {
    if (!task.ownerId || task.ownerId === staffId) return;
    const person = await client.staff.findUnique({ where: { id: staffId }, select: { role: true } });
    if (!person || person.role === 'staff') throw takenBy();
  }
}

/** A colleague has it. */
export const takenBy = (): Conflict =>
  new Conflict('taskTaken', 'A colleague has this task; ask them or a manager to release it.');
