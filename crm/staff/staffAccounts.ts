import type { Database, Role, Staff } from '#prisma/client.ts';

/** A member of staff without the secrets. */
export type StaffMember = Omit<Staff, 'passwordHash' | 'failedSignIns' | 'lockedUntil'>;

/** A signed-in browser: `token` is shown once, here. */
export interface SignedIn {
  token: string;
  expiresAt: Date;
  staff: StaffMember;
}

export interface NewStaff {
  email: string;
  name: string;
  role: Role;
  password?: string | null;
  teamId?: string | null;
  language?: 'zh' | 'en';
}

/** People who work with Zhiyin, and how they sign in. */
export class StaffAccounts {
  constructor(_db: Database) {}
  /** Throws Unauthenticated (wrong mail address or password, alike), TooManyAttempts (locked for 15 minutes after 5 failures). */
  async signIn(_email: string, _password: string): Promise<SignedIn> {
    throw new Error();
  }
  /** Who is behind a session token; null if it is not valid. */
  async sessionOf(_token: string): Promise<StaffMember | null> {
    throw new Error();
  }
  async signOut(_token: string): Promise<void> {
    throw new Error();
  }
  /** A token that signs in once, within an hour. */
  async createSignInLink(_staffId: string): Promise<{ token: string; expiresAt: Date }> {
    throw new Error();
  }
  /** Throws Unauthenticated with code `linkInvalid`. */
  async useSignInLink(_token: string): Promise<SignedIn> {
    throw new Error();
  }
  async list(): Promise<StaffMember[]> {
    throw new Error();
  }
  async get(_id: string): Promise<StaffMember> {
    throw new Error();
  }
  async create(_staff: NewStaff, _byStaffId: string | null): Promise<StaffMember> {
    throw new Error();
  }
  async update(
    _id: string,
    _patch: Partial<NewStaff> & { active?: boolean },
    _byStaffId: string | null,
  ): Promise<StaffMember> {
    throw new Error();
  }
  /** At the first start: makes the administrator. Without a password the answer holds the token of a one-time sign-in link, again at each start until somebody signed in. */
  async ensureAdministrator(_email?: string, _password?: string): Promise<{ token?: string }> {
    throw new Error();
  }
}
