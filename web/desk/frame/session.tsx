import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import type { Role, Session, StaffMember } from '../api.ts';
import { SignInPage } from '../signIn/signInPage.tsx';
import { PageSkeleton } from './pageSkeleton.tsx';
import { ProblemNote } from './problemNote.tsx';
import { isSignedOut } from './providers.tsx';
import { request } from './request.ts';

const ranks: Record<Role, number> = { staff: 0, manager: 1, administrator: 2 };

const SessionContext = createContext<StaffMember | null>(null);

async function readSession(): Promise<Session | null> {
  try {
    return await request.get<Session>('/session');
  } catch (error) {
    if (isSignedOut(error)) return null;
    throw error;
  }
}

/**
 * Shows its children to people who are signed in and the sign-in, at the same address, to everybody else. When a session ends
 * in the middle of work the address and what was being written (useDraft) stay, so that one comes back to where one was.
 */
export function SignedIn({ children }: { children: ReactNode }): ReactNode {
  const session = useQuery({ queryKey: ['session'], queryFn: readSession, staleTime: 5 * 60_000 });
  const wasSignedIn = useRef(false);
  useEffect(() => {
    if (session.data) wasSignedIn.current = true;
  }, [session.data]);
  if (session.isPending) return <PageSkeleton />;
  if (session.data) return <SessionContext value={session.data.staff}>{children}</SessionContext>;
  if (session.error) return <ProblemNote error={session.error} retry={() => void session.refetch()} whole />;
  return <SignInPage expired={wasSignedIn.current} />;
}

/** Who is signed in. Only below SignedIn. */
export function useStaff(): StaffMember {
  const staff = useContext(SessionContext);
  if (!staff) throw new Error('useStaff is used outside of SignedIn');
  return staff;
}

/** Whether the one who is signed in may do what this role may. */
export function useMay(role: Role): boolean {
  return ranks[useStaff().role] >= ranks[role];
}

/** Ends the session; the sign-in appears. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await request.delete('/session').catch(() => undefined);
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    client.setQueryData(['session'], null);
  };
}
