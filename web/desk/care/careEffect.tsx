import type { ReactNode } from 'react';
import type { CareResults } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { careTexts } from '../i18n/care.ts';

/** Fewer say nothing. */
const FEWEST = 5;
type Counted = CareResults['sent']['answered'];

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function Figure({ label, counted, n }: { label: string; counted: Counted; n: number }): ReactNode {
  const t = useTexts(careTexts);
  const { count, share, interval } = counted;
  const told = (): string => {
    if (n === 0) return '–';
    if (n < FEWEST || share === null || !interval) return `${count}/${n} · ${t.tooFew}`;
    return `${percent(share)} (${percent(interval.low)}–${percent(interval.high)}, n ${n})`;
  };
  return (
    <div>
      <dt className="soft">{label}</dt>
      <dd className="figures">{told()}</dd>
    </div>
  );
}

/** What a rule's messages did, beside those who were left out. */
export function CareEffect({ results }: { results: CareResults }): ReactNode {
  const t = useTexts(careTexts);
  const { sent, control, tasks, dropped, planned } = results;
  return (
    <>
      <p className="soft figures">{t.results(sent.n, tasks, dropped, planned)}</p>
      {sent.n > 0 && (
        <dl className="care-effect" aria-label={t.effect}>
          <Figure label={t.answered} counted={sent.answered} n={sent.n} />
          <Figure label={t.bought} counted={sent.bought} n={sent.n} />
          <Figure label={t.against} counted={control.bought} n={control.n} />
          <Figure label={t.left} counted={sent.left} n={sent.n} />
        </dl>
      )}
    </>
  );
}
