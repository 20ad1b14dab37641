import { v7 } from 'uuid';
import type { Client, ComplaintCause, Database } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import type { Localized } from '../localized.ts';
import { guessCause } from './causeWords.ts';

/** A cause code as the shop keeps it; `words` are what customers say of it (see causeWords.ts). */
export interface CauseInput {
  name: Localized;
  words: string[];
  active: boolean;
}

/** A cause code, with how many complaints are counted under it. */
export interface CauseDetail extends Omit<ComplaintCause, 'name'> {
  name: Localized;
  complaints: number;
}

/** A shop with more has given up counting. */
const MOST = 200;

/** Why things go wrong, as the shop counts it: its own codes with names in both languages, in the order in which they are guessed. */
export class Causes {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;

  constructor(db: Database, clock: Clock, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
  }

  /** All of them in their order, those that are not offered any more included. */
  async list(): Promise<CauseDetail[]> {
    const { client } = this.#db;
    const [rows, counts] = [
      await client.complaintCause.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }], take: MOST }),
      await client.complaint.groupBy({ by: ['causeCode'], _count: { _all: true } }),
    ];
    const countOf = new Map(counts.map(({ causeCode, _count }) => [causeCode, _count._all]));
    return rows.map((row) => ({ ...row, name: row.name as Localized, complaints: countOf.get(row.code) ?? 0 }));
  }

  /** Makes a new one, last in the order, or changes one; its code is made of the English name and stays. Throws NotFound, Conflict for a name in use or too many. */
  async save(given: CauseInput, staffId: string, id?: string): Promise<CauseDetail> {
    const saved = await this.#db.transaction(async (client) => {
      await lock(client);
      const all = await client.complaintCause.findMany();
      const { name, active } = given;
      const twin = all.find((each) => each.id !== id && sameName(each.name as Localized, name));
      if (twin) throw new Conflict('causeTaken', 'Another cause has this name.');
      const words = [...new Set(given.words.map((word) => word.trim()).filter(Boolean))];
      const data = { name, active, words, updatedAt: this.#clock.now() };
      if (id) {
        if (!all.some((each) => each.id === id)) throw new NotFound('complaint cause', id);
        await client.complaintCause.update({ where: { id }, data });
        await this.#audit.record({ staffId, action: 'update', entity: 'complaintCause', entityId: id });
        return id;
      }
      if (all.length >= MOST) throw new Conflict('tooManyCauses', `There are ${MOST} causes; take one that is there.`);
      const position = Math.max(0, ...all.map((each) => each.position)) + 1;
      const code = codeOf(name.en, new Set(all.map((each) => each.code)));
      const made = await client.complaintCause.create({ data: { ...data, id: v7(), code, position } });
      await this.#audit.record({ staffId, action: 'create', entity: 'complaintCause', entityId: made.id });
      return made.id;
    });
    return this.#find(saved);
  }

  /** Puts them in this order, which is that of guessing. Throws InvalidInput unless it names each once. */
  async order(ids: string[], staffId: string): Promise<CauseDetail[]> {
    await this.#db.transaction(async (client) => {
      await lock(client);
      const known = new Set((await client.complaintCause.findMany({ select: { id: true } })).map((row) => row.id));
      if (ids.length !== known.size || new Set(ids).size !== ids.length || ids.some((id) => !known.has(id)))
        throw new InvalidInput([{ path: 'ids', message: 'Name each cause once. Load the list again.' }]);
      for (const [index, id] of ids.entries())
        await client.complaintCause.update({ where: { id }, data: { position: index + 1 } });
      await this.#audit.record({ staffId, action: 'order', entity: 'complaintCause' });
    });
    return this.list();
  }

  /** Takes away one under which nothing was counted. Throws NotFound, Conflict where complaints or defects have it. */
  async remove(id: string, staffId: string): Promise<void> {
    await this.#db.transaction(async (client) => {
      await lock(client);
      const found = await client.complaintCause.findUnique({ where: { id } });
      if (!found) throw new NotFound('complaint cause', id);
      const { code: causeCode } = found;
      const used = await client.complaint.count({ where: { causeCode }, take: 1 });
      if (used + (await client.defect.count({ where: { causeCode }, take: 1 })) > 0)
        throw new Conflict('causeInUse', 'Complaints are counted under it: stop offering it instead.');
      await client.complaintCause.delete({ where: { id } });
      await this.#audit.record({ staffId, action: 'remove', entity: 'complaintCause', entityId: id });
    });
  }

  /** The code that these words would be given; null where none of the words fits. */
  async guess(whatHappened: string): Promise<string | null> {
    return (await causeOf(this.#db.client, whatHappened)) ?? null;
  }

  async #find(id: string): Promise<CauseDetail> {
    const found = (await this.list()).find((each) => each.id === id);
    if (!found) throw new NotFound('complaint cause', id);
    return found;
  }
}

/** The cause that the words of a complaint speak of; undefined where none does. Staff have the last word. */
export async function causeOf(client: Client, whatHappened: string): Promise<string | undefined> {
  const causes = await client.complaintCause.findMany({
    where: { active: true },
    select: { code: true, words: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: MOST,
  });
  return guessCause(causes, whatHappened);
}

/** Throws InvalidInput unless the shop offers this code. */
export async function requireCause(client: Client, code: string): Promise<void> {
  const offered = await client.complaintCause.findMany({ where: { active: true }, orderBy: { position: 'asc' } });
  if (offered.some((each) => each.code === code)) return;
  const codes = offered.map((each) => each.code).join(', ');
  throw new InvalidInput([{ path: 'causeCode', message: `Choose one of ${codes}.` }]);
}

/** Codes and their order are changed by one at a time. */
const lock = (client: Client) => client.$executeRaw`LOCK TABLE "ComplaintCause" IN SHARE ROW EXCLUSIVE MODE`;

const sameName = (a: Localized, b: Localized): boolean =>
  (['zh', 'en'] as const).some((language) => a[language].trim().toLowerCase() === b[language].trim().toLowerCase());

/** "Lid too tight" becomes lidTooTight; what is taken already gets a number. */
function codeOf(name: string, taken: ReadonlySet<string>): string {
  const [first = 'cause', ...rest] = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const code = [first, ...rest.map((part) => part[0]!.toUpperCase() + part.slice(1))].join('').slice(0, 32);
  if (!taken.has(code)) return code;
  for (let number = 2; ; number++) if (!taken.has(`${code}${number}`)) return `${code}${number}`;
}
