import { App, Button, Popconfirm, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import type { TaskTypeRule } from '../api.ts';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { outcomeNames } from '../i18n/names.ts';
import { taskSettingsTexts } from '../i18n/taskSettings.ts';
import { useTaskTypeChange, useTaskTypes } from '../queries/taskSettings.ts';
import { useTypeName } from '../tasks/typeName.ts';
import { TypeEditor } from './typeEditor.tsx';

function TypeItem({ type, edit }: { type: TaskTypeRule; edit(): void }): ReactNode {
  const t = useTexts(taskSettingsTexts);
  const outcomes = useTexts(outcomeNames);
  const nameOf = useTypeName();
  const change = useTaskTypeChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const reset = (): void =>
    change.mutate({ reset: type.key }, { onError: (error) => void message.error(problemText(error)) });
  const required = type.checklist.filter((step) => step.required).length;
  return (
    <li className="type-item">
      <span className="type-words">
        <strong>{nameOf(type.key, type.name)}</strong> {!type.standard && <Tag>{t.own}</Tag>}
        {type.changed && <Tag>{t.changed}</Tag>}
        {!type.active && <Tag>{t.off}</Tag>}
        <span className="soft">
          {type.checklist.length > 0 ? t.stepCount(type.checklist.length, required) : t.noSteps} ·{' '}
          {type.outcomes.map(({ outcome }) => outcomes[outcome]).join(' / ')}
        </span>
      </span>
      <span className="case-buttons">
        {(type.changed || !type.standard) && (
          <Popconfirm
            title={type.standard ? t.resetSure : `${t.removeType}: ${nameOf(type.key, type.name)}`}
            okText={type.standard ? t.reset : t.removeType}
            cancelText={t.cancel}
            onConfirm={reset}
          >
            <Button loading={change.isPending}>{type.standard ? t.reset : t.removeType}</Button>
          </Popconfirm>
        )}
        <Button onClick={edit} aria-label={`${t.edit} ${nameOf(type.key, type.name)}`}>
          {t.edit}
        </Button>
      </span>
    </li>
  );
}

/** What each kind of task asks for. */
export function TypeList(): ReactNode {
  const t = useTexts(taskSettingsTexts);
  const types = useTaskTypes();
  const [open, setOpen] = useState<string>();
  const close = (): void => setOpen(undefined);
  return (
    <section className="block">
      <div className="block-head">
        <p className="soft">{t.typesLead}</p>
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setOpen('')}>
          {t.newType}
        </Button>
      </div>
      {open === '' && <TypeEditor close={close} />}
      {types.isPending && <RowsSkeleton />}
      {types.error && !types.data && <ProblemNote error={types.error} retry={() => void types.refetch()} />}
      <ul className="type-list">
        {types.data?.items.map((type) =>
          open === type.key ? (
            <li key={type.key}>
              <TypeEditor type={type} close={close} />
            </li>
          ) : (
            <TypeItem key={type.key} type={type} edit={() => setOpen(type.key)} />
          ),
        )}
      </ul>
    </section>
  );
}
