import { useState } from 'react';
import { useChatTools } from '../ChatContext.ts';
import type { Activity } from '../directLine/activity.ts';
import { Icon } from '../Icons.tsx';
import { starLabels } from '../lines.ts';
import { readContent, readText } from './content.ts';

/**
 * Stars to tap: `{ max, labels? }`, where `labels[i]` says what i+1 stars mean (else the message's buttons say it). A tap sends the number, once; after it
 * the card shows what was given.
 */
export function RatingCard({ content, activity }: { content: unknown; activity: Activity }) {
  const { texts, given, send } = useChatTools();
  const [pointed, setPointed] = useState(0);
  const card = readContent(content);
  const max = typeof card.max === 'number' && card.max >= 2 && card.max <= 10 ? Math.floor(card.max) : 5;
  const labels = Array.isArray(card.labels) ? card.labels.map(readText) : starLabels(activity);
  const { id: activityId } = activity;
  const chosen = activityId === undefined ? undefined : given.stars.get(activityId);
  const lit = chosen ?? pointed;
  const rate = (rating: number) =>
    send({ type: 'message', text: String(rating), value: { rating }, ...(activityId && { replyToId: activityId }) });
  if (chosen !== undefined) {
    return (
      <div className="rating" data-given>
        <span className="visually-hidden">{texts.rated(chosen, max)}</span>
        <Stars lit={chosen} max={max} />
      </div>
    );
  }
  return (
    <fieldset className="rating" onMouseLeave={() => setPointed(0)}>
      <legend className="visually-hidden">{texts.rate}</legend>
      <div className="rating-stars">
        {Array.from({ length: max }, (_, index) => {
          const stars = index + 1;
          const label = labels[index] ? `${texts.stars(stars)} · ${labels[index]}` : texts.stars(stars);
          return (
            <button
              key={stars}
              type="button"
              className="rating-star"
              data-lit={stars <= lit || undefined}
              aria-label={label}
              onMouseEnter={() => setPointed(stars)}
              onFocus={() => setPointed(stars)}
              onBlur={() => setPointed(0)}
              onClick={() => rate(stars)}
            >
              <Icon name="star" size={30} filled={stars <= lit} />
            </button>
          );
        })}
      </div>
      {labels.length > 0 && (
        <p className="rating-labels" aria-hidden="true">
          {lit > 0 ? (
            <span className="rating-label">{labels[lit - 1]}</span>
          ) : (
            <>
              <span>{labels[0]}</span>
              <span>{labels[max - 1]}</span>
            </>
          )}
        </p>
      )}
    </fieldset>
  );
}

function Stars({ lit, max }: { lit: number; max: number }) {
  return (
    <div className="rating-stars" aria-hidden="true">
      {Array.from({ length: max }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stars are all alike
        <span className="rating-star" key={index} data-lit={index < lit || undefined}>
          <Icon name="star" size={30} filled={index < lit} />
        </span>
      ))}
    </div>
  );
}
