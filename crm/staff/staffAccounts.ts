import { v7 } from 'uuid';
import { type Client, type Database, Prisma, type Role, type Staff } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { Conflict, InvalidInput, NotFound, TooManyAttempts, Unauthenticated } from '../errors.ts';
import { Strangers, takeAttempt } from './lockout.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { type Secret, Sessions } from './sessions.ts';

/** A member of staff without the secrets. */
export type StaffMember = Omit<Staff, 'passwordHash' | 'failedSignIns' | 'lockedUntil'>;

/** A signed-in browser: `token` is shown once, here. */
export interface SignedIn extends Secret {
  staff: StaffMember;
}

export interface NewStaff {
  email: string;
  name: string;
  role: Role;
  /** Null: signs in by a link until a password is set. */
  password?: string | null;
  teamId?: string | null;
  language?: 'zh' | 'en';
  /** How many live conversations one may have at a time. */
  capacity?: number;
}

export type StaffPatch = Partial<NewStaff> & { active?: boolean };

const LISTED = 200;
const FIRST_EMAIL = 'admin@localhost';
const omit = { passwordHash: true, failedSignIns: true, lockedUntil: true } as const;
const normalised = (email: string): string => email.trim().toLowerCase();

/** People who work with Zhiyin, and how they sign in. */
export class StaffAccounts {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #audit: Audit;
  readonly #sessions: Sessions;
  readonly #strangers = new Strangers();

  constructor(db: Database, clock: Clock, audit: Audit) {
    this.#db = db;
    this.#clock = clock;
    this.#audit = audit;
    this.#sessions = new Sessions(db, clock);
  }

