import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CustomerPromise } from '../api.ts';
import { customerName } from '../customers/names.ts';
import { useLanguage } from '../frame/language.tsx';
import { PromiseDue, PromiseTag, usePromiser } from './promiseState.tsx';

interface Props {
  promise: CustomerPromise;
  selected: boolean;
  /** The address's query, kept when the promise is opened. */
  search: string;
}

/** A promise in the list. */
export function PromiseRow({ promise, selected, search }: Props): ReactNode {
  const { language } = useLanguage();
  const promiser = usePromiser();
  return (
    <Link
      className="row"
      data-row={promise.id}
      to={{ pathname: `/promises/${promise.id}`, search }}
      aria-current={selected ? 'true' : undefined}
    >
      <span className="row-head">
        <span className="row-kind">{promiser(promise)}</span>
        <PromiseDue promise={promise} />
      </span>
      <span className="row-title">{promise.text}</span>
      <span className="row-foot">
        <span className="row-who">{customerName(promise.customer, language)}</span>
        <PromiseTag promise={promise} />
      </span>
    </Link>
  );
}
