import type { ComponentType, ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useMay } from '../frame/session.tsx';
import { EmptyNote } from '../shell/listParts.tsx';

/** A page of settings with its tab: `path` names it in the address. Without a page the tab leads elsewhere. */
export interface ManagerTab {
  path: string;
  to: string;
  label: string;
  page?: ComponentType;
}

/** Settings that managers look after, a tab each; the first is shown unless the address names another. */
export function ManagerTabs(props: {
  title: string;
  refused: { title: string; text: string };
  tabs: ManagerTab[];
  shown: string;
}): ReactNode {
  const { title, refused, tabs, shown } = props;
  if (!useMay('manager')) {
    return (
      <main className="whole">
        <EmptyNote icon="settings" title={refused.title}>
          {refused.text}
        </EmptyNote>
      </main>
    );
  }
  const known = tabs.find(({ path, page }) => page && path === shown) ?? tabs[0];
  const Page = known?.page;
  return (
    <main className="whole">
      <header className="whole-head">
        <h1>{title}</h1>
        <nav className="knowledge-tabs" aria-label={title}>
          {tabs.map(({ path, to, label }) => (
            <NavLink key={path} to={to} className={path === known?.path ? 'active' : ''}>
              {label}
            </NavLink>
          ))}
        </nav>
      </header>
      {Page && <Page />}
    </main>
  );
}
