import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import type { TaskDetail } from '../api.ts';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { useStaff } from '../frame/session.tsx';
import { taskTexts } from '../i18n/task.ts';
import type { useTaskAction } from '../queries/tasks.ts';
import { useClaim } from './claim.ts';

/** The key of a button, for those who see it; shortcuts are explained by `?`. */
function Key({ name }: { name: string }): ReactNode {
  return (
    <span className="key" aria-hidden="true">
      {name}
    </span>
  );
}

interface Props {
  task: TaskDetail;
  action: ReturnType<typeof useTaskAction>;
  open(form: 'complete' | 'snooze' | 'assign' | 'note'): void;
}

/** What can be done with an open task; each button names its key. */
export function TaskActions({ task, action, open }: Props): ReactNode {
  const t = useTexts(taskTexts);
  const { claim, isClaiming } = useClaim();
  const me = useStaff();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const mine = task.owner?.id === me.id;
  const release = (): void =>
    action.mutate(
      { kind: 'release' },
      {
        onSuccess: () => void message.success(t.released),
        onError: (error) => void message.error(problemText(error)),
      },
    );
  const busy = (kind: string): boolean => action.isPending && action.variables.kind === kind;
  return (
    <div className="actions">
      {mine ? (
        <Button onClick={release} loading={busy('release')}>
          {t.release}
        </Button>
      ) : (
        <Button
          type={task.owner ? 'default' : 'primary'}
          icon={<Icon name="hand" />}
          onClick={() => claim(task.id)}
          loading={isClaiming}
          disabled={task.owner !== null}
        >
          {t.claim}
          <Key name="c" />
        </Button>
      )}
      <Button type={mine ? 'primary' : 'default'} icon={<Icon name="check" />} onClick={() => open('complete')}>
        {t.complete}
        <Key name="d" />
      </Button>
      <Button icon={<Icon name="snooze" />} onClick={() => open('snooze')}>
        {t.snooze}
        <Key name="s" />
      </Button>
      <Button icon={<Icon name="send" />} onClick={() => open('assign')}>
        {t.assign}
        <Key name="a" />
      </Button>
      <Button icon={<Icon name="note" />} onClick={() => open('note')}>
        {t.note}
        <Key name="n" />
      </Button>
    </div>
  );
}
