import { v7 } from 'uuid';
import { z } from 'zod';
import type { Database, SynonymGroup } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import { InvalidInput, NotFound } from '../errors.ts';

const wordSchema = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/[\p{L}\p{N}]/u, 'A word needs a letter or a figure.');

/** Words or short phrases that mean the same, in either language: at least two different ones. */
export const synonymInputSchema = z.object({
  words: z
    .array(wordSchema)
    .min(2, 'Give at least two words that mean the same.')
    .max(30)
    .refine((words) => new Set(words.map((word) => word.toLowerCase())).size === words.length, {
      message: 'Each word stands in a group once.',
    }),
});
export type SynonymInput = z.infer<typeof synonymInputSchema>;

const MOST_GROUPS = 2000;

/** What this shop calls by several names. Search takes one word of a group for another, on every instance within a second. */
export class Synonyms {
  readonly #db: Database;
  readonly #audit: Audit;

  constructor(db: Database, audit: Audit) {
    this.#db = db;
    this.#audit = audit;
  }

  /** Last changed first; few, so not paged. */
  async list(): Promise<SynonymGroup[]> {
    return this.#db.client.synonymGroup.findMany({ orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }] });
  }

  /** Throws InvalidInput where there are too many groups already. */
  async add({ words }: SynonymInput, staffId: string | null): Promise<SynonymGroup> {
    return this.#db.transaction(async (client) => {
      if ((await client.synonymGroup.count()) >= MOST_GROUPS)
        throw new InvalidInput([{ path: 'words', message: `There can be ${MOST_GROUPS} groups; remove one first.` }]);
      const group = await client.synonymGroup.create({ data: { id: v7(), words } });
      await this.#changed(group.id, 'save', staffId);
      return group;
    });
  }

  /** Throws NotFound. */
  async change(id: string, { words }: SynonymInput, staffId: string | null): Promise<SynonymGroup> {
    return this.#db.transaction(async (client) => {
      if ((await client.synonymGroup.count({ where: { id } })) === 0) throw new NotFound('synonym group', id);
      await this.#changed(id, 'save', staffId);
      return client.synonymGroup.update({ where: { id }, data: { words } });
    });
  }

  /** Throws NotFound. */
  async remove(id: string, staffId: string | null): Promise<void> {
    await this.#db.transaction(async (client) => {
      const { count } = await client.synonymGroup.deleteMany({ where: { id } });
      if (count === 0) throw new NotFound('synonym group', id);
      await this.#changed(id, 'delete', staffId);
    });
  }

  async #changed(id: string, action: string, staffId: string | null): Promise<void> {
    await this.#audit.record({ staffId, action, entity: 'synonymGroup', entityId: id, fields: ['words'] });
    this.#db.signals.publish('synonyms', { id });
  }
}
