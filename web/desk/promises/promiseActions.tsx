import { Alert, App, Button, Input, Popconfirm } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CustomerPromise } from '../api.ts';
import { useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { useMay, useStaff } from '../frame/session.tsx';
import { promiseTexts } from '../i18n/promises.ts';
import { usePromiseAction } from '../queries/promises.ts';
import { useShop } from '../queries/shop.ts';
import { fieldTime, fieldValue } from '../tasks/snoozeTimes.ts';

type Action = ReturnType<typeof usePromiseAction>;

/** What can be done with a promise that is not settled: by its speaker, for the bot by who has the task, and by who leads. */
export function PromiseActions({ promise }: { promise: CustomerPromise }): ReactNode {
  const me = useStaff();
  const mayLead = useMay('manager');
  const problemText = useProblemText();
  const action = usePromiseAction(promise.id);
  const keeper = promise.staff ?? promise.task?.owner;
  if (promise.settledAt || !(mayLead || !keeper || keeper.id === me.id)) return null;
  return (
    <>
      {promise.state === 'proposed' ? (
        <Confirm promise={promise} action={action} />
      ) : (
        <Settle promise={promise} action={action} />
      )}
      {action.error && <Alert type="error" title={problemText(action.error)} showIcon role="alert" />}
    </>
  );
}

function Confirm({ promise, action }: { promise: CustomerPromise; action: Action }): ReactNode {
  const t = useTexts(promiseTexts);
  const { message } = App.useApp();
  const [due, setDue] = useState<string | undefined>();
  const [changing, setChanging] = useState(promise.dueAt === null);
  const confirm = (): void =>
    action.mutate(
      { kind: 'confirm', ...(due ? { dueAt: due } : {}) },
      { onSuccess: () => void message.success(t.confirmed) },
    );
  return (
    <span className="case-buttons">
      {changing && <DueField start={promise.dueAt} choose={setDue} />}
      <Button
        size="small"
        type="primary"
        disabled={changing && !due}
        loading={action.isPending && action.variables.kind === 'confirm'}
        onClick={confirm}
      >
        {t.confirm}
      </Button>
      {!changing && (
        <Button size="small" onClick={() => setChanging(true)}>
          {t.change}
        </Button>
      )}
      <Button size="small" onClick={() => action.mutate({ kind: 'withdraw' })}>
        {t.notOne}
      </Button>
    </span>
  );
}

function Settle({ promise, action }: { promise: CustomerPromise; action: Action }): ReactNode {
  const t = useTexts(promiseTexts);
  const [moving, setMoving] = useState(false);
  const [due, setDue] = useState<string | undefined>();
  const busy = (kind: string): boolean => action.isPending && action.variables.kind === kind;
  if (moving) {
    const move = (): void => action.mutate({ kind: 'postpone', dueAt: due! }, { onSuccess: () => setMoving(false) });
    return (
      <span className="case-buttons">
        <DueField start={promise.dueAt} choose={setDue} />
        <Button size="small" type="primary" disabled={!due} loading={busy('postpone')} onClick={move}>
          {t.postpone}
        </Button>
        <Button size="small" onClick={() => setMoving(false)}>
          {t.cancel}
        </Button>
        <span className="soft case-hint">{t.postponeNote}</span>
      </span>
    );
  }
  return (
    <span className="case-buttons">
      <Button size="small" type="primary" loading={busy('keep')} onClick={() => action.mutate({ kind: 'keep' })}>
        {t.keep}
      </Button>
      <Button size="small" onClick={() => setMoving(true)}>
        {t.postpone}
      </Button>
      <Popconfirm
        title={t.withdrawSure}
        okText={t.withdraw}
        cancelText={t.cancel}
        onConfirm={() => action.mutate({ kind: 'withdraw' })}
      >
        <Button size="small">{t.withdraw}</Button>
      </Popconfirm>
    </span>
  );
}

/** A time by the shop's clock; `choose` gets it as ISO 8601, and undefined for one that has passed. */
function DueField({ start, choose }: { start: string | null; choose(at: string | undefined): void }): ReactNode {
  const t = useTexts(promiseTexts);
  const now = useNow();
  const zone = useShop()?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [value, setValue] = useState(() => (start ? fieldValue(new Date(start), zone) : ''));
  const at = fieldTime(value, zone);
  const isPast = at !== undefined && Date.parse(at) <= now.getTime();
  return (
    <>
      <Input
        className="case-time"
        size="small"
        type="datetime-local"
        aria-label={t.due}
        status={isPast ? 'error' : ''}
        min={fieldValue(now, zone)}
        value={value}
        onChange={(event) => {
          setValue(event.target.value);
          const chosen = fieldTime(event.target.value, zone);
          choose(chosen && Date.parse(chosen) > Date.now() ? chosen : undefined);
        }}
      />
      {isPast && <span className="soft case-hint">{t.past}</span>}
    </>
  );
}
