import type { ReactNode } from 'react';

/** What something is called, and what is known of it; what is not known is left out. */
export type Fact = [name: string, value: ReactNode];

/** The known facts of a record, one a line. */
export function FactList({ facts }: { facts: readonly Fact[] }): ReactNode {
  return (
    <dl className="facts">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
