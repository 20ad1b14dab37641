import type { ReactNode } from 'react';
import { useTexts } from '../frame/language.tsx';
import { taskTexts } from '../i18n/task.ts';

/** A score of 1 to 5 as stars and as a number. */
export function Rating({ score }: { score: number | null }): ReactNode {
  const t = useTexts(taskTexts);
  if (score === null) return null;
  const stars = Math.min(5, Math.max(0, Math.round(score)));
  return (
    <span className="rating" data-low={score <= 2 ? 'yes' : 'no'}>
      <span className="stars" aria-hidden="true">
        {'★'.repeat(stars)}
        <span className="stars-off">{'★'.repeat(5 - stars)}</span>
      </span>
      <span className="figures" aria-hidden="true">
        {score}/5
      </span>
      <span className="visually-hidden">{t.ratingOf(score)}</span>
    </span>
  );
}
