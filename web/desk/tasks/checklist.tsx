import { Button, Checkbox, Input, Tag } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { TaskDetail } from '../api.ts';
import { localized } from '../customers/names.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { taskTexts } from '../i18n/task.ts';
import type { useTaskAction } from '../queries/tasks.ts';
import { useKeys } from '../shell/keys.ts';

/** Steps that have a key of their own: 1 to 9. */
const keyed = 9;

interface Props {
  task: TaskDetail;
  action: ReturnType<typeof useTaskAction>;
}

/** What has to be done, ticked one by one, also by the keys 1 to 9; whoever works on it may add steps. */
export function Checklist({ task, action }: Props): ReactNode {
  const t = useTexts(taskTexts);
  const { language } = useLanguage();
  const problemText = useProblemText();
  const [text, setText] = useState('');
  const open = task.state === 'open';
  const toggle = (index: number): void => {
    const step = task.checklist[index];
    if (step && open) action.mutate({ kind: 'tick', stepId: step.id, done: !step.doneAt });
  };
  useKeys(Object.fromEntries(Array.from({ length: keyed }, (_each, i) => [`${i + 1}`, () => toggle(i)])));
  if (!open && task.checklist.length === 0) return null;
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim()) action.mutate({ kind: 'addStep', text: text.trim() }, { onSuccess: () => setText('') });
  };
  const kind = action.variables?.kind;
  const failed = (kind === 'tick' || kind === 'addStep') && action.error ? action.error : undefined;
  return (
    <section className="block">
      <h2>
        {t.checklist}{' '}
        {task.steps.total > 0 && (
          <span className="figures soft">
            {task.steps.done}/{task.steps.total}
          </span>
        )}
      </h2>
      <ul className="checklist">
        {task.checklist.map((step, index) => (
          <li key={step.id} data-done={step.doneAt ? 'yes' : 'no'}>
            <Checkbox checked={step.doneAt !== null} disabled={!open} onChange={() => toggle(index)}>
              {localized(step.text, language)} {step.required && !step.doneAt && <Tag>{t.requiredStep}</Tag>}
            </Checkbox>
            {open && index < keyed && (
              <span className="key" aria-hidden="true">
                {index + 1}
              </span>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <form className="note-form" onSubmit={add}>
          <Input
            aria-label={t.addStep}
            placeholder={t.addStep}
            maxLength={200}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <Button htmlType="submit" disabled={!text.trim()} loading={action.isPending && kind === 'addStep'}>
            {t.add}
          </Button>
        </form>
      )}
      {failed && (
        <p className="danger-text" role="alert">
          {problemText(failed)}
        </p>
      )}
    </section>
  );
}
