import { z } from 'zod';
import { Unauthenticated } from '#crm/errors.ts';
import type { SignedIn } from '#crm/staff/staffAccounts.ts';
import { limitByAddress } from './addressLimit.ts';
import { clearSession, sessionTokenOf, setSession } from './cookies.ts';
import { operation, type Parsed } from './resource.ts';
import { anybody } from './roles.ts';
import { staffSchema } from './staff.ts';

const sessionSchema = z.object({ staff: staffSchema });
/** Who is signed in. */
export type SessionJson = z.input<typeof sessionSchema>;

/** Attempts to sign in from one address, whatever the account; the account has a lockout of its own. */
const ATTEMPTS = 30;
const WITHIN_SECONDS = 300;

/** Signing in and out. */
export function sessionOperations() {
  const admit = limitByAddress(ATTEMPTS, WITHIN_SECONDS);

  async function signIn(http: Parsed<undefined, undefined, undefined>['http'], enter: () => Promise<SignedIn>) {
    await admit(http.request);
    const { token, expiresAt, staff } = await enter();
    setSession(http.response, http.request, token, expiresAt);
    return { staff };
  }

  return [
    operation({
      method: 'POST',
      path: '/session',
      summary: 'Sign in; sets the session cookie',
      may: anybody,
      signsIn: true,
      body: z.strictObject({ email: z.string().trim().min(1).max(200), password: z.string().min(1).max(1000) }),
      answer: sessionSchema,
      run: ({ services }, { body, http }) => signIn(http, () => services.staff.signIn(body.email, body.password)),
    }),
    operation({
      method: 'POST',
      path: '/session/link',
      summary: 'Sign in by a one-time link',
      may: anybody,
      signsIn: true,
      body: z.strictObject({ token: z.string().min(1).max(200) }),
      answer: sessionSchema,
      run: ({ services }, { body, http }) => signIn(http, () => services.staff.redeemSignInLink(body.token)),
    }),
    operation({
      method: 'GET',
      path: '/session',
      summary: 'Who is signed in',
      may: anybody,
      answer: sessionSchema,
      run: async (_parts, { caller }) => {
        if (!caller?.staff) throw new Unauthenticated();
        return { staff: caller.staff };
      },
    }),
    operation({
      method: 'DELETE',
      path: '/session',
      summary: 'Sign out',
      may: anybody,
      run: async ({ services }, { caller, http }) => {
        const token = sessionTokenOf(http.request);
        if (token) await services.staff.signOut(token);
        if (caller?.staff) await services.presence.gone(caller.staff.id);
        clearSession(http.response, http.request);
      },
    }),
  ];
}
