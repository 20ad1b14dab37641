import type { ReactNode } from 'react';
import { Link, useHref } from 'react-router';

/** A link to a page of the desk, also where it stands on a page of its own (insights). */
export function DeskLink({ to, children }: { to: string; children: ReactNode }): ReactNode {
  const isDesk = useHref('/').startsWith('/desk');
  return isDesk ? <Link to={to}>{children}</Link> : <a href={`/desk${to}`}>{children}</a>;
}
