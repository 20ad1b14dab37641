import type { ReactNode } from 'react';
import type { Role } from '../api.ts';
import { useMay } from '../frame/session.tsx';
import { EmptyNote } from '../shell/listParts.tsx';
import { SettingsTabs } from './settingsTabs.tsx';

interface Props {
  /** From which role on it is seen. */
  from: Role;
  /** What others are told. */
  refused: { notAllowedTitle: string; notAllowed: string };
  title?: string;
  lead?: string;
  /** Below the lead. */
  more?: ReactNode;
  children: ReactNode;
}

/** A page of the administration: the tabs, what it is about, and what it holds, which asks for nothing where somebody may not see it. */
export function SettingsPage({ from, refused, title, lead, more, children }: Props): ReactNode {
  if (!useMay(from)) {
    return (
      <main className="whole">
        <EmptyNote icon="settings" title={refused.notAllowedTitle}>
          {refused.notAllowed}
        </EmptyNote>
      </main>
    );
  }
  return (
    <main className="whole">
      <SettingsTabs />
      {title && (
        <header className="whole-head">
          <h1>{title}</h1>
          {lead && <p className="soft">{lead}</p>}
          {more}
        </header>
      )}
      {children}
    </main>
  );
}
