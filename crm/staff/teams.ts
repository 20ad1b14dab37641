import { v7 } from 'uuid';
import type { Database, Team } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import { Conflict, NotFound } from '../errors.ts';
import type { Localized } from '../localized.ts';

/** A team with how many people are in it. */
export type TeamSummary = Omit<Team, 'name'> & { name: Localized; members: number };

const LISTED = 200;

/** Who does which kind of work; tasks go to teams by `key`. */
export class Teams {
  readonly #db: Database;
  readonly #audit: Audit;

  constructor(db: Database, audit: Audit) {
    this.#db = db;
    this.#audit = audit;
  }

  /** By key; at most 200. */
  async list(): Promise<TeamSummary[]> {
    const rows = await this.#db.client.team.findMany({
      include: { _count: { select: { members: true } } },
      orderBy: { key: 'asc' },
      take: LISTED,
    });
    return rows.map(({ _count, ...team }) => ({ ...team, name: team.name as Localized, members: _count.members }));
  }

  /** Throws Conflict if the key is taken. */
  async create(team: { key: string; name: Localized }, staffId: string | null): Promise<TeamSummary> {
    return this.#db.transaction(async (client) => {
      const made = { ...team, id: v7() };
      const { count } = await client.team.createMany({ data: [made], skipDuplicates: true });
      if (count === 0) throw new Conflict('teamExists', `There is already a team "${team.key}".`);
      await this.#audit.record({ staffId, action: 'create', entity: 'team', entityId: made.id });
      return { ...made, demo: false, members: 0 };
    });
  }

  /** Throws NotFound. */
  async rename(id: string, name: Localized, staffId: string | null): Promise<TeamSummary> {
    await this.#db.transaction(async (client) => {
      const { count } = await client.team.updateMany({ where: { id }, data: { name } });
      if (count === 0) throw new NotFound('team', id);
      await this.#audit.record({ staffId, action: 'update', entity: 'team', entityId: id, fields: ['name'] });
    });
    const found = (await this.list()).find((team) => team.id === id);
    if (!found) throw new NotFound('team', id);
    return found;
  }
}
