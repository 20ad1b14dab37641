import { v7 } from 'uuid';
import type { Database, NotificationTarget } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Egress } from '../egress.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { openDoor, sealDoor } from './sealedTarget.ts';
import { checkSecret, newWebhookSecret } from './targetSecret.ts';
import type { TargetWay } from './ways.ts';

/** A group or system as managers see it: where it is, never with what it is opened. Both are sealed in the database. */
export interface TargetSummary extends Omit<NotificationTarget, 'url' | 'secret'> {
  host: string;
  /** The end of the address, to tell two robots of one service apart. */
  ending: string;
  signed: boolean;
  /** False: its address was sealed with a key that is not here any more; it must be entered again. */
  readable: boolean;
}

export interface NewTarget {
  way: TargetWay;
  name: string;
  teamId?: string | null;
  url: string;
  /** What the service signs or wants signed with; a webhook without one gets one made. */
  secret?: string | null;
  language?: 'zh' | 'en';
  urgentOnly?: boolean;
}

/** `url` and `secret` are only replaced, never read. */
export type TargetPatch = Partial<Omit<NewTarget, 'way'>> & { active?: boolean };

const AT_MOST = 100;

/** Where groups and other systems hear what staff are told. */
export class NotificationTargets {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;
  readonly #egress: Egress;
  readonly #secrets: Secrets;

  constructor(parts: { db: Database; clock: Clock; audit: Audit; egress: Egress; secrets: Secrets }) {
    const { db, clock, audit, egress, secrets } = parts;
    this.#secrets = secrets;
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
    this.#egress = egress;
  }

  /** By name; at most 100. */
  async list(): Promise<TargetSummary[]> {
    const rows = await this.#db.client.notificationTarget.findMany({
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: AT_MOST,
    });
    return Promise.all(rows.map((row) => this.#summary(row)));
  }

  /** `secret` of a webhook that brought none is told here, once. Throws AddressRefused, InvalidInput, Conflict for an address that is known. */
  async create(given: NewTarget, byStaffId: string | null): Promise<TargetSummary & { newSecret: string | null }> {
    await this.#egress.check(given.url);
    checkSecret(given.way, given.secret);
    await this.#refuseKnown(given.way, given.url, null);
    const made = given.way === 'webhook' && !given.secret ? newWebhookSecret() : null;
    const id = v7();
    const door = await sealDoor(this.#secrets, id, { url: given.url, secret: made ?? given.secret ?? null });
    const row = await this.#db.transaction(async (client) => {
      await this.#checkTeam(given.teamId);
      const data = { ...given, ...door, id, createdAt: this.#clock.now() };
      const created = await client.notificationTarget.create({ data });
      await this.#audit.record({ staffId: byStaffId, action: 'create', entity: 'notificationTarget', entityId: id });
      return created;
    });
    return { ...(await this.#summary(row)), newSecret: made };
  }

  /** Throws NotFound, AddressRefused, InvalidInput, Conflict. */
  async update(id: string, patch: TargetPatch, byStaffId: string | null): Promise<TargetSummary> {
    const before = await this.#db.client.notificationTarget.findUnique({ where: { id } });
    if (!before) throw new NotFound('target', id);
    if (patch.url !== undefined) {
      await this.#egress.check(patch.url);
      await this.#refuseKnown(before.way, patch.url, id);
    }
    if (patch.secret !== undefined) checkSecret(before.way as TargetWay, patch.secret);
    const sealed = await sealDoor(this.#secrets, id, patch);
    const row = await this.#db.transaction(async (client) => {
      await this.#checkTeam(patch.teamId);
      const changed = await client.notificationTarget.update({ where: { id }, data: sealed });
      await this.#audit.record({
        staffId: byStaffId,
        action: 'update',
        entity: 'notificationTarget',
        entityId: id,
        fields: Object.keys(patch),
      });
      return changed;
    });
    return this.#summary(row);
  }

  /** Seals with the present key what was stored before there was one, or with the one before. Safe to run twice. */
  async seal(): Promise<void> {
    for (const row of await this.#db.client.notificationTarget.findMany()) {
      const stored = [row.url, ...(row.secret ? [row.secret] : [])];
      const done = await Promise.all(stored.map((text) => this.#secrets.isPresent(text)));
      const door = done.every(Boolean) ? null : await openDoor(this.#secrets, row);
      if (!door) continue;
      const { url, secret } = row;
      await this.#db.client.notificationTarget.updateMany({
        where: { id: row.id, url, secret },
        data: await sealDoor(this.#secrets, row.id, door),
      });
    }
  }

  /** With what still waits for it. Throws NotFound. */
  async remove(id: string, byStaffId: string | null): Promise<void> {
    await this.#db.transaction(async (client) => {
      const { count } = await client.notificationTarget.deleteMany({ where: { id } });
      if (count === 0) throw new NotFound('target', id);
      await this.#audit.record({ staffId: byStaffId, action: 'delete', entity: 'notificationTarget', entityId: id });
    });
  }

  /** A robot's address has one pace: two rows of it would send twice as often as it takes. Other systems have none. */
  async #refuseKnown(way: string, url: string, exceptId: string | null): Promise<void> {
    if (way === 'webhook') return;
    const rows = await this.#db.client.notificationTarget.findMany();
    for (const row of rows.filter(({ id }) => id !== exceptId)) {
      if ((await openDoor(this.#secrets, row))?.url === url)
        throw new Conflict('targetKnown', `This address is in the list already: ${row.name}.`);
    }
  }

  async #checkTeam(teamId: string | null | undefined): Promise<void> {
    if (!teamId || (await this.#db.client.team.count({ where: { id: teamId } })) > 0) return;
    throw new InvalidInput([{ path: 'teamId', message: 'There is no such team.' }]);
  }

  async #summary(stored: NotificationTarget): Promise<TargetSummary> {
    const { url: _url, secret, ...row } = stored;
    const door = await openDoor(this.#secrets, stored);
    const host = door ? new URL(door.url).host : '';
    return { ...row, host, ending: door?.url.slice(-4) ?? '', signed: secret !== null, readable: door !== null };
  }
}
