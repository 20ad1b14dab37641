import type { ReactNode } from 'react';
import { useTexts } from '../desk/frame/language.tsx';
import { insightTexts } from './i18n/insights.ts';
import { trustOf } from './samples.ts';
import { useMetricWords } from './surveys/figures.ts';

/** A share with what it rests on; `share` is null where nothing was counted. */
export interface Rate {
  n: number;
  share: number | null;
  interval: { low: number; high: number } | null;
}

interface Props {
  rate: Rate;
  /** What the share is of, how many there are, and what to say of too few or few. */
  words: { label: string; count: string; tooFew: string; tooFewText: string; weak: string };
  testId: string;
  children?: ReactNode;
}

/** The number, its interval and its n; of too few no number, of few with reserve. */
export function RateNumber({ rate: { n, share, interval }, words, testId, children }: Props): ReactNode {
  const t = useTexts(insightTexts);
  const { share: written } = useMetricWords('csat');
  const trust = trustOf(n);
  if (trust === 'tooFew' || share === null || !interval) {
    return (
      <div className="share">
        <p className="share-few">{words.tooFew}</p>
        <p className="note">{words.tooFewText}</p>
        {children}
      </div>
    );
  }
  const { low, high } = interval;
  return (
    <div className="share" data-trust={trust}>
      <p className="share-line">
        <strong className="share-number figures" data-testid={testId}>
          {written(share)}
        </strong>
        <span>{words.label}</span>
      </p>
      <p className="share-facts figures">
        <span>{t.interval(written(low), written(high))}</span>
        <span>{words.count}</span>
      </p>
      <IntervalLine share={share} low={low} high={high} />
      {trust === 'weak' && <p className="share-weak">{words.weak}</p>}
      {children}
    </div>
  );
}

/** The interval on a line from 0 to 100 %. */
function IntervalLine({ share, low, high }: { share: number; low: number; high: number }): ReactNode {
  const percent = (value: number): string => `${value * 100}%`;
  return (
    <div className="interval" aria-hidden="true">
      <span className="interval-band" style={{ left: percent(low), width: percent(high - low) }} />
      <span className="interval-point" style={{ left: percent(share) }} />
      <span className="interval-end">0</span>
      <span className="interval-end">100%</span>
    </div>
  );
}
