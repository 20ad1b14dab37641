import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CustomerPromise } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { promiseTexts } from '../i18n/promises.ts';
import { PromiseActions } from '../promises/promiseActions.tsx';
import { PromiseDue, PromiseTag, usePromiser } from '../promises/promiseState.tsx';
import { usePromises } from '../queries/promises.ts';

/** What was promised in this conversation: a new one waits for one click of its speaker. Nothing where nothing was. */
export function PromiseStrip({ conversationId }: { conversationId: string }): ReactNode {
  const t = useTexts(promiseTexts);
  const promises = usePromises(conversationId);
  const shown = (promises.data?.items ?? []).filter(({ settledAt }) => settledAt === null);
  if (shown.length === 0) return null;
  return (
    <ul className="promises" aria-label={t.title}>
      {shown.map((promise) => (
        <PromiseItem key={promise.id} promise={promise} />
      ))}
    </ul>
  );
}

function PromiseItem({ promise }: { promise: CustomerPromise }): ReactNode {
  const t = useTexts(promiseTexts);
  const promiser = usePromiser();
  return (
    <li>
      <span className="case-similar">
        <span className="promise-head">
          {promise.state === 'proposed' ? (
            <Tag className="tag-accent">{t.noticed}</Tag>
          ) : (
            <PromiseTag promise={promise} />
          )}
          {promiser(promise)}
          <PromiseDue promise={promise} />
        </span>
        <Link className="case-told" to={`/promises/${promise.id}`}>
          {promise.text}
        </Link>
      </span>
      <PromiseActions promise={promise} />
    </li>
  );
}
