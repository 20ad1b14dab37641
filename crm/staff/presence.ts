import type { Client, Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';

/** online: a page of theirs is open. away: it is, and they said that they are not to be given anything. offline: neither. */
export type PresenceState = 'online' | 'away' | 'offline';

/** A colleague, whether they are at the desk, and how many live conversations they have of those they may have. */
export interface Colleague {
  id: string;
  name: string;
  teamId: string | null;
  state: PresenceState;
  holding: number;
  capacity: number;
}

/** Pages give a sign every 25 seconds; who missed two of them and some is not here. */
const HERE_MS = 70_000;
const LISTED = 200;
const order: Record<PresenceState, number> = { online: 0, away: 1, offline: 2 };

/** How many more conversations somebody may be given now. */
export const roomOf = ({ state, holding, capacity }: Colleague): number =>
  state === 'online' ? Math.max(0, capacity - holding) : 0;

/** Who of the staff is at the desk: told by their open pages and by what they do, and set to “away” by hand. */
export class Presence {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** A page of theirs is open, or they have just done something. Colleagues are told when they come. */
  async seen(staffId: string): Promise<void> {
    const { client } = this.#db;
    const now = this.#clock.now();
    const before = await client.staffPresence.findUnique({ where: { staffId } });
    await client.$executeRaw`
      INSERT INTO "StaffPresence" ("staffId", "seenAt")
      SELECT id, ${now} FROM "Staff" WHERE id = ${staffId}::uuid AND active
      ON CONFLICT ("staffId") DO UPDATE SET "seenAt" = greatest("StaffPresence"."seenAt", excluded."seenAt")`;
    if (!before || before.seenAt <= this.#since()) this.#db.signals.publish('presence', { staffId });
  }

  /** They leave their seat for a while, or are back. */
  async set(staffId: string, away: boolean): Promise<void> {
    const seenAt = this.#clock.now();
    await this.#db.transaction((client) =>
      client.staffPresence.upsert({ where: { staffId }, create: { staffId, seenAt, away }, update: { seenAt, away } }),
    );
    this.#db.signals.publish('presence', { staffId });
  }

  /** They signed out. A page that is still open elsewhere brings them back with its next sign. */
  async gone(staffId: string): Promise<void> {
    const { count } = await this.#db.client.staffPresence.deleteMany({ where: { staffId } });
    if (count > 0) this.#db.signals.publish('presence', { staffId });
  }

  /** One's own state. */
  async of(staffId: string): Promise<PresenceState> {
    return this.#stateOf(await this.#db.client.staffPresence.findUnique({ where: { staffId } }));
  }

  /** Everybody who works here: who is at the desk first, then who has room, then by name; at most 200. */
  async colleagues(client: Client = this.#db.client): Promise<Colleague[]> {
    const rows = await client.staff.findMany({
      where: { active: true },
      select: {
        id: true,
        name: true,
        teamId: true,
        capacity: true,
        presence: true,
        _count: { select: { conversations: { where: { holder: 'person' } } } },
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: LISTED,
    });
    const colleagues = rows.map(({ presence, _count, ...row }) => ({
      ...row,
      state: this.#stateOf(presence),
      holding: _count.conversations,
    }));
    return colleagues.sort((a, b) => order[a.state] - order[b.state] || Number(roomOf(b) > 0) - Number(roomOf(a) > 0));
  }

  #stateOf(presence: { seenAt: Date; away: boolean } | null): PresenceState {
    if (!presence || presence.seenAt <= this.#since()) return 'offline';
    return presence.away ? 'away' : 'online';
  }

  #since(): Date {
    return new Date(this.#clock.now().getTime() - HERE_MS);
  }
}
