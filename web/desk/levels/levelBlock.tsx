import type { ReactNode } from 'react';
import type { ServiceClock } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { levelTexts } from '../i18n/levels.ts';
import { type LevelOf, useLevels } from '../queries/levels.ts';
import { LevelLine } from './levelLine.tsx';
import './levels.css';

/** What a record's customer waits for, as a part of its page. Nothing where nothing is measured. */
export function LevelBlock({ of }: { of: LevelOf }): ReactNode {
  const t = useTexts(levelTexts);
  const clocks = useLevels(of).data?.items ?? [];
  if (clocks.length === 0) return null;
  return (
    <section className="block" aria-label={t.title}>
      <h2>{t.title}</h2>
      <ul className="levels">
        {clocks.map((clock) => (
          <LevelLine key={clock.id} of={of} clock={clock} />
        ))}
      </ul>
    </section>
  );
}

/** What the customer of a conversation waits for right now, else how the last wait ended, in one line. */
export function LevelStrip({ of }: { of: LevelOf }): ReactNode {
  const t = useTexts(levelTexts);
  const shown = worthShowing(useLevels(of).data?.items ?? []);
  if (shown.length === 0) return null;
  return (
    <ul className="levels levels-strip" aria-label={t.title}>
      {shown.map((clock) => (
        <LevelLine key={clock.id} of={of} clock={clock} brief />
      ))}
    </ul>
  );
}

function worthShowing(clocks: ServiceClock[]): ServiceClock[] {
  const open = clocks.filter(({ finishedAt }) => finishedAt === null);
  return open.length > 0 ? open : clocks.filter(({ level }) => level !== 'ended').slice(-1);
}
