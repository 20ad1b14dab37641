import type { ReactNode } from 'react';
import { useFormats, useNow } from './formats.ts';

interface Entry {
  id: string;
  title: string;
  who: string | undefined;
  note: string | null;
  at: string;
}

/** A log: what, by whom, when, and what was noted. */
export function LogList({ entries }: { entries: readonly Entry[] }): ReactNode {
  const formats = useFormats();
  const now = useNow();
  return (
    <ol className="log">
      {entries.map((entry) => (
        <li key={entry.id}>
          <span className="log-line">
            <strong>{entry.title}</strong>
            {entry.who && <span>{entry.who}</span>}
            <time dateTime={entry.at} title={formats.full(entry.at)} className="figures">
              {formats.moment(entry.at, now)}
            </time>
          </span>
          {entry.note && <p className="log-note">{entry.note}</p>}
        </li>
      ))}
    </ol>
  );
}
