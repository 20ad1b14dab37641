import { v7 } from 'uuid';
import type { Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { Conflict, Forbidden, InvalidInput, NotFound } from '../errors.ts';
import type { TaskRows } from './taskRows.ts';

/** Bytes of one file, and how many a task may have. They lie in the database, so that every instance and every copy has them. */
export const LARGEST_FILE = 5 * 1024 * 1024;
const MOST_FILES = 20;

/** Pictures that a browser may show; everything else is only ever saved. */
const pictures: [type: string, head: string][] = [
  ['image/png', '89504e470d0a1a0a'],
  ['image/jpeg', 'ffd8ff'],
  ['image/gif', '47494638'],
  ['image/webp', '52494646'],
];

function typeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('hex');
  const found = pictures.find(
    ([type, start]) => head.startsWith(start) && (type !== 'image/webp' || head.endsWith('57454250')),
  );
  return found?.[0] ?? 'application/octet-stream';
}

/** A file's name without folders and without what breaks lines. */
const cleanName = (name: string): string =>
  name
    .replace(/^.*[\\/]/, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .trim()
    .slice(0, 200) || 'file';

/** A file with its bytes. */
export interface TaskFileContent {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

/** What colleagues attach to tasks. */
export class TaskFiles {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #rows: TaskRows;

  constructor(db: Database, clock: Clock, rows: TaskRows) {
    this.#db = db;
    this.#clock = clock;
    this.#rows = rows;
  }

  /** Attaches a file, also to a task that is done. Throws NotFound, InvalidInput for an empty or too large one, Conflict where there are enough. */
  async attach(taskId: string, file: { name: string; bytes: Uint8Array }, staffId: string): Promise<void> {
    const { length } = file.bytes;
    if (length === 0) throw new InvalidInput([{ path: 'file', message: 'The file is empty.' }]);
    if (length > LARGEST_FILE) throw new InvalidInput([{ path: 'file', message: 'A file may have 5 MB.' }]);
    const name = cleanName(file.name);
    await this.#db.transaction(async (client) => {
      await client.$queryRaw`SELECT id FROM "Task" WHERE id = ${taskId}::uuid FOR UPDATE`;
      const task = await client.task.findUnique({
        where: { id: taskId },
        select: { _count: { select: { files: true } } },
      });
      if (!task) throw new NotFound('task', taskId);
      if (task._count.files >= MOST_FILES)
        throw new Conflict('tooManyFiles', `A task may have ${MOST_FILES} files. Remove one first.`);
      const bytes = Uint8Array.from(file.bytes);
      const facts = { name, contentType: typeOf(bytes), size: length, bytes, staffId, createdAt: this.#clock.now() };
      await client.taskFile.create({ data: { id: v7(), taskId, ...facts } });
      await this.#rows.log(client, taskId, { kind: 'attached', staffId, note: name });
    });
  }

  /** Throws NotFound. */
  async read(taskId: string, id: string): Promise<TaskFileContent> {
    const file = await this.#db.client.taskFile.findFirst({ where: { id, taskId } });
    if (!file) throw new NotFound('file', id);
    return file;
  }

  /** Takes it away: who attached it, or who leads. Throws NotFound, Forbidden. */
  async remove(taskId: string, id: string, staffId: string): Promise<void> {
    await this.#db.transaction(async (client) => {
      const file = await client.taskFile.findFirst({ where: { id, taskId }, omit: { bytes: true } });
      if (!file) throw new NotFound('file', id);
      const person = await client.staff.findUnique({ where: { id: staffId }, select: { role: true } });
      if (file.staffId !== staffId && (!person || person.role === 'staff'))
        throw new Forbidden('Only who attached a file, or a manager, takes it away.');
      await client.taskFile.delete({ where: { id } });
      await this.#rows.log(client, taskId, { kind: 'detached', staffId, note: file.name });
    });
  }
}
