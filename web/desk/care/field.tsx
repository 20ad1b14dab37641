import type { ReactNode } from 'react';

/** A control under its name; the control says its name itself (aria-label). */
export function Field({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <div className="care-field">
      <span className="soft" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
