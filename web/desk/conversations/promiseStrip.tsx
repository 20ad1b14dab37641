import { Alert, App, Button, Input, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CustomerPromise } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { useMay, useStaff } from '../frame/session.tsx';
import { promiseTexts } from '../i18n/promises.ts';
import { usePromiseAction, usePromises } from '../queries/promises.ts';

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
  const formats = useFormats();
  const now = useNow();
  const me = useStaff();
  const mayLead = useMay('manager');
  const problemText = useProblemText();
  const action = usePromiseAction(promise.id);
  const proposed = promise.state === 'proposed';
  return (
    <li>
      <span className="case-similar">
        <span>
          <Tag className={promise.state === 'late' ? 'tag-danger' : 'tag-accent'}>
            {proposed ? t.noticed : t.states[promise.state]}
          </Tag>{' '}
          {promise.staff?.name ?? t.bot}
          {promise.dueAt && ` · ${t.by(formats.moment(promise.dueAt, now))}`}
        </span>
        <span className="case-told">{promise.text}</span>
      </span>
      {(mayLead || promise.staff?.id === me.id) &&
        (proposed ? <Confirm promise={promise} action={action} /> : <Settle action={action} />)}
      {action.error && <Alert type="error" title={problemText(action.error)} showIcon role="alert" />}
    </li>
  );
}

type Action = ReturnType<typeof usePromiseAction>;

function Confirm({ promise, action }: { promise: CustomerPromise; action: Action }): ReactNode {
  const t = useTexts(promiseTexts);
  const { message } = App.useApp();
  const [due, setDue] = useState<string | undefined>(promise.dueAt ? undefined : '');
  const confirm = (): void =>
    action.mutate(
      { kind: 'confirm', ...(due ? { dueAt: new Date(due).toISOString() } : {}) },
      { onSuccess: () => void message.success(t.confirmed) },
    );
  return (
    <span className="case-buttons">
      {due !== undefined && (
        <Input
          size="small"
          type="datetime-local"
          aria-label={t.due}
          value={due}
          onChange={(event) => setDue(event.target.value)}
        />
      )}
      <Button
        size="small"
        type="primary"
        disabled={!promise.dueAt && !due}
        loading={action.isPending}
        onClick={confirm}
      >
        {t.confirm}
      </Button>
      {due === undefined && (
        <Button size="small" onClick={() => setDue('')}>
          {t.change}
        </Button>
      )}
      <Button size="small" onClick={() => action.mutate({ kind: 'withdraw' })}>
        {t.notOne}
      </Button>
    </span>
  );
}

function Settle({ action }: { action: Action }): ReactNode {
  const t = useTexts(promiseTexts);
  return (
    <span className="case-buttons">
      <Button size="small" type="primary" loading={action.isPending} onClick={() => action.mutate({ kind: 'keep' })}>
        {t.keep}
      </Button>
      <Button size="small" onClick={() => action.mutate({ kind: 'withdraw' })}>
        {t.withdraw}
      </Button>
    </span>
  );
}
