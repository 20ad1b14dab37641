import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { CustomerPromise } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { promiseTexts } from '../i18n/promises.ts';

type State = CustomerPromise['state'] | 'keptLate';

/** How a promise stands; what was done after its time is told apart from what is late and still to be done. */
export const stateOf = ({ state, settledAt }: CustomerPromise): State =>
  state === 'late' && settledAt ? 'keptLate' : state;

const tones: Partial<Record<State, string>> = { confirmed: 'tag-accent', late: 'tag-danger', broken: 'tag-danger' };

/** How a promise stands, in a word. */
export function PromiseTag({ promise }: { promise: CustomerPromise }): ReactNode {
  const t = useTexts(promiseTexts);
  const state = stateOf(promise);
  return <Tag className={tones[state]}>{t.states[state]}</Tag>;
}

/** Who gave it; for the bot's own also who has the task. */
export function usePromiser(): (promise: CustomerPromise) => string {
  const t = useTexts(promiseTexts);
  return ({ staff, task }) => staff?.name ?? (task?.owner ? t.botFor(task.owner.name) : t.bot);
}

/** By when; what is past and still to be done in the colour of danger, with a sign. */
export function PromiseDue({ promise }: { promise: CustomerPromise }): ReactNode {
  const t = useTexts(promiseTexts);
  const formats = useFormats();
  const now = useNow();
  const { dueAt, settledAt } = promise;
  if (!dueAt) return <span className="due">{t.noDay}</span>;
  const isLate = !settledAt && Date.parse(dueAt) < now.getTime();
  const at = formats.moment(dueAt, now);
  return (
    <time className="due" dateTime={dueAt} data-tone={isLate ? 'late' : 'calm'} title={formats.full(dueAt)}>
      <Icon name={isLate ? 'late' : 'clock'} />
      {isLate ? t.lateSince(at) : t.by(at)}
    </time>
  );
}
