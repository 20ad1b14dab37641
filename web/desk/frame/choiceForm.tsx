import type { ReactNode } from 'react';

/**
 * Around filters whose state the address or the page holds: after a reload the browser must not put back what was chosen
 * before (it would leave choices that look selected and are not).
 */
export function ChoiceForm({ className, children }: { className?: string; children: ReactNode }): ReactNode {
  return (
    <form className={className} autoComplete="off" onSubmit={(event) => event.preventDefault()}>
      {children}
    </form>
  );
}
