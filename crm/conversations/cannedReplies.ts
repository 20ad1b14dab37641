import { v7 } from 'uuid';
import type { CannedReply, Database } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import type { Localized } from '../localized.ts';

/** What a canned reply may hold in braces; the page fills it in from the open conversation. */
export const replyVariables = ['customer', 'staff', 'shop', 'hours', 'hotline'] as const;

/** A reply that staff keep ready; `shortcut` finds it. */
export interface CannedReplyInput {
  shortcut: string;
  text: Localized;
}
export interface CannedReplyDetail extends Omit<CannedReply, 'text'> {
  text: Localized;
}

const LISTED = 500;
const detail = (row: CannedReply): CannedReplyDetail => ({ ...row, text: row.text as Localized });

/** The variables that a text names and nobody knows. */
export const unknownVariables = (text: string): string[] =>
  [...text.matchAll(/\{([^{}\n]*)\}/g)]
    .map(([, name]) => name!.trim())
    .filter((name) => !(replyVariables as readonly string[]).includes(name));

/** Replies that staff say again and again. */
export class CannedReplies {
  readonly #db: Database;
  readonly #audit: Audit;

  constructor(db: Database, audit: Audit) {
    this.#db = db;
    this.#audit = audit;
  }

  async list(): Promise<CannedReplyDetail[]> {
    return (await this.#db.client.cannedReply.findMany({ orderBy: { shortcut: 'asc' }, take: LISTED })).map(detail);
  }

  /** Makes it, or changes it if `id` is given. Throws InvalidInput for a variable that nobody knows, Conflict for a shortcut in use, NotFound. */
  async save(given: CannedReplyInput, staffId: string, id?: string): Promise<CannedReplyDetail> {
    const shortcut = given.shortcut.trim().toLowerCase();
    const unknown = [...unknownVariables(given.text.zh), ...unknownVariables(given.text.en)];
    if (unknown.length > 0) {
      const message = `Unknown: {${unknown.join('}, {')}}. Use ${replyVariables.map((name) => `{${name}}`).join(', ')}.`;
      throw new InvalidInput([{ path: 'text', message }]);
    }
    return this.#db.transaction(async (client) => {
      const twin = await client.cannedReply.findUnique({ where: { shortcut } });
      if (twin && twin.id !== id) throw new Conflict('shortcutTaken', 'Another reply has this shortcut.');
      if (id && !(await client.cannedReply.findUnique({ where: { id } }))) throw new NotFound('canned reply', id);
      const data = { shortcut, text: given.text, demo: false };
      const saved = id
        ? await client.cannedReply.update({ where: { id }, data })
        : await client.cannedReply.create({ data: { ...data, id: v7() } });
      await this.#audit.record({ staffId, action: 'save', entity: 'cannedReply', entityId: saved.id });
      return detail(saved);
    });
  }

  /** Throws NotFound. */
  async remove(id: string, staffId: string): Promise<void> {
    await this.#db.transaction(async (client) => {
      const { count } = await client.cannedReply.deleteMany({ where: { id } });
      if (count === 0) throw new NotFound('canned reply', id);
      await this.#audit.record({ staffId, action: 'remove', entity: 'cannedReply', entityId: id });
    });
  }
}
