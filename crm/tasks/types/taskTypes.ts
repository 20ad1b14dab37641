import { v7 } from 'uuid';
import { z } from 'zod';
import type { Client, Database } from '#prisma/client.ts';
import type { Audit } from '../../audit/audit.ts';
import type { Clock } from '../../clock.ts';
import { Conflict, InvalidInput, NotFound } from '../../errors.ts';
import type { Localized } from '../../localized.ts';
import { type TaskType, taskTypes } from '../task.ts';
import { standardTypes } from './standardTypes.ts';
import { type KeptType, keptTypeSchema } from './typeRule.ts';

const KEY = 'taskTypes';
const FRESH_MS = 30_000;
const OWN_AT_MOST = 50;
const keptSchema = z.record(z.string(), keptTypeSchema);
type Kept = z.infer<typeof keptSchema>;

/** A type of task. `standard`: it comes with the house; `changed`: the shop has made it its own. */
export interface TaskTypeDetail extends KeptType {
  key: string;
  standard: boolean;
  changed: boolean;
}

const isStandard = (key: string): key is TaskType => (taskTypes as readonly string[]).includes(key);
const asMade = (key: TaskType): KeptType => ({ ...standardTypes[key], name: null, active: true });

/** Kinds of tasks: what each asks for. The standard ones are there from the start; a shop changes them and adds its own. */
export class TaskTypes {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;
  #kept: { types: Kept; until: number } | null = null;

  constructor(db: Database, clock: Clock, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
  }

  /** The standard ones, then the shop's own in the order of their making. */
  async list(): Promise<TaskTypeDetail[]> {
    const kept = await read(this.#db.client);
    return [...taskTypes, ...Object.keys(kept).filter((key) => !isStandard(key))].map((key) => detailOf(key, kept));
  }

  /** What a task of this type asks for; of a type that nobody knows (any more) what any other task does. Another instance's change is seen within half a minute. */
  async rule(key: string): Promise<KeptType> {
    const now = this.#clock.now().getTime();
    if (!this.#kept || now >= this.#kept.until)
      this.#kept = { types: await read(this.#db.client), until: now + FRESH_MS };
    return this.#kept.types[key] ?? (isStandard(key) ? asMade(key) : asMade('custom'));
  }

  /** A type of the shop's own. Throws InvalidInput. */
  async create(given: Omit<KeptType, 'name'> & { name: Localized }, staffId: string): Promise<TaskTypeDetail> {
    const key = `own-${v7().slice(-12)}`;
    await this.#change('create', key, staffId, (kept) => {
      const own = Object.keys(kept).filter((each) => !isStandard(each)).length;
      if (own >= OWN_AT_MOST)
        throw new InvalidInput([{ path: 'name', message: `At most ${OWN_AT_MOST} types of one’s own.` }]);
      return { ...kept, [key]: given };
    });
    return detailOf(key, await read(this.#db.client));
  }

  /** For tasks that are raised from now on. A standard one keeps its name. Throws NotFound. */
  async change(key: string, given: KeptType, staffId: string): Promise<TaskTypeDetail> {
    await this.#change('change', key, staffId, (kept) => {
      if (!isStandard(key) && !kept[key]) throw new NotFound('task type', key);
      return {
        ...kept,
        [key]: isStandard(key) ? { ...given, name: null } : { ...given, name: given.name ?? kept[key]!.name },
      };
    });
    return detailOf(key, await read(this.#db.client));
  }

  /** A standard type as it was made; one's own goes, unless tasks have it. Throws NotFound, Conflict. */
  async reset(key: string, staffId: string): Promise<void> {
    await this.#change('reset', key, staffId, async (kept, client) => {
      const { [key]: gone, ...rest } = kept;
      if (!gone && !isStandard(key)) throw new NotFound('task type', key);
      if (!isStandard(key) && (await client.task.findFirst({ where: { type: key }, select: { id: true } })))
        throw new Conflict('taskTypeUsed', 'Tasks have this type: switch it off instead.');
      return rest;
    });
  }

  async #change(
    action: string,
    key: string,
    staffId: string,
    decide: (kept: Kept, client: Client) => Kept | Promise<Kept>,
  ): Promise<void> {
    await this.#db.transaction(async (client) => {
      await client.setting.createMany({ data: [{ key: KEY, value: {} }], skipDuplicates: true });
      await client.$queryRaw`SELECT key FROM "Setting" WHERE key = ${KEY} FOR UPDATE`;
      const value = keptSchema.parse(await decide(await read(client), client));
      await client.setting.update({ where: { key: KEY }, data: { value } });
      await this.#audit.record({ staffId, action, entity: 'taskType', fields: [key] });
    });
    this.#kept = null;
  }
}

async function read(client: Client): Promise<Kept> {
  const row = await client.setting.findUnique({ where: { key: KEY } });
  return row ? keptSchema.catch({}).parse(row.value) : {};
}

function detailOf(key: string, kept: Kept): TaskTypeDetail {
  const type = kept[key] ?? asMade(key as TaskType);
  return { key, ...type, standard: isStandard(key), changed: isStandard(key) && key in kept };
}