  /** Throws Unauthenticated (wrong mail address or password, alike), TooManyAttempts (locked for 15 minutes after 5 failures). */
  async signIn(email: string, password: string): Promise<SignedIn> {
    const now = this.#clock.now();
    const address = normalised(email);
    const found = await this.#db.client.staff.findUnique({ where: { email: address } });
    const locked = found
      ? await takeAttempt(this.#db.client, found.id, now)
      : this.#strangers.takeAttempt(address, now);
    if (locked) throw new TooManyAttempts((locked.getTime() - now.getTime()) / 1000);
    const right = await verifyPassword(found?.passwordHash ?? null, password);
    if (!found?.active || !right)
      throw new Unauthenticated('The mail address or the password is wrong.', 'signInFailed');
    return this.#db.transaction((client) => this.#welcome(client, found.id));
  }

  /** Who is behind a session token; null if it is not valid. */
  async sessionOf(token: string): Promise<StaffMember | null> {
    const staff = await this.#sessions.staffOf(token);
    if (!staff) return null;
    const { passwordHash, failedSignIns, lockedUntil, ...member } = staff;
    return member;
  }

  async signOut(token: string): Promise<void> {
    await this.#sessions.close(token);
  }

  /** A token that signs in once, within an hour. Throws NotFound. */
  async createSignInLink(staffId: string, byStaffId: string | null = null): Promise<Secret> {
    return this.#db.transaction(async (client) => {
      if ((await client.staff.count({ where: { id: staffId } })) === 0) throw new NotFound('member of staff', staffId);
      await this.#audit.record({ staffId: byStaffId, action: 'createSignInLink', entity: 'staff', entityId: staffId });
      return this.#sessions.createLink(client, staffId);
    });
  }

  /** Throws Unauthenticated with code `linkInvalid`. */
  async redeemSignInLink(token: string): Promise<SignedIn> {
    return this.#db.transaction(async (client) =>
      this.#welcome(client, await this.#sessions.redeemLink(client, token)),
    );
  }

  /** By name; at most 200. */
  async list(): Promise<StaffMember[]> {
    return this.#db.client.staff.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], take: LISTED, omit });
  }

  /** Throws NotFound. */
  async get(id: string): Promise<StaffMember> {
    const staff = await this.#db.client.staff.findUnique({ where: { id }, omit });
    if (!staff) throw new NotFound('member of staff', id);
    return staff;
  }

  /** Throws Conflict if the mail address is taken, InvalidInput. */
  async create(staff: NewStaff, byStaffId: string | null): Promise<StaffMember> {
    const { password, ...data } = staff;
    const passwordHash = password ? await hashPassword(password) : null;
    const id = v7();
    await this.#db.transaction(async (client) => {
      await this.#checkTeam(client, staff.teamId);
      const row = { ...data, id, email: normalised(staff.email), passwordHash, createdAt: this.#clock.now() };
      const { count } = await client.staff.createMany({ data: [row], skipDuplicates: true });
      if (count === 0) throw emailTaken();
      await this.#audit.record({ staffId: byStaffId, action: 'create', entity: 'staff', entityId: id });
    });
    return this.get(id);
  }

  /** A new password, another role or leaving signs the person out everywhere. Throws NotFound, Conflict, InvalidInput. */
  async update(id: string, patch: StaffPatch, byStaffId: string | null): Promise<StaffMember> {
    const { password, email, ...data } = patch;
    const passwordHash = password ? await hashPassword(password) : undefined;
    await this.#db.transaction(async (client) => {
      const found = await client.staff.findUnique({ where: { id } });
      if (!found) throw new NotFound('member of staff', id);
      await this.#checkTeam(client, patch.teamId);
      await this.#keepOneAdministrator(client, found, patch);
      await client.staff
        .update({ where: { id }, data: { ...data, ...(email && { email: normalised(email) }), passwordHash } })
        .catch((fault: unknown) => {
          throw isUniqueViolation(fault) ? emailTaken() : fault;
        });
      if (password || patch.active === false || (patch.role && patch.role !== found.role)) {
        await this.#sessions.closeAll(client, id);
      }
      await this.#audit.record({
        staffId: byStaffId,
        action: 'update',
        entity: 'staff',
        entityId: id,
        fields: Object.keys(patch),
      });
    });
    return this.get(id);
  }

  /**
   * For the start of the process: there is an administrator who can sign in. Without a password the answer holds the token
   * of a one-time sign-in link, again at each start until a password is set.
   */
  async ensureAdministrator(email?: string, password?: string): Promise<{ token?: string }> {
    const passwordHash = password ? await hashPassword(password) : null;
    return this.#db.transaction(async (client) => {
      // Two instances that start together must not make two administrators.
      await client.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('zhiyin first administrator'))::text`;
      const known = await client.staff.findMany({ where: { role: 'administrator', active: true, demo: false } });
      if (known.some((person) => person.passwordHash !== null)) return {};
      const address = normalised(email ?? known[0]?.email ?? FIRST_EMAIL);
      const { id } = await client.staff.upsert({
        where: { email: address },
        create: {
          id: v7(),
          email: address,
          name: 'Administrator',
          role: 'administrator',
          passwordHash,
          createdAt: this.#clock.now(),
        },
        update: { role: 'administrator', active: true, demo: false, ...(passwordHash && { passwordHash }) },
      });
      return passwordHash ? {} : { token: (await this.#sessions.createLink(client, id)).token };
    });
  }

  async #welcome(client: Client, staffId: string): Promise<SignedIn> {
    const data = { failedSignIns: 0, lockedUntil: null };
    const staff = await client.staff.update({ where: { id: staffId }, data, omit });
    return { ...(await this.#sessions.open(client, staffId)), staff };
  }

  async #checkTeam(client: Client, teamId: string | null | undefined): Promise<void> {
    if (!teamId || (await client.team.count({ where: { id: teamId } })) > 0) return;
    throw new InvalidInput([{ path: 'teamId', message: 'There is no such team.' }]);
  }

  async #keepOneAdministrator(client: Client, before: Staff, patch: StaffPatch): Promise<void> {
    const leaves = patch.active === false || (patch.role !== undefined && patch.role !== 'administrator');
    if (before.role !== 'administrator' || !leaves) return;
    const others = await client.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Staff" WHERE role = 'administrator' AND active AND NOT demo FOR UPDATE`;
    if (others.some((other) => other.id !== before.id)) return;
    throw new Conflict('lastAdministrator', 'Make another administrator first; there must be one.');
  }
}

const emailTaken = (): Conflict => new Conflict('emailTaken', 'Somebody already has this mail address.');

const isUniqueViolation = (fault: unknown): boolean =>
  fault instanceof Prisma.PrismaClientKnownRequestError && fault.code === 'P2002';
