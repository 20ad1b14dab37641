import { Forbidden, Unauthenticated } from '#crm/errors.ts';
import type { StaffMember } from '#crm/staff/staffAccounts.ts';
import type { Role } from '#prisma/client.ts';

/** Who calls: a signed-in person, or a program with a key (then `staff` is null). */
export interface Caller {
  role: Role;
  staff: StaffMember | null;
}

/** Who may do something; throws Unauthenticated or Forbidden. */
export interface Policy {
  (caller: Caller | null): void;
  /** For the description of the API. */
  readonly label: string;
}

const ranks: Record<Role, number> = { staff: 0, manager: 1, administrator: 2 };

function policy(label: string, check: (caller: Caller | null) => void): Policy {
  return Object.assign((caller: Caller | null) => check(caller), { label });
}

const atLeast = (role: Role): Policy =>
  policy(role, (caller) => {
    if (!caller) throw new Unauthenticated();
    if (ranks[caller.role] < ranks[role]) throw new Forbidden(`Only a ${role} may do this.`);
  });

/** Everybody, also without signing in. */
export const anybody = policy('anybody', () => undefined);
export const staff = atLeast('staff');
export const manager = atLeast('manager');
export const administrator = atLeast('administrator');

/** What is done in a person's own name; keys of programs have none. Throws Unauthenticated, Forbidden. */
export function person(caller: Caller | null): StaffMember {
  if (!caller) throw new Unauthenticated();
  if (!caller.staff) throw new Forbidden('This is done in a person’s name: sign in instead of using a key.');
  return caller.staff;
}

/** Whom the audit log names: the person, or nobody for a program. */
export const actor = (caller: Caller | null): string | null => caller?.staff?.id ?? null;
